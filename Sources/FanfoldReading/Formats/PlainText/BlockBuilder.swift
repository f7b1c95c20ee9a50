/// Groups the lines of a plain text into paragraphs by the shape of the whole.
struct BlockBuilder {
  private let text: [UInt8]
  private let lines: [Manuscript.Line]
  private let shape: LineShape
  private let marks: SceneBreakMarks
  /// The lines that are known to be headings of chapters, by their numbers.
  private let headings: Set<Int>
  private var blocks: [Manuscript.Block] = []

  static func blocks(
    text: [UInt8], lines: [Manuscript.Line], shape: LineShape, marks: SceneBreakMarks,
    headings: Set<Int> = []
  ) -> [Manuscript.Block] {
    var builder = BlockBuilder(
      text: text, lines: lines, shape: shape, marks: marks, headings: headings)
    builder.build()
    return builder.blocks
  }

  private init(
    text: [UInt8], lines: [Manuscript.Line], shape: LineShape, marks: SceneBreakMarks,
    headings: Set<Int>
  ) {
    self.text = text
    self.lines = lines
    self.shape = shape
    self.marks = marks
    self.headings = headings
  }

  private mutating func build() {
    let gap = GapRule(lines: lines, shape: shape)
    blocks.reserveCapacity(shape.isWrapped ? lines.count / 2 : lines.count)
    var start = 0
    while start < lines.count {
      var end = start + 1
      if !standsAlone(start) {
        while end < lines.count, !startsBlock(end), !standsAlone(end) { end += 1 }
      }
      append(start..<end, followsGap: gap.isGap(before: lines[start]))
      start = end
    }
  }

  /// Whether a line is a block of its own wherever it stands: a rule, a row of asterisks.
  private func standsAlone(_ index: Int) -> Bool {
    if isHeading(index) { return true }
    let range = lines[index].range
    // Words, or speech: at most lines one or two bytes are enough.
    if isWord(range.lowerBound) || range.count > 1 && isWord(range.lowerBound + 1) { return false }
    return marks.mayBeMark(text[range])
  }

  private func isHeading(_ index: Int) -> Bool {
    !headings.isEmpty && headings.contains(lines[index].number)
  }

  private func isWord(_ index: Int) -> Bool {
    text[index] < 0x80 && SceneBreakMarks.isWordByte(text[index])
  }

  private func startsBlock(_ index: Int) -> Bool {
    let line = lines[index]
    let previous = lines[index - 1]
    if shape.paragraphs == .doubleSpaced {
      let isIndented = (shape.margin + 2...shape.margin + 12).contains(line.indent)
      return line.blanksBefore > 1 || isIndented || isShortEnd(previous, line)
    }
    if line.blanksBefore > 0 { return true }
    if !shape.isWrapped {
      return shape.paragraphs == .onePerLine || previous.width > 70 || line.width > 70
    }
    if shape.paragraphs == .indented, line.indent > shape.margin, line.indent <= shape.margin + 12,
      line.indent > previous.indent || isShortEnd(previous, line) || !isFull(previous, line)
    {
      return true
    }
    return isShortEnd(previous, line)
  }

  /// Whether a paragraph seems to end with `line`: it stops well before the margin, with the end of a sentence,
  /// and the next line begins as a paragraph may.
  private func isShortEnd(_ line: Manuscript.Line, _ next: Manuscript.Line) -> Bool {
    guard !shape.hasHangingIndent, line.width > 1, line.indent <= shape.margin + 12,
      shape.fits(next: firstWord(next), after: line.indent + line.width, slack: shape.width / 6),
      Sentence.ends(text[line.range])
    else { return false }
    let first = text[next.range.lowerBound]
    return first == 0x22 || (0x41...0x5A).contains(first) || first >= 0xC0 || first == 0x27
  }

  private func isFull(_ line: Manuscript.Line, _ next: Manuscript.Line) -> Bool {
    !shape.fits(next: firstWord(next), after: line.indent + line.width)
  }

  private func firstWord(_ line: Manuscript.Line) -> Int {
    Columns.count(text.span, line.range.lowerBound..<Words.end(text, from: line.range))
  }

  private mutating func append(_ range: Range<Int>, followsGap: Bool) {
    let flow: Manuscript.Block.Flow = shape.isWrapped && !isVerse(range) ? .wrapped : .lines
    var block = Manuscript.Block(lines: range, flow: flow, followsGap: followsGap)
    if isHeading(range.lowerBound) { block.kind = .heading(level: 2) }
    blocks.append(block)
  }

  /// Whether most lines end before they had to.
  private func isVerse(_ range: Range<Int>) -> Bool {
    guard range.count >= 2 else { return false }
    let short = range.dropLast().filter { index in
      let line = lines[index]
      return shape.fits(
        next: firstWord(lines[index + 1]), after: line.indent + line.width, slack: 6)
    }
    return short.count * 3 >= (range.count - 1) * 2
  }
}

/// When blank lines mean more than a new paragraph.
struct GapRule {
  private let least: Int

  init(lines: [Manuscript.Line], shape: LineShape) {
    switch shape.paragraphs {
    case .doubleSpaced: least = Int.max
    case .onePerLine: least = Self.rare(lines, from: 1)
    case .indented where shape.paragraphGap == 0: least = Self.rare(lines, from: 1)
    case .indented, .blankLine: least = Self.rare(lines, from: shape.paragraphGap + 2, atLeast: 2)
    }
  }

  func isGap(before line: Manuscript.Line) -> Bool { line.blanksBefore >= least }

  /// The size of gap from which on gaps are too rare to be ordinary paragraph ends; it must occur at least so
  /// often to be meant.
  private static func rare(_ lines: [Manuscript.Line], from size: Int, atLeast: Int = 1) -> Int {
    let count = lines.dropFirst().count { $0.blanksBefore >= size }
    return count >= atLeast && count * 4 <= lines.count ? size : Int.max
  }
}
