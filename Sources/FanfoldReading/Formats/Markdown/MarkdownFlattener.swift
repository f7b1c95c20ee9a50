internal import FanfoldMarkup
internal import FanfoldStory

/// Tells a ``ManuscriptBuilder`` what a Markdown document holds: its paragraphs, lines, headings and rules, the styles
/// of its text, its quotations, lists, tables and pictures.
struct MarkdownFlattener {
  private let neighbours: Neighbours
  /// What is open: how many marks it has, and the name of the tag when HTML opened it.
  private var opened: [(marks: Int, tag: String?)] = []
  /// The picture whose alternative text is being read, and that text.
  private var picture: (target: String, words: [UInt8])?
  private var isFirstRow = false
  /// Whether the number of a note stands in the block already.
  private var continuesBlock = false

  init(neighbours: Neighbours) { self.neighbours = neighbours }

  mutating func add(_ event: MarkdownEvent, to builder: inout ManuscriptBuilder) {
    if event.line > 0 { builder.sourceLine = event.line }
    if picture != nil, addWords(of: event.content, &builder) { return }
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
      if !continuesBlock { builder.beginBlock(.paragraph) }
      continuesBlock = false
    case .heading(let level): builder.beginBlock(.heading(level: level))
    case .quotation: builder.enter(.quotation)
    case .list(let ordered, let start): builder.enter(.list(ordered: ordered, start: start))
    case .item: builder.enter(.item)
    case .emphasis: open([.emphasis], &builder)
    case .strong: open([.strong], &builder)
    case .strikethrough: open([.strikethrough], &builder)
    case .link(let target): open(InlineStyle.isAddress(target) ? [.link(target)] : [], &builder)
    case .image(let target): picture = (target, [])
    case .table:
      builder.enter(.table)
      isFirstRow = true
    case .tableRow: builder.enter(.row)
    case .tableCell(let alignment):
      builder.enter(.cell(isHeader: isFirstRow, columns: 1, rows: 1))
      builder.beginBlock(.paragraph, alignment: alignment.block)
    case .footnote(let number):
      builder.beginBlock(.paragraph)
      addNumber(Array(String(number).utf8), &builder)
      builder.add(" ".utf8)
      continuesBlock = true
    }
  }

  private mutating func end(_ element: MarkdownEvent.Element, _ builder: inout ManuscriptBuilder) {
    switch element {
    case .paragraph, .heading:
      while !opened.isEmpty { close(&builder) }
      builder.endBlock()
    case .tableCell:
      while !opened.isEmpty { close(&builder) }
      builder.leave()
    case .tableRow:
      isFirstRow = false
      builder.leave()
    case .quotation, .list, .item, .table: builder.leave()
    case .emphasis, .strong, .strikethrough, .link: closeMarkdown(&builder)
    case .image, .footnote: break
    }
  }

  // MARK: pictures

  /// Takes what stands for a picture; tells whether it did.
  private mutating func addWords(
    of content: MarkdownEvent.Content, _ builder: inout ManuscriptBuilder
  ) -> Bool {
    switch content {
    case .text(let bytes), .code(let bytes): picture?.words += bytes
    case .softBreak, .lineBreak: picture?.words.append(0x20)
    case .end(.image):
      guard let (target, words) = picture else { return true }
      picture = nil
      addPicture(target, ControlCharacters.taken(from: words, into: &builder), &builder)
    case .begin, .end: break
    case .codeBlock, .inlineHTML, .blockHTML, .footnoteReference, .rule: return false
    }
    return true
  }

  private mutating func addPicture(
    _ target: String, _ words: [UInt8], _ builder: inout ManuscriptBuilder
  ) {
    let alternative = String(decoding: words, as: UTF8.self)
    switch PagePictures.place(of: target, among: neighbours) {
    case .here(let bytes, let name): builder.image(bytes, alternative: alternative, name: name)
    case .missing(let name):
      builder.leaveOut(name, "there is no such file", alternative: alternative)
    case .elsewhere, .furniture, .sign, .unknown:
      builder.count(words.span)
      open(InlineStyle.isAddress(target) ? [.link(target)] : [], &builder)
      builder.add(words)
      close(&builder)
    }
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
    builder.beginBlock(isFenced ? .preformatted : .paragraph)
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
    case .picture(let source, let words):
      addPicture(source, ControlCharacters.taken(from: Array(words.utf8), into: &builder), &builder)
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
    var flattener = HTMLFlattener(tree, styles: PageStyles(tree), neighbours: neighbours)
    builder.beginBlock(.paragraph)
    flattener.flatten(tree.root, into: &builder)
    builder.endBlock()
    builder.lineOffset = line
  }
}

extension MarkdownEvent.Alignment {
  fileprivate var block: Block.Alignment? {
    switch self {
    case .unstated: nil
    case .left: .natural
    case .centre: .centre
    case .right: .end
    }
  }
}
