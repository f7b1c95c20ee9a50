internal import FanfoldMarkup

/// Finds the part of an unknown page that holds the text: the smallest element with nearly all prose in it, prose
/// being text outside of links, menus and forms.
struct MainContent {
  private let tree: MarkupTree
  private let styles: PageStyles
  private let roles: ElementRoles
  /// Which names say that an element is furniture, by their numbers.
  private let isFurnitureName: [Bool]

  init(_ tree: MarkupTree, styles: PageStyles) {
    self.tree = tree
    self.styles = styles
    roles = ElementRoles(tree)
    isFurnitureName = tree.allNames.map { Self.elements.contains($0.local) }
  }

  /// The bytes in an element; pieces that look like furniture count nothing.
  private struct Weight {
    /// Of text nodes in which a sentence ends.
    var prose = 0
    var text = 0
  }

  /// The weights of those elements of a page that are no furniture, in an array by the elements' places in the tree:
  /// hashing them would take longer than weighing.
  private struct Weights {
    let tree: MarkupTree
    var all: [Weight?]
    /// Verse and lists may have no full stops; then all text counts.
    var countsAll = false

    subscript(_ node: MarkupTree.Node) -> Int? {
      all[tree.index(of: node)].map { countsAll ? $0.text : $0.prose }
    }
  }

  /// The element, and the pieces within it that are furniture.
  func find() -> (node: MarkupTree.Node, furniture: Set<MarkupTree.Node>)? {
    guard
      let body = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "body") })
        ?? tree.children(of: tree.root).first(where: { tree.kind(of: $0) == .element })
    else { return nil }
    var furniture: Set<MarkupTree.Node> = []
    let weights = weights(of: body, &furniture)
    var node = body
    while let child = tree.children(of: node).first(where: {
      (weights[$0] ?? 0) * 20 >= (weights[node] ?? 0) * 17
    }), !hasOwnProse(node, of: weights[body] ?? 0) {
      node = child
    }
    // What lays a text out is not all of it; its title stands in the element around that.
    while Self.layout.contains(tree.name(of: node)), let parent = tree.parent(of: node) {
      node = parent
    }
    addLayoutTables(in: node, weights, &furniture)
    return (weights[body] ?? 0) > 0 ? (node, furniture) : nil
  }

  private static let layout: Set<String> = [
    "p", "font", "span", "b", "i", "em", "strong", "blockquote", "pre", "center", "ul", "ol", "dl",
    "dd", "li",
  ]

  /// Whether sentences of some length stand in the element itself: then it is no frame around another. Unclosed `<dd>`
  /// and `<li>` come one within the other.
  private func hasOwnProse(_ node: MarkupTree.Node, of all: Int) -> Bool {
    let own = tree.children(of: node).reduce(0) { size, child in
      guard tree.kind(of: child) == .text else { return size }
      let bytes = tree.bytes(of: child)
      return hasSentence(bytes) ? size + bytes.count : size
    }
    return own > 80 && own * 50 > all
  }

  /// Tables of links and pictures beside the text, where pages are laid out with tables.
  private func addLayoutTables(
    in scope: MarkupTree.Node, _ weights: Weights,
    _ furniture: inout Set<MarkupTree.Node>
  ) {
    for node in tree.all("table", in: scope) {
      guard let weight = weights[node], weight * 12 < weights[scope] ?? 0 else { continue }
      let holdsWays = tree.descendants(of: node).contains {
        tree.isElement($0, "a") || tree.isElement($0, "img") || tree.isElement($0, "audio")
      }
      if holdsWays { furniture.insert(node) }
    }
  }

  private func weights(
    of body: MarkupTree.Node, _ furniture: inout Set<MarkupTree.Node>
  ) -> Weights {
    var weights = Weights(tree: tree, all: Array(repeating: nil, count: tree.count))
    func visit(_ node: MarkupTree.Node) -> Weight {
      switch tree.kind(of: node) {
      case .text:
        let bytes = tree.bytes(of: node)
        return Weight(prose: hasSentence(bytes) ? bytes.count : 0, text: bytes.count)
      case .element:
        if tree.isElement(node, "a") || roles.role(of: node, in: tree) == .unseen
          || styles.hides(node, in: tree)
        {
          return Weight()
        }
        if node != body, isFurniture(node) {
          furniture.insert(node)
          return Weight()
        }
        var weight = Weight()
        for child in tree.children(of: node) {
          let inner = visit(child)
          weight.prose += inner.prose
          weight.text += inner.text
        }
        weights.all[tree.index(of: node)] = weight
        return weight
      case .document, .rawText, .comment, .instruction:
        return Weight()
      }
    }
    let whole = visit(body)
    weights.countsAll = whole.prose * 24 < whole.text
    return weights
  }

  private func hasSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.span
    let whole = 0..<text.count
    if EightBytes.contains(UInt8(ascii: "."), text, whole)
      || EightBytes.contains(UInt8(ascii: "!"), text, whole)
      || EightBytes.contains(UInt8(ascii: "?"), text, whole)
    {
      return true
    }
    guard EightBytes.contains(0xE3, text, whole) || EightBytes.contains(0xEF, text, whole) else {
      return false
    }
    return Self.wideEnds.contains { text.firstIndex(of: $0) != nil }
  }

  private static let wideEnds = ["\u{3002}", "\u{FF01}", "\u{FF1F}"].map { Array($0.utf8) }

  private func isFurniture(_ node: MarkupTree.Node) -> Bool {
    if isFurnitureName[tree.nameNumber(of: node)] { return true }
    guard tree.hasAttributes(node) else { return false }
    let words =
      ((tree.attribute("id", of: node) ?? "") + " " + (tree.attribute("class", of: node) ?? ""))
      .lowercased()
    guard words.count > 1 else { return false }
    return words.split(whereSeparator: { !$0.isLetter }).contains {
      Self.furniture.contains(String($0))
    }
  }

  private static let elements: Set<String> = ["nav", "footer", "aside", "form"]

  /// Words in the ids and classes of what stands around texts.
  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comments", "comment", "respond",
    "reply", "sharedaddy", "share",
    "sharing", "social", "widget", "breadcrumb", "breadcrumbs", "ad", "ads", "advert",
    "advertisement", "cookie", "banner",
    "pagination", "pager", "related", "jp", "wpcnt", "reviews", "login", "toolbar", "masthead",
    "skip", "printfriendly", "postmetadata",
  ]
}
