internal import FanfoldMarkup
internal import FanfoldStory

/// Walks a piece of a page and tells a ``ManuscriptBuilder`` what a reader would see there: paragraphs, lines, headings,
/// rules, emphasis. What a reader would not see goes into the ledger.
struct HTMLFlattener {
  private let tree: MarkupTree
  private let styles: HiddenStyles
  /// Pieces that are somebody else's business and are passed over.
  var skipped: Set<MarkupTree.Node> = []
  /// Pieces that stand for a rule.
  var rules: Set<MarkupTree.Node> = []
  /// The sources of images that stand for a rule.
  private let dividers: Set<String>

  private var context = Context()

  /// What the elements around a node say about it.
  private struct Context {
    var quotes = 0
    var lists: [Bool] = []
    var alignment: Block.Alignment?
    var isPreformatted = false
  }

  init(_ tree: MarkupTree, styles: HiddenStyles) {
    self.tree = tree
    self.styles = styles
    dividers = DividerImages.find(in: tree)
  }

  /// Adds everything in a piece of the page. The element around it is the site's: a forum keeps each post in a
  /// `blockquote`, and that quotes nothing.
  mutating func flattenPart(_ node: MarkupTree.Node, into builder: inout ManuscriptBuilder) {
    guard tree.isElement(node, "blockquote"), !styles.hides(node, in: tree) else {
      return flatten(node, into: &builder)
    }
    builder.beginBlock(.paragraph)
    flattenChildren(of: node, into: &builder)
    builder.endBlock()
  }

  /// Adds everything in a node, the node's own element too.
  mutating func flatten(_ node: MarkupTree.Node, into builder: inout ManuscriptBuilder) {
    switch tree.kind(of: node) {
    case .text:
      if skipped.contains(node) { return }
      let bytes = tree.bytes(of: node)
      builder.count(bytes.span)
      builder.add(bytes)
    case .element:
      if !skipped.contains(node) { flattenElement(node, into: &builder) }
    case .document:
      flattenChildren(of: node, into: &builder)
    case .rawText, .comment, .instruction:
      break
    }
  }

  private mutating func flattenChildren(
    of node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    for child in tree.children(of: node) { flatten(child, into: &builder) }
  }

  private mutating func flattenElement(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    let name = tree.name(of: node)
    if HTMLElements.unseen.contains(name) {
      return leaveOut(node, "page-control", "control of the page", &builder)
    }
    if styles.hides(node, in: tree) {
      return leaveOut(node, "hidden-text", "text that the page hides", &builder)
    }
    builder.sourceLine = tree.position(of: node).line
    if rules.contains(node) { return builder.addRule() }
    switch name {
    case "br": builder.breakLine()
    case "hr": builder.addRule()
    case "img": addImage(node, into: &builder)
    case "pre": flattenPreformatted(node, into: &builder)
    case "ul", "ol": flattenList(node, ordered: name == "ol", into: &builder)
    case "td", "th":
      builder.add(" ".utf8)
      flattenChildren(of: node, into: &builder)
    default:
      if HTMLElements.blocks.contains(name) {
        flattenBlock(node, name, into: &builder)
      } else {
        flattenInline(node, name, into: &builder)
      }
    }
  }

  /// Enters the text of a node in the ledger.
  private func leaveOut(
    _ node: MarkupTree.Node, _ rule: String, _ reason: String, _ builder: inout ManuscriptBuilder
  ) {
    var bytes: [UInt8] = []
    gather(node, into: &bytes)
    builder.count(bytes.span)
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    builder.sourceLine = tree.position(of: node).line
    builder.take(text, .removed, rule: rule, reason: reason)
  }

  /// The text of a node without the pieces that are somebody else's business.
  private func gather(_ node: MarkupTree.Node, into bytes: inout [UInt8]) {
    if tree.kind(of: node) == .text { bytes += tree.bytes(of: node) }
    for child in tree.children(of: node) where !skipped.contains(child) {
      gather(child, into: &bytes)
    }
  }

