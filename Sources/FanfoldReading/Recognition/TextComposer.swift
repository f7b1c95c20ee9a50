internal import FanfoldStory

/// Makes paragraphs of lines: joins what was wrapped, keeps what was not, reads the marks of emphasis.
struct TextComposer {
  private let manuscript: Manuscript

  init(_ manuscript: Manuscript) { self.manuscript = manuscript }

  /// A piece of a line with its runs of blanks made one.
  func line(_ range: Range<Int>) -> String {
    var joined: [UInt8] = []
    append(range, to: &joined)
    return String(decoding: joined, as: UTF8.self)
  }

  /// The blocks that lines of one block of the manuscript make: a paragraph, or lines that are kept.
  func blocks(
    _ lines: Range<Int>, flow: Manuscript.Block.Flow, _ draft: Draft, _ marks: inout [UInt8]
  ) -> [Block] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let source = SourceLines(manuscript.lines[first].number, manuscript.lines[last].number)
    if flow == .wrapped || lines.count == 1 {
      var text: [UInt8] = []
      text.reserveCapacity(draft.range(last).upperBound - draft.range(first).lowerBound)
      for line in lines { append(draft.range(line), to: &text) }
      let inlines = InlineReader.read(text, into: &marks)
      return [Block(.paragraph(inlines), alignment: alignment(lines), lines: source)]
    }
    let made = lines.map { line -> [Inline] in
      var text: [UInt8] = []
      append(draft.range(line), to: &text)
      return InlineReader.read(text, into: &marks)
    }
    return [Block(.lines(made), lines: source)]
  }

  func sceneBreak(_ line: Int, label: Range<Int>?, _ draft: Draft) -> Block {
    let number = manuscript.lines[line].number
    let words = label.map { [Inline.text(self.line($0))] } ?? []
    return Block(.sceneBreak(label: words), lines: SourceLines(number, number))
  }

  func subheading(_ line: Int, _ draft: Draft) -> Block {
    let number = manuscript.lines[line].number
    return Block(
      .subheading([.text(self.line(draft.range(line)))]), lines: SourceLines(number, number))
  }

  private func alignment(_ lines: Range<Int>) -> Block.Alignment {
    guard lines.count == 1, let first = lines.first else { return .natural }
    let line = manuscript.lines[first]
    if Alignment.isAtEnd(line, in: manuscript.shape) { return .end }
    return Alignment.isCentred(line, in: manuscript.shape) ? .centre : .natural
  }

  /// Adds a line to a paragraph: a blank between, unless both sides are of a script without blanks; runs of blanks
  /// become one.
  private func append(_ range: Range<Int>, to text: inout [UInt8]) {
    if let last = text.last, let first = manuscript.text[range].first,
      !(isWide(first) && last >= 0x80)
    {
      text.append(0x20)
    }
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = manuscript.text[index]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0B || byte == 0x0C else {
        index += 1
        continue
      }
      text.append(contentsOf: manuscript.text[start..<index])
      text.append(0x20)
      while index < range.upperBound,
        (0x09...0x0C).contains(manuscript.text[index]) || manuscript.text[index] == 0x20
      {
        index += 1
      }
      start = index
    }
    text.append(contentsOf: manuscript.text[start..<range.upperBound])
  }

  /// Whether a lead byte begins a kana or an ideograph.
  private func isWide(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) }
}
