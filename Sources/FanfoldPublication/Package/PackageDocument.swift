internal import FanfoldMarkup

/// The package document of a book as it is found (EPUB 3.3 §5; OPF 2.0.1): what is there is taken,
/// what is missing or wrong is passed over.
public struct PackageDocument: Sendable {
  /// A file of the book.
  public struct Item: Sendable, Hashable {
    public var id: String
    /// Where it lies in the container.
    public var path: String
    public var mediaType: String
    public var properties: Set<String>
  }

  /// A place in the reading order.
  public struct SpineItem: Sendable, Hashable {
    public var item: Item
    public var isLinear: Bool
  }

  /// Where a part of the book is, by the guide of EPUB 2 or the landmarks of EPUB 3.
  public struct Landmark: Sendable, Hashable {
    /// "cover", "toc", "text"; "bodymatter" in EPUB 3.
    public var type: String
    public var path: String
    public var fragment: String?
  }

  /// Where the document lies in the container.
  public let path: String
  /// The version it states, "3.0"; "" when it states none.
  public let version: String
  public let metadata: PackageMetadata
  public let manifest: [Item]
  public let spine: [SpineItem]
  public let guide: [Landmark]
  /// The file of an NCX, from the spine or by its media type.
  public let ncx: Item?
  /// The language the document itself is in.
  public let language: String?

  init(_ tree: MarkupTree, path: String) {
    self.path = path
    let root = tree.children(of: tree.root).first { tree.kind(of: $0) == .element } ?? tree.root
    version = tree.attribute("version", of: root) ?? ""
    language = tree.attribute("xml:lang", of: root)
    metadata = PackageMetadata(tree)
    let manifest = Self.manifest(tree, path)
    self.manifest = manifest
    let byID = Dictionary(manifest.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var spine: [SpineItem] = []
    var guide: [Landmark] = []
    var ncxID: String?
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .element {
      switch tree.name(of: node) {
      case "spine": ncxID = tree.attribute("toc", of: node)
      case "itemref":
        guard let item = tree.attribute("idref", of: node).flatMap({ byID[$0] }) else { continue }
        spine.append(SpineItem(item: item, isLinear: tree.attribute("linear", of: node) != "no"))
      case "reference":
        guard let type = tree.attribute("type", of: node),
          let target = tree.attribute("href", of: node),
          let place = ContainerPath.resolve(target, from: path)
        else { continue }
        guide.append(
          Landmark(type: type, path: place, fragment: ContainerPath.fragment(of: target)))
      default: continue
      }
    }
    self.spine = spine
    self.guide = guide
    ncx = ncxID.flatMap { byID[$0] } ?? manifest.first { $0.mediaType == Self.ncxType }
  }

  private static let ncxType = "application/x-dtbncx+xml"

  private static func manifest(_ tree: MarkupTree, _ path: String) -> [Item] {
    var items: [Item] = []
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "item") {
      guard let href = tree.attribute("href", of: node),
        let place = ContainerPath.resolve(href, from: path)
      else { continue }
      let properties = tree.attribute("properties", of: node) ?? ""
      items.append(
        Item(
          id: tree.attribute("id", of: node) ?? "", path: place,
          mediaType: (tree.attribute("media-type", of: node) ?? "").lowercased(),
          properties: Set(properties.split(whereSeparator: \.isWhitespace).map(String.init))))
    }
    return items
  }

  /// The navigation document of EPUB 3.
  public var navigation: Item? { manifest.first { $0.properties.contains("nav") } }

  /// The picture of the cover: by its property, or as EPUB 2 names it.
  public var coverImage: Item? {
    if let item = manifest.first(where: { $0.properties.contains("cover-image") }) { return item }
    guard let name = metadata.first("cover") else { return nil }
    return manifest.first { $0.id == name || $0.path == name && $0.mediaType.hasPrefix("image/") }
  }
}
