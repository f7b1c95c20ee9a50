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

  /// The part of the page with the text.
  struct Found {
    var node: MarkupTree.Node
    /// The pieces within it that are furniture.
    var furniture: Set<MarkupTree.Node>
    /// Whether the page itself says that its text is there.
    var isMarked: Bool
    /// What is to be seen although style sheets hide it.
    var shown: [MarkupTree.Node]
  }

  /// The part with the text; `nil` for a page without any.
  func find() -> Found? {
    guard
      let body = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "body") })
        ?? tree.children(of: tree.root).first(where: { tree.kind(of: $0) == .element })
    else { return nil }
    let weights = ProseWeights(of: body, in: tree, styles: styles)
    var furniture = Set(weights.furniture.keys)
    let mark = marked(in: body, weights)
    var node = mark ?? body
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
    guard (weights[body] ?? 0) > 0 else { return nil }
    return Found(node: node, furniture: furniture, isMarked: mark != nil, shown: weights.shown)
  }

  /// The innermost element that is marked as the one with the text and has half of the prose, and nearly all that is so
  /// marked: several articles may be chapters.
  private func marked(in body: MarkupTree.Node, _ weights: ProseWeights) -> MarkupTree.Node? {
    let all = weights[body] ?? 0
    guard all > 0 else { return nil }
    var totals: [String: Int] = [:]
    var outermost: [String: MarkupTree.Node] = [:]
    var candidates: [(mark: String, node: MarkupTree.Node, weight: Int)] = []
    for node in tree.descendants(of: body) where tree.kind(of: node) == .element {
      guard let weight = weights[node], weight > 0, let mark = mark(of: node) else { continue }
      if outermost[mark].map({ tree.contains($0, node) }) != true {
        outermost[mark] = node
        totals[mark, default: 0] += weight
      }
      let isFrame = Self.frames.contains(mark)
      if isFrame ? weight * 20 >= all * 17 : weight * 2 >= all {
        candidates.append((mark, node, weight))
      }
    }
    return candidates.last { found in
      found.weight * 20 >= (totals[found.mark] ?? 0) * 17
        && !weights.furniture.keys.contains { tree.contains($0, found.node) }
    }?.node
  }

  /// Marks of boxes that may stand around a part of the text only.
  private static let frames: Set<String> = [
    "main", "content", "contentbody", "entry", "maincontent",
  ]

  /// What marks an element as the one with the text: its name, its property (schema.org/articleBody), its id or a class.
  private func mark(of node: MarkupTree.Node) -> String? {
    if tree.isElement(node, "article") || tree.isElement(node, "main") {
      return tree.name(of: node)
    }
    guard tree.hasAttributes(node) else { return nil }
    let names = ["itemprop", "id", "class"].compactMap { tree.attribute($0, of: node) }
    for name in names.joined(separator: " ").lowercased().split(separator: " ") {
      let letters = name.filter { $0 != "-" && $0 != "_" }
      if Self.marks.contains(letters) { return letters }
    }
    return nil
  }

  private static let marks: Set<String> = [
    "articlebody", "articlecontent", "articletext", "bodytext", "chaptercontent", "chaptertext",
    "content", "contentbody", "entry", "entrybody", "entrycontent", "entrytext", "maincontent",
    "postbody", "postcontent", "postentry", "posttext", "storybody", "storycontent", "storytext",
    "textbody", "textcontent", "textentry",
  ]

  private static let layout: Set<String> = [
    "p", "font", "span", "b", "i", "em", "strong", "blockquote", "pre", "center", "ul", "ol", "dl",
    "dd", "li", "lj-cut", "cut",
  ]

  /// Whether sentences of some length stand in the element itself: then it is no frame around another. Unclosed `<dd>`
  /// and `<li>` come one within the other.
  private func hasOwnProse(_ node: MarkupTree.Node, of all: Int) -> Bool {
    let own = tree.children(of: node).reduce(0) { size, child in
      guard tree.kind(of: child) == .text else { return size }
      let bytes = tree.bytes(of: child)
      return ProseWeights.hasSentence(bytes) ? size + bytes.count : size
    }
    return own > 80 && own * 50 > all
  }

  /// Tables of links and pictures beside the text, where pages are laid out with tables.
  private func addLayoutTables(
    in scope: MarkupTree.Node, _ weights: ProseWeights,
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
}
