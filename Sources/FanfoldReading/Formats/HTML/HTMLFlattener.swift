internal import FanfoldMarkup
internal import FanfoldStory

/// Walks a piece of a page and tells a ``ManuscriptBuilder`` what a reader would see there: paragraphs, lines, headings,
/// rules, emphasis. What a reader would not see goes into the ledger.
struct HTMLFlattener {
  let tree: MarkupTree
  private let styles: PageStyles
  private let roles: ElementRoles
  private let pictures: PagePictures
  private var tongues: PageLanguages
  /// Pieces that are somebody else's business and are passed over.
  var skipped = MarkupTree.NodeSet()
  /// Pieces that stand for a rule.
  var rules = MarkupTree.NodeSet()
  /// The sources of images that stand for a rule.
  private let dividers: Set<String>
  private var shapes: BlockShapes
  private var lines = MarkupTree.NodeLines()

  private var context = Context()

  /// What the elements around a node say about it.
  private struct Context {
    var alignment: Block.Alignment?
    var keepsLines = false
  }

  /// - Parameter neighbours: Where the pictures of the page may be.
  init(_ tree: MarkupTree, styles: PageStyles, neighbours: Neighbours) {
    self.tree = tree
    self.styles = styles
    roles = ElementRoles(tree)
    pictures = PagePictures(tree, neighbours: neighbours)
    tongues = PageLanguages(tree)
    shapes = BlockShapes(tree)
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
      if context.keepsLines { builder.addLines(bytes) } else { builder.add(bytes) }
    case .element:
      if !skipped.contains(node) { flattenElement(node, into: &builder) }
    case .document:
      flattenChildren(of: node, into: &builder)
    case .rawText, .comment, .instruction:
      break
    }
  }

  mutating func flattenChildren(
    of node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    for child in tree.children(of: node) { flatten(child, into: &builder) }
  }

  private mutating func flattenElement(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    let role = roles.role(of: node, in: tree)
    if role == .unseen {
      return leaveOut(node, rule: "page-control", "control of the page", &builder)
    }
    if styles.hides(node, in: tree) {
      return leaveOut(node, rule: "hidden-text", "text that the page hides", &builder)
    }
    builder.sourceLine = lines.line(of: node, in: tree)
    if rules.contains(node) { return builder.addRule() }
    switch role {
    case .lineBreak: builder.breakLine()
    case .rule: builder.addRule()
    case .image: addImage(node, into: &builder)
    case .preformatted: flattenPreformatted(node, into: &builder)
    case .list, .orderedList: flattenList(node, ordered: role == .orderedList, into: &builder)
    case .ruby: flattenRuby(node, into: &builder)
    case .table where shapes.isData(node): flattenTable(node, into: &builder)
    case .cell:
      builder.add(" ".utf8)
      flattenChildren(of: node, into: &builder)
    case .block, .table:
      if roles.isBare(node, in: tree) {
        flattenBare(node, into: &builder)
      } else {
        flattenBlock(node, tree.name(of: node), into: &builder)
      }
    case .inline, .unseen: flattenInline(node, tree.name(of: node), into: &builder)
    }
  }

  /// Enters the text of a node in the ledger.
  private func leaveOut(
    _ node: MarkupTree.Node, rule: String, _ reason: String, fate: Ledger.Entry.Fate = .removed,
    _ builder: inout ManuscriptBuilder
  ) {
    var bytes: [UInt8] = []
    gather(node, into: &bytes)
    builder.count(bytes.span)
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    builder.sourceLine = tree.position(of: node).line
    builder.take(text, fate, rule: rule, reason: reason)
  }

  /// The text of a node without the pieces that are somebody else's business.
  private func gather(_ node: MarkupTree.Node, into bytes: inout [UInt8]) {
    if tree.kind(of: node) == .text { bytes += tree.bytes(of: node) }
    for child in tree.children(of: node) where !skipped.contains(child) {
      gather(child, into: &bytes)
    }
  }

  // MARK: blocks

  /// Adds a paragraph or a box without attributes.
  private mutating func flattenBare(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    let lines = builder.lineCount
    builder.beginBlock(.paragraph, alignment: context.alignment)
    flattenChildren(of: node, into: &builder)
    builder.endBlock()
    if builder.lineCount == lines, isSpacer(node) { builder.addBlankParagraph() }
    builder.beginBlock(.paragraph, alignment: context.alignment)
  }

  private mutating func flattenBlock(
    _ node: MarkupTree.Node, _ name: String, into builder: inout ManuscriptBuilder
  ) {
    let outer = context
    defer { context = outer }
    context.alignment =
      InlineStyle.alignment(of: node, name, in: tree) ?? styles.alignment(of: node, in: tree)
      ?? context.alignment
    context.keepsLines = InlineStyle.keepsLines(node, in: tree) ?? context.keepsLines
    let lines = builder.lineCount
    let enclosure = shapes.enclosure(of: node, name)
    if let enclosure { builder.enter(enclosure) }
    let marks = name == "p" ? tongues.marks(of: node) : []
    for mark in marks { builder.open(mark) }
    builder.beginBlock(kind(name), alignment: context.alignment)
    flattenChildren(of: node, into: &builder)
    builder.endBlock()
    for _ in marks { builder.closeMark() }
    if enclosure != nil { builder.leave() }
    if builder.lineCount == lines, name == "p" || name == "div", isSpacer(node) {
      builder.addBlankParagraph()
    }
    // What follows in the element around is a block of that element's kind.
    builder.beginBlock(.paragraph, alignment: outer.alignment)
  }

  private func kind(_ name: String) -> Manuscript.Block.Kind {
    if name.utf8.count == 2, name.first == "h", let level = Int(name.dropFirst()) {
      return .heading(level: level)
    }
    return .paragraph
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
    // Lists without items were a way to indent a text.
    guard tree.descendants(of: node).contains(where: { tree.isElement($0, "li") }) else {
      return flattenChildren(of: node, into: &builder)
    }
    let start = tree.attribute("start", of: node).flatMap { Int($0) } ?? 1
    builder.enter(.list(ordered: ordered, start: (0...99_999).contains(start) ? start : 1))
    flattenChildren(of: node, into: &builder)
    builder.leave()
    builder.beginBlock(.paragraph, alignment: context.alignment)
  }

  private mutating func flattenTable(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    let outer = context
    builder.enter(.table)
    for part in shapes.parts(of: node) {
      if tree.isElement(part, "caption") {
        builder.enter(.caption)
        flattenChildren(of: part, into: &builder)
        builder.leave()
      } else {
        flattenRow(part, into: &builder)
      }
    }
    builder.leave()
    context = outer
    builder.beginBlock(.paragraph, alignment: context.alignment)
  }

  private mutating func flattenRow(_ row: MarkupTree.Node, into builder: inout ManuscriptBuilder) {
    builder.enter(.row)
    for cell in shapes.cells(of: row) {
      let name = tree.name(of: cell)
      builder.enter(shapes.cell(cell))
      context.alignment = InlineStyle.alignment(of: cell, name, in: tree)
      builder.beginBlock(.paragraph, alignment: context.alignment)
      flattenChildren(of: cell, into: &builder)
      builder.leave()
    }
    builder.leave()
  }

  // MARK: inlines

  private mutating func flattenInline(
    _ node: MarkupTree.Node, _ name: String, into builder: inout ManuscriptBuilder
  ) {
    var marks = InlineStyle.marks(of: node, name, in: tree)
    for mark in styles.marks(of: node, in: tree) where !marks.contains(mark) { marks.append(mark) }
    marks += tongues.marks(of: node)
    for mark in marks { builder.open(mark) }
    flattenChildren(of: node, into: &builder)
    for _ in marks { builder.closeMark() }
  }

  /// Words with their readings; the parentheses around a reading are for browsers that know no ruby.
  private mutating func flattenRuby(
    _ node: MarkupTree.Node, into builder: inout ManuscriptBuilder
  ) {
    var isOpen = false
    for child in tree.children(of: node) {
      if tree.isElement(child, "rp") {
        leaveOut(child, rule: "ruby", "marks around a reading", fate: .markup, &builder)
      } else if tree.isElement(child, "rt"), isOpen {
        builder.open(.reading)
        flattenChildren(of: child, into: &builder)
        builder.closeMark()
        builder.closeMark()
        isOpen = false
      } else {
        if !isOpen { builder.open(.ruby) }
        isOpen = true
        flatten(child, into: &builder)
      }
    }
    if isOpen { builder.closeMark() }
  }

  /// A picture that divides scenes is a rule; one that is not there is named by its alternative text.
  private func addImage(_ node: MarkupTree.Node, into builder: inout ManuscriptBuilder) {
    let words = tree.attribute("alt", of: node) ?? ""
    if let source = tree.attribute("src", of: node), dividers.contains(source) {
      return builder.addRule()
    }
    switch pictures.find(node) {
    case .here(let bytes, let name): builder.image(bytes, alternative: words, name: name)
    case .missing(let name):
      builder.leaveOut(name, "there is no such file", alternative: words)
    case .elsewhere(let address):
      guard words.contains(where: { !$0.isWhitespace }) else {
        let reason = "it is on the web and was not saved with the page"
        return builder.leaveOut(address, reason, alternative: words)
      }
      builder.open(.link(address))
      builder.count(words.utf8Span.span)
      builder.add(words.utf8)
      builder.closeMark()
    case .furniture:
      builder.count(words.utf8Span.span)
      guard words.contains(where: { !$0.isWhitespace }) else { return }
      builder.take(
        words, .removed, rule: "picture-furniture", reason: "a picture that is the page's own")
    case .sign, .unknown:
      builder.count(words.utf8Span.span)
      builder.add(words.utf8)
    }
  }
}
