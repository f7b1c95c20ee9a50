internal import FanfoldStory

/// Builds a manuscript from a format that has structure of its own: web pages, Markdown, word processors, EPUB.
/// The reader of the format walks its tree and says what it meets, in order.
struct ManuscriptBuilder {
  private var manuscript: Manuscript
  private var shelf = ImageShelf()
  /// Blocks opened and not yet closed decide what the next line is.
  private var kind = Manuscript.Block.Kind.paragraph
  private var alignment: Block.Alignment?
  /// What part of the work the lines to come are; readers that know set it before they add blocks.
  var role: Manuscript.Block.Role?
  /// The line of the source that is being read, from 1.
  var sourceLine = 1
  /// How many lines of the source stand before the piece in which lines are counted.
  var lineOffset = 0

  /// Whether readers see the blanks before a line, as in a word processor.
  private let keepsIndents: Bool

  private(set) var lineStart: Int?
  /// The columns of blanks that were passed over before the line.
  private var indent = 0
  private var endsInBlank = true
  private var blockStart: Int?
  private var blanks = 0
  private var openMarks: [(style: Manuscript.Mark.Style, start: Int, index: Int)] = []
  private var enclosures = EnclosureStack()
  /// The pictures of the line that is open, as indices of marks.
  private var lineImages: [Int] = []
  /// Whether there is a picture in the block that is open, and whether there is anything else.
  private var (hasImage, hasText) = (false, false)

  init(file: StoryFile, textCapacity: Int, keepsIndents: Bool = false) {
    self.keepsIndents = keepsIndents
    let shape = LineShape(
      paragraphs: .blankLine, isWrapped: false, width: 72, margin: 0, hasHangingIndent: false,
      paragraphGap: 1)
    manuscript = Manuscript(
      file: file.name, text: [], lines: [], blocks: [],
      shape: shape,
      facts: [], tally: CharacterTally(), ledger: Ledger())
    manuscript.text.reserveCapacity(textCapacity)
  }

  /// How many lines were finished so far.
  var lineCount: Int { manuscript.lines.count }

  // MARK: text

  /// Adds text; runs of white space become one blank, as HTML has it, unless the block is preformatted.
  mutating func add(_ text: some Collection<UInt8>) { add(Array(text)[...]) }

  /// Adds text that lies in an array, which most of a page does: words and the single blanks between them are
  /// copied in one go.
  mutating func add(_ text: ArraySlice<UInt8>) {
    if kind == .preformatted { return addPreformatted(text) }
    let bytes = text.span
    var index = 0
    while index < bytes.count {
      let end = WordRun.end(bytes, from: index)
      if end > index {
        beginLine()
        let start = text.startIndex + index
        manuscript.text.append(contentsOf: text[start..<text.startIndex + end])
        endsInBlank = false
        hasText = true
        index = end
      } else {
        if !endsInBlank { manuscript.text.append(0x20) }
        endsInBlank = true
        if keepsIndents, lineStart == nil { indent = Columns.next(bytes, index, after: indent) }
        index += 1
      }
    }
  }

  private mutating func addPreformatted(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes where byte != 0x0D {
      if byte == 0x0A {
        breakLine()
        sourceLine += 1
      } else {
        beginLine()
        manuscript.text.append(byte)
        hasText = true
      }
    }
  }

  private mutating func beginLine() {
    guard lineStart == nil else { return }
    lineStart = manuscript.text.count
    // Marks opened before the line's first letter begin with it.
    for index in openMarks.indices where openMarks[index].start >= manuscript.text.count {
      openMarks[index].start = manuscript.text.count
    }
  }

  /// Ends the line. A second break without text between ends the paragraph too, as people type it.
  mutating func breakLine() {
    if endLine() { return }
    if kind == .preformatted {
      if blockStart != nil { manuscript.text.append(0x0A) }
    } else if kind == .quotation {
      blanks += 1
    } else {
      endBlockKeepingKind()
    }
    blanks += 1
  }

