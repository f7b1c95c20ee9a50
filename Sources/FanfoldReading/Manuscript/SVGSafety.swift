internal import FanfoldMarkup

/// Drawings are documents: they can hold scripts and fetch things. A book takes only those made of shapes and text.
enum SVGSafety {
  /// Why a drawing is not taken; `nil` for one that is.
  static func fault(of bytes: [UInt8]) -> String? {
    guard let text = try? TextDecoder.decode(bytes), let tree = try? XMLDocument.parse(text.bytes)
    else { return "it is not well-formed" }
    guard tree.documentType == nil else { return "it has a document type of its own" }
    var ids: Set<String> = []
    var references: Set<Substring> = []
    for node in tree.descendants(of: tree.root) {
      if tree.kind(of: node) == .instruction { return "it has instructions for other programs" }
      guard let name = tree.fullName(of: node) else { continue }
      guard name.namespace == namespace, elements.contains(name.local) else {
        return "it has more in it than shapes and text"
      }
      for (attribute, value) in tree.attributes(of: node) {
        guard isAllowed(attribute, value) else { return "it may run or fetch something" }
        references.formUnion(targets(of: attribute, value))
        guard attribute.qualified == "id" else { continue }
        guard isName(value), ids.insert(value).inserted else { return "its names are not its own" }
      }
    }
    return references.allSatisfy { ids.contains(String($0)) } ? nil : "pieces of it are missing"
  }

  private static let namespace = "http://www.w3.org/2000/svg"
  private static let xlink = "http://www.w3.org/1999/xlink"
  private static let xml = "http://www.w3.org/XML/1998/namespace"

  /// Elements of SVG 1.1 that draw, or say how.
  private static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse",
    "line", "polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "pattern", "marker",
  ]

  private static func isAllowed(_ name: MarkupName, _ value: String) -> Bool {
    if name.local == "href" { return value.first == "#" }
    switch name.namespace {
    case "": break
    case xml: return name.local == "space" || name.local == "lang"
    case xlink: return false
    default: return name.prefix == "xmlns" || name.local == "xmlns"
    }
    let folded = value.lowercased().filter { !$0.isWhitespace }
    if name.local.lowercased().hasPrefix("on") || folded.contains("@import")
      || folded.contains("\\") || folded.contains("script:")
    {
      return false
    }
    // References within the drawing: url(#gradient).
    return folded.components(partedBy: "url(").dropFirst().allSatisfy { rest in
      rest.drop { $0 == "\"" || $0 == "'" }.first == "#"
    }
  }

  /// The names of pieces that an attribute refers to: `#a`, `url(#a)`.
  private static func targets(of name: MarkupName, _ value: String) -> [Substring] {
    if name.local == "href" { return [value.dropFirst()] }
    return value.components(partedBy: "url(").dropFirst().map { rest in
      rest.drop { !($0 == "#") }.dropFirst().prefix { !")\"' ".contains($0) }
    }
  }

  private static func isName(_ value: String) -> Bool {
    guard let first = value.utf8.first, first >= 0x41 else { return false }
    return value.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
    }
  }
}
