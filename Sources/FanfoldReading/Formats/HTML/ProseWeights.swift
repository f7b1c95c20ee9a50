internal import FanfoldMarkup

/// How much prose, text in sentences outside of links, each element of an unknown page has, and which of them are
/// furniture: menus, forms, comments.
struct ProseWeights {
  private let tree: MarkupTree
  private var styles: PageStyles
  private let roles: ElementRoles
  /// Which names say that an element is furniture, by their numbers.
  private let isFurnitureName: [Bool]
  /// Furniture by name that holds the text.
  private var wholes: Set<MarkupTree.Node> = []

  /// By the elements' places in the tree: hashing them would take longer than weighing.
  private var weights: [Weight?] = []
  private(set) var furniture: [MarkupTree.Node: Weight] = [:]
  private var hidden: [MarkupTree.Node: Weight] = [:]
  /// What style sheets hide although it holds the text: a script shows it, page by page or to members.
  private(set) var shown: [MarkupTree.Node] = []
  /// Verse and lists may have no full stops; then all text counts.
  private var countsAll = false

  /// The bytes in an element; pieces that look like furniture count nothing.
  struct Weight {
    /// Of text nodes in which a sentence ends.
    var prose = 0
    var text = 0

    static func += (sum: inout Weight, other: Weight) {
      sum.prose += other.prose
      sum.text += other.text
    }
  }

  /// Weighs what is in `body`. A page may stand in a form as a whole, or in a box named after the advertisements in
  /// it: what holds nearly all of the prose is no furniture then.
  init(of body: MarkupTree.Node, in tree: MarkupTree, styles: PageStyles) {
    self.tree = tree
    self.styles = styles
    roles = ElementRoles(tree)
    isFurnitureName = tree.allNames.map { Self.elements.contains($0.local) }
    while true {
      weights = Array(repeating: nil, count: tree.count)
      (furniture, hidden) = ([:], [:])
      let whole = weigh(body, body)
      countsAll = whole.prose * 24 < whole.text
      let all = furniture.values.reduce(whole.prose) { $0 + $1.prose }
      let found = furniture.filter { $0.value.prose * 20 > all * 17 && isWrapper($0.key) }.map(
        \.key)
      let unseen = largeHidden(besides: all)
      guard !found.isEmpty || !unseen.isEmpty else { return }
      wholes.formUnion(found)
      self.styles.show(unseen)
      shown += unseen
    }
  }

  /// The prose in an element that is no furniture nor in any, in bytes.
  subscript(_ node: MarkupTree.Node) -> Int? {
    weights[tree.index(of: node)].map { countsAll ? $0.text : $0.prose }
  }

  /// The hidden elements of some length, when they hold more than twice as much as the others.
  private func largeHidden(besides all: Int) -> [MarkupTree.Node] {
    let large = hidden.filter { $0.value.prose > 1000 && !isFurniture($0.key) }
    return large.values.reduce(0) { $0 + $1.prose } > all * 2 ? large.keys.sorted() : []
  }

  private mutating func weigh(_ node: MarkupTree.Node, _ body: MarkupTree.Node) -> Weight {
    switch tree.kind(of: node) {
    case .text:
      let bytes = tree.bytes(of: node)
      return Weight(prose: Self.hasSentence(bytes) ? bytes.count : 0, text: bytes.count)
    case .element:
      if tree.isElement(node, "a") || roles.role(of: node, in: tree) == .unseen { return Weight() }
      var weight = Weight()
      for child in tree.children(of: node) { weight += weigh(child, body) }
      if styles.hides(node, in: tree) {
        hidden[node] = weight
        return Weight()
      }
      if node != body, !wholes.contains(node), isFurniture(node) {
        furniture[node] = weight
        return Weight()
      }
      weights[tree.index(of: node)] = weight
      return weight
    case .document, .rawText, .comment, .instruction:
      return Weight()
    }
  }

  // MARK: sentences

  /// Whether a sentence ends in a piece of text. Scripts without our full stops, and without any (Thai), have it when
  /// the piece is longer than the entries of menus and tables are.
  static func hasSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.span
    let whole = 0..<text.count
    if EightBytes.contains(UInt8(ascii: "."), text, whole)
      || EightBytes.contains(UInt8(ascii: "!"), text, whole)
      || EightBytes.contains(UInt8(ascii: "?"), text, whole)
    {
      return true
    }
    if bytes.count >= sizeOfProse { return true }
    guard EightBytes.contains(0xE3, text, whole) || EightBytes.contains(0xEF, text, whole) else {
      return false
    }
    return wideEnds.contains { text.firstIndex(of: $0) != nil }
  }

  /// In bytes.
  private static let sizeOfProse = 240
  private static let wideEnds = ["\u{3002}", "\u{FF01}", "\u{FF1F}"].map { Array($0.utf8) }

  // MARK: furniture

  private func isFurniture(_ node: MarkupTree.Node) -> Bool {
    if isFurnitureName[tree.nameNumber(of: node)] { return true }
    return names(of: node).contains { Self.furniture.contains(String($0)) }
  }

  /// Whether an element may stand around a whole page: a form, or a box named after what is beside the text.
  private func isWrapper(_ node: MarkupTree.Node) -> Bool {
    let words = names(of: node)
    return (tree.isElement(node, "form") || words.contains { Self.wrappers.contains(String($0)) })
      && !words.contains { Self.neverText.contains(String($0)) }
      && !["aside", "footer", "nav"].contains(tree.name(of: node))
  }

  /// The words in the id and the classes of an element.
  private func names(of node: MarkupTree.Node) -> [Substring] {
    guard tree.hasAttributes(node) else { return [] }
    return
      ((tree.attribute("id", of: node) ?? "") + " " + (tree.attribute("class", of: node) ?? ""))
      .lowercased().split(whereSeparator: { !$0.isLetter })
  }

  private static let elements: Set<String> = ["nav", "footer", "aside", "form"]

  /// Words in the ids and classes of what stands around texts.
  private static let furniture: Set<String> = neverText.union(wrappers)
  private static let neverText: Set<String> = [
    "nav", "navbar", "navigation", "menu", "sidebar", "footer", "comments", "comment", "respond",
    "reply", "reviews", "breadcrumb", "breadcrumbs", "cookie", "cookies", "pagination", "pager",
    "related", "toolbar", "postmetadata",
  ]
  private static let wrappers: Set<String> = [
    "ad", "ads", "advert", "advertisement", "banner", "jp", "login", "masthead", "printfriendly",
    "share", "sharedaddy", "sharing", "skip", "social", "widget", "wpcnt",
  ]
}