  /// Closes the line that is open; tells whether there was one.
  @discardableResult
  private mutating func endLine() -> Bool {
    defer { indent = 0 }
    guard let start = lineStart else { return false }
    let end = HeadingTokens.trimmed(manuscript.text, start..<manuscript.text.count)
    lineStart = nil
    endsInBlank = true
    placeImages(in: end)
    guard !end.isEmpty || !lineImages.isEmpty else { return false }
    lineImages = []
    if blockStart == nil { blockStart = manuscript.lines.count }
    let isFirst = blockStart == manuscript.lines.count
    let isKept = kind == .preformatted
    manuscript.lines.append(
      Manuscript.Line(
        range: end,
        indent: Columns.ofBlanks(manuscript.text.span, start..<end.lowerBound, after: indent),
        width: Columns.count(manuscript.text.span, end), number: lineOffset + sourceLine,
        blanksBefore: isFirst ? 1 + blanks : isKept ? blanks : 0))
    if isFirst || isKept { blanks = 0 }
    manuscript.text.append(0x0A)
    return true
  }

  // MARK: enclosures

  /// Begins a quotation, a list, a table or what else stands around blocks; the block that is open ends. Each one is
  /// left by ``leave()``. Blocks within are begun as paragraphs: what they are in is known.
  ///
  /// A list holds items, a table its caption and rows, a row cells, a spoiler its summary before its text.
  mutating func enter(_ kind: Manuscript.Enclosure.Kind) {
    endBlock()
    enclosures.enter(kind)
    self.kind = enclosures.paragraph
  }

  /// Ends what was entered last.
  mutating func leave() {
    endBlock()
    enclosures.leave()
    kind = enclosures.paragraph
  }

  // MARK: blocks

  /// Begins a block of that kind; one that is open ends.
  mutating func beginBlock(_ kind: Manuscript.Block.Kind, alignment: Block.Alignment? = nil) {
    endBlock()
    self.kind = enclosures.prepare(for: kind)
    self.alignment = alignment
  }

  /// Ends the block that is open; a block without text is a blank line.
  mutating func endBlock() {
    endBlockKeepingKind()
    kind = enclosures.paragraph
    alignment = nil
  }

  /// A paragraph of its own that had no text in it: a spacer.
  mutating func addBlankParagraph() { blanks += 1 }

  private mutating func endBlockKeepingKind() {
    endLine()
    guard let start = blockStart else { return }
    blockStart = nil
    let isPicture = hasImage && !hasText
    manuscript.blocks.append(
      Manuscript.Block(
        lines: start..<manuscript.lines.count, flow: .lines, kind: isPicture ? .picture : kind,
        role: role,
        alignment: alignment, followsGap: false, enclosure: enclosures.current,
        isApart: isPicture || enclosures.isApart))
    (hasImage, hasText) = (false, false)
  }

  /// A horizontal rule.
  mutating func addRule() {
    endBlock()
    let place = manuscript.text.count
    manuscript.lines.append(
      Manuscript.Line(
        range: place..<place, indent: 0, width: 0, number: lineOffset + sourceLine, blanksBefore: 1)
    )
    let last = manuscript.lines.count - 1
    manuscript.blocks.append(
      Manuscript.Block(
        lines: last..<last + 1, flow: .lines, kind: .rule, role: role, followsGap: false,
        enclosure: enclosures.current))
    blanks = 0
  }

  // MARK: marks

  /// Begins a stretch of text of that style.
  mutating func open(_ style: Manuscript.Mark.Style) {
    manuscript.marks.append(Manuscript.Mark(style: style, range: 0..<0))
    openMarks.append((style, manuscript.text.count, manuscript.marks.count - 1))
  }

  /// Ends the stretch that began last.
  mutating func closeMark() {
    guard let mark = openMarks.popLast() else { return }
    let end = max(mark.start, manuscript.text.count)
    manuscript.marks[mark.index].range = mark.start..<end
  }

