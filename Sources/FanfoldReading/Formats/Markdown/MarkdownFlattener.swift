internal import FanfoldMarkup
internal import FanfoldStory

/// Tells a ``ManuscriptBuilder`` what a Markdown document holds: its paragraphs, lines, headings and rules, the styles
/// of its text, its tables as lines.
struct MarkdownFlattener {
  private var quotes = 0
  private var lists: [Bool] = []
  /// What is open: how many marks it has, and the name of the tag when HTML opened it.
  private var opened: [(marks: Int, tag: String?)] = []
  private var isFirstCell = true
  /// Whether the number of a note stands in the block already.
  private var continuesBlock = false

  mutating func add(_ event: MarkdownEvent, to builder: inout ManuscriptBuilder) {
    if event.line > 0 { builder.sourceLine = event.line }
    switch event.content {
    case .begin(let element): begin(element, &builder)
    case .end(let element): end(element, &builder)
    case .text(let bytes): addText(bytes, &builder)
    case .code(let bytes):
      builder.open(.code)
      addText(bytes, &builder)
      builder.closeMark()
    case .codeBlock(let bytes, let isFenced): addCode(bytes, isFenced: isFenced, &builder)
    case .inlineHTML(let tag): addTag(tag, &builder)
    case .blockHTML(let html): addHTML(html, &builder)
    case .footnoteReference(let number): addNumber(number, &builder)
    case .softBreak: builder.add(" ".utf8)
    case .lineBreak: builder.breakLine()
    case .rule: builder.addRule()
    }
  }

  // MARK: elements

  private mutating func begin(
    _ element: MarkdownEvent.Element, _ builder: inout ManuscriptBuilder
  ) {
    switch element {
    case .paragraph:
      if !continuesBlock { builder.beginBlock(kind) }
      continuesBlock = false
    case .heading(let level): builder.beginBlock(.heading(level: level))
    case .quotation: quotes += 1
    case .list(let ordered): lists.append(ordered)
    case .item: break
    case .emphasis: open([.emphasis], &builder)
    case .strong: open([.strong], &builder)
    case .strikethrough: open([.strikethrough], &builder)
    case .link(let target), .image(let target):
      open(InlineStyle.isAddress(target) ? [.link(target)] : [], &builder)
    case .table: builder.beginBlock(kind)
    case .tableRow: isFirstCell = true
    case .tableCell:
      if !isFirstCell { addText(Array(" | ".utf8), &builder) }
      isFirstCell = false
    case .footnote(let number):
      builder.beginBlock(kind)
      addNumber(Array(String(number).utf8), &builder)
      builder.add(" ".utf8)
      continuesBlock = true
    }
  }

  private mutating func end(_ element: MarkdownEvent.Element, _ builder: inout ManuscriptBuilder) {
    switch element {
    case .paragraph, .heading, .table:
      while !opened.isEmpty { close(&builder) }
      builder.endBlock()
    case .quotation: quotes -= 1
    case .list: lists.removeLast()
    case .emphasis, .strong, .strikethrough, .link, .image: closeMarkdown(&builder)
    case .tableRow: builder.breakLine()
    case .item, .tableCell, .footnote: break
    }
  }

  private var kind: Manuscript.Block.Kind {
    if let ordered = lists.last { return .item(ordered: ordered, depth: lists.count) }
    return quotes > 0 ? .quotation : .paragraph
  }

  // MARK: text

  /// Adds text without the control characters that entities can name.
  private func addText(_ bytes: [UInt8], _ builder: inout ManuscriptBuilder) {
    var ledger = Ledger()
    let clean = ControlCharacters.strip(bytes, into: &ledger)
    builder.count(clean.span)
    builder.add(clean)
  }

  private func addNumber(_ number: [UInt8], _ builder: inout ManuscriptBuilder) {
    builder.open(.superscript)
    addText(number, &builder)
    builder.closeMark()
  }

  /// Fences say that lines are to be kept as they are. Four blanks before a line say so too, but who types them into
  /// a story means a paragraph.
  private func addCode(_ bytes: [UInt8], isFenced: Bool, _ builder: inout ManuscriptBuilder) {
    builder.beginBlock(isFenced ? .preformatted : kind)
    if isFenced {
      addText(bytes, &builder)
    } else {
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        addText(Array(line), &builder)
        builder.breakLine()
      }
    }
    builder.endBlock()
  }

  // MARK: styles

  private mutating func open(
    _ styles: [Manuscript.Mark.Style], tag: String? = nil, _ builder: inout ManuscriptBuilder
  ) {
    for style in styles { builder.open(style) }
    opened.append((styles.count, tag))
  }

  private mutating func close(_ builder: inout ManuscriptBuilder) {
    guard let last = opened.popLast() else { return }
    for _ in 0..<last.marks { builder.closeMark() }
  }

  /// Closes what Markdown opened last, and the tags that were opened within it.
  private mutating func closeMarkdown(_ builder: inout ManuscriptBuilder) {
    while let last = opened.last, last.tag != nil { close(&builder) }
    close(&builder)
  }

  // MARK: HTML

  /// A tag within a line. Words in angle brackets that are no HTML ("<whack!>", "</rant>") are text.
  private mutating func addTag(_ bytes: [UInt8], _ builder: inout ManuscriptBuilder) {
    let tag = MarkdownTag(bytes)
    switch tag.kind {
    case .text: addText(bytes, &builder)
    case .lineBreak: builder.breakLine()
    case .rule: builder.addRule()
    case .begin(let name, let styles): open(styles, tag: name, &builder)
    case .end(let name):
      let inner = opened.reversed().prefix { $0.tag != nil }
      guard let depth = inner.map(\.tag).firstIndex(of: name) else { return }
      for _ in 0...depth { close(&builder) }
    case .unseen: break
    }
  }

  /// Lines of HTML, read as those of a page.
  private func addHTML(_ bytes: [UInt8], _ builder: inout ManuscriptBuilder) {
    guard let tree = try? HTMLDocument.parse(bytes) else { return addText(bytes, &builder) }
    let line = builder.lineOffset
    builder.lineOffset += builder.sourceLine - 1
    var flattener = HTMLFlattener(tree, styles: HiddenStyles(tree))
    builder.beginBlock(kind)
    flattener.flatten(tree.root, into: &builder)
    builder.endBlock()
    builder.lineOffset = line
  }
}
