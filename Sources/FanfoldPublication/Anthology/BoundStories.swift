internal import FanfoldArchive
internal import FanfoldMarkup

/// The stories that are bound in an anthology: one of this program's own, or one of EpubMerge's, by which FanFicFare
/// makes its own too.
///
/// Ours has a record of each story, `story.xml`, which is the package document of a book with that story alone.
/// EpubMerge (3.2) puts each book into a numbered folder and, unless told otherwise, keeps its package document as a
/// file of the type `origrootfile/xml`; without these a story is a top line of the contents with
/// the pages of the reading order in the same folder.
package struct BoundStories {
  /// A story of the anthology.
  package struct Member {
    /// The folder it is in, by which messages name it.
    package let name: String
    package let title: String
    let publication: Publication
    let source: Source

    enum Source {
      /// It has a package document of its own.
      case package(PackageDocument)
      /// All that is known are its pages and its lines of the contents.
      case pages([PackageDocument.Item], ContentsEntry)
    }

    /// The story as a book of its own.
    package func epub() throws(PublicationError) -> [UInt8] {
      try StoryExtract(self).epub()
    }
  }

  /// In the order of the book.
  package let all: [Member]

  /// `nil` for a file that is no anthology.
  package init?(_ bytes: [UInt8]) {
    guard ContainerReader.matches(bytes.span), let book = try? Publication(bytes) else {
      return nil
    }
    var members = Self.recorded(book)
    if members.isEmpty { members = Self.merged(book) }
    guard !members.isEmpty else { return nil }
    all = members
  }

  private static func recorded(_ book: Publication) -> [Member] {
    book.package.manifest.compactMap { item in
      let isRecord =
        item.path.hasSuffix("/story.xml") && item.mediaType == "application/xml"
        || item.mediaType == "origrootfile/xml"
        || item.path.hasSuffix(".opf") && item.path != book.package.path
      guard isRecord, let package = try? book.package(at: item.path),
        let first = package.spine.first, book.container.entry(at: first.item.path) != nil
      else { return nil }
      return Member(
        name: folder(of: item.path, in: book), title: package.metadata.first("dc:title") ?? "",
        publication: book, source: .package(package))
    }
  }

  private static func merged(_ book: Publication) -> [Member] {
    let names = book.package.metadata.all("dc:identifier").map(\.value)
    guard names.contains(where: { $0.hasPrefix("epubmerge-uid-") }) else { return [] }
    var order: [String] = []
    var pages: [String: [PackageDocument.Item]] = [:]
    for place in book.package.spine {
      let folder = folder(of: place.item.path, in: book)
      guard Int(folder) != nil else { continue }
      if pages[folder] == nil { order.append(folder) }
      pages[folder, default: []].append(place.item)
    }
    let lines = Dictionary(
      book.contents.compactMap { entry in
        entry.flattened.lazy.compactMap(\.path).first.map { (folder(of: $0, in: book), entry) }
      }, uniquingKeysWith: { first, _ in first })
    return order.map { folder in
      let line = lines[folder] ?? ContentsEntry(title: "", path: nil, fragment: nil)
      return Member(
        name: folder, title: line.title, publication: book,
        source: .pages(pages[folder] ?? [], line))
    }
  }

  /// The first folder of a path, seen from the package document.
  private static func folder(of path: String, in book: Publication) -> String {
    let root = book.package.path.split(separator: "/").dropLast()
    var parts = path.split(separator: "/")[...]
    if parts.starts(with: root) { parts = parts.dropFirst(root.count) }
    return parts.first.map(String.init) ?? path
  }
}