  // MARK: pictures

  /// Adds a picture where the text is: one that stands on a line of its own becomes a figure.
  ///
  /// Readers whose pictures lie in the file itself hand them in here; what is no picture, or one that no book can hold
  /// (``ImageShelf``), leaves its alternative text and a remark.
  ///
  /// - Parameters:
  ///   - bytes: The file of the picture, as it is.
  ///   - alternative: What stands for it, counted here as text of the input; empty when the source does not say.
  ///   - name: How remarks call it: the file's name, or its address.
  mutating func image(_ bytes: [UInt8], alternative: String, name: String) {
    // A heading is words: it stands in the contents too.
    if case .heading = kind, alternative.contains(where: { !$0.isWhitespace }) {
      return leaveOut(name, "it is part of a heading", alternative: alternative)
    }
    switch shelf.take(bytes) {
    case .success(let image): add(image, alternative: alternative)
    case .failure(let refusal): leaveOut(name, refusal.reason, alternative: alternative)
    }
  }

  /// States the cover; a picture that no book can hold leaves a remark.
  mutating func setCover(_ bytes: [UInt8], name: String) {
    var shelf = ImageShelf()
    switch shelf.take(bytes) {
    case .success(let image): manuscript.cover = image
    case .failure(let refusal): remark("the cover \(name) was left out: \(refusal.reason)")
    }
  }

  /// Adds the words that stand for a picture, and says why it is not there itself.
  mutating func leaveOut(_ picture: String, _ reason: String, alternative: String) {
    shelf.leaveOut(picture, reason)
    count(alternative.utf8Span.span)
    add(alternative.utf8)
  }

  private mutating func add(_ image: StoryImage, alternative: String) {
    beginLine()
    let hadText = hasText
    manuscript.marks.append(Manuscript.Mark(style: .image(image.id), range: 0..<0))
    let mark = manuscript.marks.count - 1
    // White space at the ends would stand beside the picture.
    let words = alternative.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let start = manuscript.text.count
    count(words.utf8Span.span)
    add(words.utf8)
    manuscript.marks[mark].range = start..<manuscript.text.count
    lineImages.append(mark)
    (hasImage, hasText) = (true, hadText)
  }

  /// Puts pictures without words, which may stand in the blanks around a line, within the line.
  private mutating func placeImages(in line: Range<Int>) {
    for mark in lineImages {
      let range = manuscript.marks[mark].range
      manuscript.marks[mark].range = range.clamped(to: line)
    }
  }

  // MARK: facts

  /// States something about the story.
  mutating func state(_ subject: Manuscript.Fact.Subject, _ value: String, isItem: Bool = false) {
    manuscript.facts.append(
      Manuscript.Fact(subject: subject, value: value, line: lineOffset + sourceLine, isItem: isItem)
    )
  }

  /// Counts text of the file that is added to the manuscript or entered in the ledger.
  mutating func count(_ bytes: Span<UInt8>) { manuscript.tally.add(utf8: bytes) }

  /// Enters text in the ledger instead of the story.
  mutating func take(_ text: String, _ fate: Ledger.Entry.Fate, rule: String, reason: String) {
    let line = lineOffset + sourceLine
    manuscript.ledger.entries.append(
      .init(fate, rule: rule, reason: reason, text: text, lines: SourceLines(line, line)))
  }

  mutating func remark(_ words: String) { manuscript.remarks.append(words) }

  /// The manuscript, when everything was added.
  mutating func finish(hasTypedMarks: Bool) -> Manuscript {
    endBlock()
    while !openMarks.isEmpty { closeMark() }
    manuscript.marks.removeAll { $0.range.isEmpty && !$0.style.isImage }
    manuscript.marks.sort {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }
    manuscript.hasTypedMarks = hasTypedMarks
    manuscript.images = shelf.images
    manuscript.remarks += shelf.remarks
    manuscript.enclosures = enclosures.enclosures
    manuscript.findGaps()
    return manuscript
  }
}
