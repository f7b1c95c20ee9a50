internal import FanfoldMarkup

/// What is known about a page: which of its elements hold the story, and what it says about it.
struct SitePage {
  /// A piece of the page that goes into the story.
  struct Part {
    var node: MarkupTree.Node
    /// What the piece is; `nil` leaves it to the recogniser.
    var role: Manuscript.Block.Role?
    /// Words that stand for the piece instead of its own text, such as a chapter's name without its number.
    var words: String?

    init(node: MarkupTree.Node, role: Manuscript.Block.Role?, words: String? = nil) {
      self.node = node
      self.role = role
      self.words = words
    }
  }

  /// Something the page says about the story.
  struct Fact {
    var subject: Manuscript.Fact.Subject
    var value: String
    var isItem = false
  }

  /// The site's name, for the ledger.
  var site: String
  var facts: [Fact] = []
  /// In reading order.
  var parts: [Part] = []
  /// Pieces whose text became facts.
  var metadata: [MarkupTree.Node] = []
  /// Pieces within the parts that are furniture.
  var skipped: Set<MarkupTree.Node> = []
  /// Pieces within the parts that stand for a rule.
  var rules: Set<MarkupTree.Node> = []
  var remarks: [String] = []
  /// The element that the page marks as the one with its text.
  var textScope: MarkupTree.Node?
  /// Pieces to be seen although style sheets hide them.
  var shown: [MarkupTree.Node] = []

  init(site: String) { self.site = site }

  /// States what a field is, unless there is nothing to say.
  mutating func state(_ field: HeaderLabels.Field, _ value: String, isItem: Bool = false) {
    let words = value.inOneLine
    if !words.isEmpty { facts.append(Fact(subject: .field(field), value: words, isItem: isItem)) }
  }

  /// States the text of each element as an item of a field.
  mutating func state(
    _ field: HeaderLabels.Field, items nodes: [MarkupTree.Node], in tree: MarkupTree
  ) {
    for node in nodes { state(field, tree.text(of: node), isItem: true) }
  }

  /// States the text of an element, an empty line between its paragraphs and its lines.
  mutating func state(
    _ field: HeaderLabels.Field, paragraphsOf node: MarkupTree.Node, in tree: MarkupTree
  ) {
    var paragraphs = [""]
    for inner in tree.descendants(of: node) {
      if tree.isElement(inner, "p") || tree.isElement(inner, "br") { paragraphs.append("") }
      if tree.kind(of: inner) == .text { paragraphs[paragraphs.count - 1] += tree.text(of: inner) }
    }
    let lines = paragraphs.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let value = lines.filter { !$0.isEmpty }.joined(separator: "\n\n")
    if !value.isEmpty { facts.append(Fact(subject: .field(field), value: value)) }
  }

  /// Adds a piece to the story; nothing when the page lacks it.
  mutating func add(_ node: MarkupTree.Node?, as role: Manuscript.Block.Role?, words: String? = nil)
  {
    if let node { parts.append(Part(node: node, role: role, words: words)) }
  }
}
