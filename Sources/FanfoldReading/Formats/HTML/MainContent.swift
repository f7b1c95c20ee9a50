internal import FanfoldMarkup

/// Finds the part of an unknown page that holds the text: the smallest element with nearly all prose in it, prose
/// being text outside of links, menus and forms.
struct MainContent {
  private let tree: MarkupTree
  private let styles: PageStyles

  init(_ tree: MarkupTree, styles: PageStyles) {
    self.tree = tree
    self.styles = styles
  }

  /// The element, and the pieces within it that are furniture.
  func find() -> (node: MarkupTree.Node, furniture: Set<MarkupTree.Node>)? {
    guard
      let body = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "body") })
        ?? tree.children(of: tree.root).first(where: { tree.kind(of: $0) == .element })
    else { return nil }
    var furniture: Set<MarkupTree.Node> = []
    var weights = weigh(body, &furniture, sentences: true)
    // Verse and lists may have no full stops.
    let all = weigh(body, &furniture, sentences: false)
    if (weights[body] ?? 0) * 24 < all[body] ?? 0 { weights = all }
    var node = body
    while let child = tree.children(of: node).first(where: {
      (weights[$0] ?? 0) * 20 >= (weights[node] ?? 0) * 17
    }) {
      node = child
    }
    // A lone paragraph is not the text; the element around it is.
    if ["p", "font", "span", "b", "i", "em", "strong"].contains(tree.name(of: node)),
      let parent = tree.parent(of: node)
    {
      node = parent
    }
    addLayoutTables(in: node, weights, &furniture)
    return (weights[body] ?? 0) > 0 ? (node, furniture) : nil
  }

  /// Tables of links and pictures beside the text, where pages are laid out with tables.
  private func addLayoutTables(
    in scope: MarkupTree.Node, _ weights: [MarkupTree.Node: Int],
    _ furniture: inout Set<MarkupTree.Node>
  ) {
    for node in tree.descendants(of: scope) where tree.isElement(node, "table") {
      guard let weight = weights[node], weight * 12 < weights[scope] ?? 0 else { continue }
      let holdsWays = tree.descendants(of: node).contains {
        tree.isElement($0, "a") || tree.isElement($0, "img") || tree.isElement($0, "audio")
      }
      if holdsWays { furniture.insert(node) }
    }
  }

  /// The bytes of prose in each element; pieces that look like furniture count nothing.
  private func weigh(
    _ body: MarkupTree.Node, _ furniture: inout Set<MarkupTree.Node>, sentences: Bool
  ) -> [MarkupTree.Node: Int] {
    var weights: [MarkupTree.Node: Int] = [:]
    func visit(_ node: MarkupTree.Node) -> Int {
      switch tree.kind(of: node) {
      case .text:
        let bytes = tree.bytes(of: node)
        return sentences && !hasSentence(bytes) ? 0 : bytes.count
      case .element:
        let name = tree.name(of: node)
        if name == "a" || HTMLElements.unseen.contains(name) || styles.hides(node, in: tree) {
          return 0
        }
        if node != body, isFurniture(node, name) {
          furniture.insert(node)
          return 0
        }
        let weight = tree.children(of: node).reduce(0) { $0 + visit($1) }
        weights[node] = weight
        return weight
      case .document, .rawText, .comment, .instruction:
        return 0
      }
    }
    _ = visit(body)
    return weights
  }

  private func hasSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    Self.sentenceEnds.contains { end in
      bytes.contains(end[0]) && (end.count == 1 || bytes.span.firstIndex(of: end) != nil)
    }
  }

  private static let sentenceEnds = [".", "!", "?", "\u{3002}", "\u{FF01}", "\u{FF1F}"].map {
    Array($0.utf8)
  }

  private func isFurniture(_ node: MarkupTree.Node, _ name: String) -> Bool {
    if ["nav", "footer", "aside", "form"].contains(name) { return true }
    let words =
      ((tree.attribute("id", of: node) ?? "") + " " + (tree.attribute("class", of: node) ?? ""))
      .lowercased()
    guard words.count > 1 else { return false }
    return words.split(whereSeparator: { !$0.isLetter }).contains {
      Self.furniture.contains(String($0))
    }
  }

  /// Words in the ids and classes of what stands around texts.
  private static let furniture: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comments", "comment", "respond",
    "reply", "sharedaddy", "share",
    "sharing", "social", "widget", "breadcrumb", "breadcrumbs", "ad", "ads", "advert",
    "advertisement", "cookie", "banner",
    "pagination", "pager", "related", "jp", "wpcnt", "reviews", "login", "toolbar", "masthead",
    "skip", "printfriendly",
  ]
}
