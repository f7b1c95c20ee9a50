internal import FanfoldArchive
internal import FanfoldMarkup

/// Where the pictures of a page are: in the page itself, in files beside it, somewhere on the web. Nothing is fetched.
struct PagePictures {
  enum Place: Equatable {
    /// The bytes, and how messages call them.
    case here([UInt8], name: String)
    case missing(name: String)
    case elsewhere(address: String)
    /// What the page itself is made of: avatars, icons, badges, pixels that count visits.
    case furniture
    /// A smiley, which its alternative text says as well.
    case sign
    /// Nothing says where.
    case unknown
  }

  private let tree: MarkupTree
  private let neighbours: Neighbours

  init(_ tree: MarkupTree, neighbours: Neighbours) {
    self.tree = tree
    self.neighbours = neighbours
  }

  /// Finds a picture. Pages that load their pictures late have a stand-in in `src`.
  func find(_ node: MarkupTree.Node) -> Place {
    if let kind = PictureFurniture.kind(of: node, in: tree) { return kind }
    var found = Place.unknown
    for name in ["src", "data-src", "data-original", "data-lazy-src", "data-orig-file"] {
      guard let value = tree.attribute(name, of: node) else { continue }
      let place = Self.place(of: value, among: neighbours)
      switch place {
      case .here: return place
      case .missing, .elsewhere: if found == .unknown || found == .furniture { found = place }
      case .furniture: if found == .unknown { found = place }
      case .sign, .unknown: break
      }
    }
    return found
  }

  /// Where an address leads, from a file.
  static func place(of source: String, among neighbours: Neighbours) -> Place {
    let source = source.filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
    let lower = source.prefix(8).lowercased()
    if lower.hasPrefix("data:") {
      guard let bytes = DataAddress.bytes(of: source) else { return .missing(name: "in the page") }
      return judged(bytes, name: "in the page")
    }
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      return .elsewhere(address: source)
    }
    if source.hasPrefix("//") { return .elsewhere(address: "https:" + source) }
    guard let path = neighbours.path(of: source) else { return .unknown }
    guard let bytes = neighbours.bytes(at: path) else { return .missing(name: path) }
    return judged(bytes, name: path)
  }

  /// A pixel is there to count visits, or to keep a place free.
  private static func judged(_ bytes: [UInt8], name: String) -> Place {
    if let header = ImageHeader(of: bytes) {
      let (width, height) = (header.width ?? 99, header.height ?? 99)
      if width <= 3 || height <= 3 { return .furniture }
    }
    return .here(bytes, name: name)
  }
}