  // MARK: blocks

  private mutating func flattenBlock(
    _ node: MarkupTree.Node, _ name: String, into builder: inout ManuscriptBuilder
  ) {
    let outer = context
    defer { context = outer }
    if name == "blockquote" { context.quotes += 1 }
    context.alignment =
      InlineStyle.alignment(of: node, name, in: tree) ?? styles.alignment(of: node, in: tree)
      ?? context.alignment
    let lines = builder.lineCount
    builder.beginBlock(kind(name), alignment: context.alignment)
    flattenChildren(of: node, into: &builder)
    builder.endBlock()
    if builder.lineCount == lines, name == "p" || name == "div", isSpacer(node) {
      builder.addBlankParagraph()
    }
    // What follows in the element around is a block of that element's kind.
    builder.beginBlock(kind(""), alignment: outer.alignment)
  }

  private func kind(_ name: String) -> Manuscript.Block.Kind {
    if name.utf8.count == 2, name.first == "h", let level = Int(name.dropFirst()) {
      return .heading(level: level)
    }
    if let ordered = context.lists.last {
      return .item(ordered: ordered, depth: context.lists.count)
    }
    return context.quotes > 0 ? .quotation : .paragraph
  }

  /// Whether a block without text is there for the room it takes: a paragraph, or a line with a no-break space.
  private func isSpacer(_ node: MarkupTree.Node) -> Bool {
    !tree.descendants(of: node).contains {
      tree.isElement($0, "p") || tree.isElement($0, "div") || tree.isElement($0, "hr")
    }
  }

  private mutating func flattenPreformatted(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    builder.beginBlock(.preformatted)
    flattenChildren(of: node, into: &builder)
    builder.endBlock()
  }

  private mutating func flattenList(
    _ node: MarkupTree.Node, ordered: Bool, into builder: inout ManuscriptBuilder
  ) {
    let outer = context
    context.lists.append(ordered)
    flattenChildren(of: node, into: &builder)
    context = outer
    builder.beginBlock(kind(""), alignment: context.alignment)
  }

  // MARK: inlines

  private mutating func flattenInline(
    _ node: MarkupTree.Node, _ name: String, into builder: inout ManuscriptBuilder
  ) {
    var marks = InlineStyle.marks(of: node, name, in: tree)
    for mark in styles.marks(of: node, in: tree) where !marks.contains(mark) { marks.append(mark) }
    for mark in marks { builder.open(mark) }
    flattenChildren(of: node, into: &builder)
    for _ in marks { builder.closeMark() }
  }

  /// A picture that divides scenes is a rule; any other is named by its alternative text.
  private func addImage(_ node: MarkupTree.Node, into builder: inout ManuscriptBuilder) {
    let source = tree.attribute("src", of: node) ?? ""
    if dividers.contains(source) { return builder.addRule() }
    let words = tree.attribute("alt", of: node) ?? ""
    guard words.contains(where: { !$0.isWhitespace }) else { return }
    builder.count(words.utf8Span.span)
    let isLink = source.hasPrefix("http://") || source.hasPrefix("https://")
    if isLink { builder.open(.link(source)) }
    builder.add(words.utf8)
    if isLink { builder.closeMark() }
  }
}

/// The elements of a page by what they do to text.
enum HTMLElements {
  /// Those that stand on lines of their own.
  static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "section", "article",
    "main", "header", "footer",
    "aside", "nav", "li", "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr", "caption",
    "figure", "figcaption", "address", "form",
    "fieldset", "legend", "details", "summary", "body", "html",
  ]
  /// Those whose text is not for reading.
  static let unseen: Set<String> = [
    "script", "style", "noscript", "template", "button", "select", "option", "textarea", "iframe",
    "object", "svg", "head", "map",
    "audio", "video", "label",
  ]
}
