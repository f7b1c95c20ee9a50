internal import FanfoldStory

/// Makes paragraphs of lines: joins what was wrapped, keeps what was not, reads the marks of emphasis.
struct TextComposer {
  private let manuscript: Manuscript
  private let styles: SortedMarks

  init(_ manuscript: Manuscript) {
    self.manuscript = manuscript
    styles = SortedMarks(manuscript.marks)
  }

  /// A piece of a line with its runs of blanks made one.
  func line(_ range: Range<Int>) -> String {
    var joined = JoinedText(manuscript, styles)
    joined.append(range)
    return String(decoding: joined.bytes, as: UTF8.self)
  }

  /// What lines of one block of the manuscript make: a paragraph, lines that are kept, a picture.
  func block(
    _ lines: Range<Int>, of block: Manuscript.Block, _ draft: Draft, _ marks: inout [UInt8]
  ) -> Block? {
    guard let first = lines.first, let last = lines.last else { return nil }
    let source = SourceLines(manuscript.lines[first].number, manuscript.lines[last].number)
    if block.kind == .preformatted {
      let text = manuscript.string(draft.range(first).lowerBound..<draft.range(last).upperBound)
      return Block(.preformatted(text), lines: source)
    }
    let content: Block.Content
    if case .heading = block.kind {
      return Block(.subheading(inlines(of: lines, draft, &marks)), lines: source)
    } else if block.kind == .picture {
      content = .figure(inlines(of: lines, draft, &marks), caption: [])
    } else if block.flow == .wrapped || lines.count == 1 {
      content = .paragraph(inlines(of: lines, draft, &marks))
    } else {
      content = .lines(lines.map { inlines(of: $0..<$0 + 1, draft, &marks) })
    }
    return Block(content, alignment: block.alignment ?? alignment(lines), lines: source)
  }

  private func inlines(of lines: Range<Int>, _ draft: Draft, _ marks: inout [UInt8]) -> [Inline] {
    if lines.count == 1, let first = lines.first {
      let range = draft.range(first)
      let isPlain = PlainRun.contains(
        manuscript.text.span, range, typedMarks: manuscript.hasTypedMarks)
      if isPlain, styles.overlapping(range).isEmpty { return [.text(manuscript.string(range))] }
    }
    var joined = JoinedText(manuscript, styles)
    joined.reserve(lines.reduce(0) { $0 + draft.range($1).count + 1 })
    for line in lines { joined.append(draft.range(line), isTight: draft.isTight(before: line)) }
    return joined.inlines(&marks)
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
}
