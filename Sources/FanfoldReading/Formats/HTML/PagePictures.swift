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
  private let file: StoryFile

  init(_ tree: MarkupTree, file: StoryFile) {
    self.tree = tree
    self.file = file
  }

  /// Finds a picture. Pages that load their pictures late have a stand-in in `src`.
  func find(_ node: MarkupTree.Node) -> Place {
    if let kind = PictureFurniture.kind(of: node, in: tree) { return kind }
    var found = Place.unknown
    for name in ["src", "data-src", "data-original", "data-lazy-src", "data-orig-file"] {
      guard let value = tree.attribute(name, of: node) else { continue }
      let place = Self.place(of: value, beside: file)
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
  static func place(of source: String, beside file: StoryFile) -> Place {
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
    guard let path = NeighbourPath.of(source) else { return .unknown }
    guard let neighbour = file.neighbour, let bytes = neighbour(path) else {
      return .missing(name: path)
    }
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

/// The path of a file beside a page, as the page writes it: percent-encoded, perhaps with the backslashes of Windows.
enum NeighbourPath {
  /// The path from the page's folder; `nil` for one that leads out of it, or is no path.
  static func of(_ address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    guard let decoded = PercentEncoding.decoded(path), !decoded.isEmpty,
      !decoded.utf8.contains(where: { $0 < 0x20 })
    else { return nil }
    let slashed = decoded.replacing("\\", with: "/")
    guard slashed.first != "/", !slashed.prefix(while: { $0 != "/" }).contains(":") else {
      return nil
    }
    let pieces = slashed.split(separator: "/").filter { $0 != "." }
    guard !pieces.isEmpty, !pieces.contains("..") else { return nil }
    return pieces.joined(separator: "/")
  }
}

/// Characters written as `%20` (RFC 3986 §2.1).
enum PercentEncoding {
  /// The text; `nil` when it is not UTF-8. A percent sign without a number stands for itself.
  static func decoded(_ text: some StringProtocol) -> String? {
    String(validating: bytes(of: text), as: UTF8.self)
  }

  static func bytes(of text: some StringProtocol) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(first)
      }
    }
    return bytes
  }
}

/// Addresses that hold what they mean, `data:image/png;base64,…` (RFC 2397).
enum DataAddress {
  static func bytes(of address: String) -> [UInt8]? {
    guard let comma = address.firstIndex(of: ",") else { return nil }
    let head = address[..<comma].lowercased()
    let body = address[address.index(after: comma)...]
    guard body.utf8.count <= ImageShelf.byteLimit * 2 else { return nil }
    let bytes = PercentEncoding.bytes(of: body)
    return head.hasSuffix(";base64") ? base64(bytes) : bytes
  }

  /// Base 64 (RFC 4648 §4); blanks between the letters are passed over.
  private static func base64(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var (bits, count): (UInt32, Int) = (0, 0)
    for letter in text where letter > 0x20 && letter != UInt8(ascii: "=") {
      guard let value = value(of: letter) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes.isEmpty ? nil : bytes
  }

  private static func value(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
