public import FanfoldArchive
public import FanfoldMarkup

/// An EPUB as it is found, read leniently: what half-broken books still say is taken.
///
/// This is where books are opened to read stories out of them, and to bind them together.
public struct Publication {
  public let container: ContainerReader
  public let package: PackageDocument
  /// The table of contents: the navigation document's, else the NCX's.
  public let contents: [ContentsEntry]
  /// From the navigation document and the guide.
  public let landmarks: [PackageDocument.Landmark]
  public let encryption: Encryption
  /// Paths in small letters, for books that do not keep to the case of their names.
  private let foldedPaths: [String: String]

  /// Opens a book.
  ///
  /// - Throws: ``PublicationError`` where there is no package document to be read, or where the
  ///   book's documents are encrypted.
  public init(
    _ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()
  ) throws(PublicationError) {
    do throws(ArchiveError) {
      container = try ContainerReader(bytes, limits: limits)
    } catch {
      throw .container(error)
    }
    foldedPaths = Dictionary(
      container.entries.map { ($0.path.lowercased(), $0.path) },
      uniquingKeysWith: { first, _ in first })
    encryption = Encryption(container)
    guard let path = Self.packagePath(in: container) else { throw .noPackage }
    if encryption.locks(path) { throw .protected(by: Encryption.system(of: container)) }
    package = PackageDocument(try Self.xml(at: path, in: container), path: path)
    let locked = package.spine.contains { [encryption] in encryption.locks($0.item.path) }
    if locked { throw .protected(by: Encryption.system(of: container)) }
    var contents: [ContentsEntry] = []
    var landmarks: [PackageDocument.Landmark] = []
    if let nav = package.navigation, let tree = try? Self.markup(at: nav.path, in: container) {
      contents = ContentsEntry.read(navigation: tree, at: nav.path)
      landmarks = ContentsEntry.landmarks(navigation: tree, at: nav.path)
    }
    if contents.isEmpty, let ncx = package.ncx,
      let tree = try? Self.xml(at: ncx.path, in: container)
    {
      contents = ContentsEntry.read(ncx: tree, at: ncx.path)
    }
    self.contents = contents
    self.landmarks = landmarks + package.guide
  }

  /// The bytes of a file of the book; where no file has that very path, of the one that differs in
  /// case only.
  public func bytes(at path: String) throws(PublicationError) -> [UInt8] {
    let known = container.entry(at: path) == nil ? foldedPaths[path.lowercased()] ?? path : path
    do throws(ArchiveError) {
      return try container.bytes(at: known)
    } catch {
      throw .container(error)
    }
  }

  /// A content document: as XML, or, where it is not well-formed, as HTML.
  public func document(at path: String) throws(PublicationError) -> MarkupTree {
    try Self.markup(
      at: container.entry(at: path) == nil ? foldedPaths[path.lowercased()] ?? path : path,
      in: container)
  }

  /// Another package document of the same container.
  package func package(at path: String) throws(PublicationError) -> PackageDocument {
    PackageDocument(try Self.xml(at: path, in: container), path: path)
  }

  // MARK: opening

  private static func packagePath(in container: ContainerReader) -> String? {
    if let tree = try? xml(at: "META-INF/container.xml", in: container) {
      for node in tree.descendants(of: tree.root) where tree.isElement(node, "rootfile") {
        if let path = tree.attribute("full-path", of: node),
          let place = ContainerPath.resolve(path, from: ""), container.entry(at: place) != nil
        {
          return place
        }
      }
    }
    return container.entries.first { $0.path.lowercased().hasSuffix(".opf") }?.path
  }

  private static func text(
    at path: String, in container: ContainerReader
  ) throws(PublicationError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(ArchiveError) {
      bytes = try container.bytes(at: path)
    } catch {
      throw .container(error)
    }
    guard let text = try? TextDecoder.decode(bytes) else { throw .container(.damaged(path: path)) }
    return text.bytes
  }

  private static func xml(
    at path: String, in container: ContainerReader
  ) throws(PublicationError) -> MarkupTree {
    let bytes = try text(at: path, in: container)
    do throws(MarkupError) {
      return try XMLDocument.parse(bytes)
    } catch {
      throw .malformed(path: path, error)
    }
  }

  private static func markup(
    at path: String, in container: ContainerReader
  ) throws(PublicationError) -> MarkupTree {
    let bytes = try text(at: path, in: container)
    if let tree = try? XMLDocument.parse(bytes) { return tree }
    do throws(MarkupError) {
      return try HTMLDocument.parse(bytes)
    } catch {
      throw .malformed(path: path, error)
    }
  }
}
