internal import FanfoldStory

/// Joins the lines of documents that were wrapped before they came into their format: a mail pasted into a word
/// processor, a text in `<pre>`, or with a `<br>` at the end of each line. What the format calls a line or a paragraph
/// says nothing then, and the lines are read as those of a plain text.
struct WrappedLines {
  let marks: SceneBreakMarks

  /// Joins the lines where the evidence is strong; a few lines of verse or code are left as they are.
  func join(_ manuscript: inout Manuscript) {
    let runs = Self.runs(manuscript)
    let lines = Self.lines(of: runs, manuscript)
    guard lines.count >= Self.leastLines, Self.isMost(lines, of: manuscript),
      !Self.isWide(lines, manuscript.text), !Self.isVerse(lines, manuscript.text)
    else { return }
    // Verse is indented as well: that lines were wrapped is told by their ends, or by how those at the margin begin.
    let flat = LineShapeDetector(text: manuscript.text, lines: lines.map { $0.indented(0) })
    guard Self.widths.contains(flat.ordinaryWidth()) else { return }
    var shape = flat.detect()
    let indented = LineShapeDetector(text: manuscript.text, lines: lines).detect()
    let goesOn = indented.isWrapped && Self.goesOnAtMargin(lines, manuscript.text)
    guard shape.isWrapped || goesOn || Self.breaksSentences(lines, manuscript.text, shape) else {
      return
    }
    if indented.isWrapped { shape = indented }
    if !shape.isWrapped { (shape.isWrapped, shape.paragraphs) = (true, .blankLine) }
    rebuild(&manuscript, runs, lines, shape)
  }

  private static let leastLines = 12
  /// In columns; what is wider was wrapped by nobody, and what is narrower is verse.
  private static let widths = 44...110

  // MARK: what may be joined

  /// Blocks one below the other that are nothing but text.
  private static func runs(_ manuscript: Manuscript) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, block) in manuscript.blocks.enumerated() where isText(block) {
      if let last = runs.last, last.upperBound == index,
        manuscript.blocks[index - 1].role == block.role
      {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  private static func isText(_ block: Manuscript.Block) -> Bool {
    (block.kind == .paragraph || block.kind == .preformatted)
      && (block.role == nil || block.role == .body) && block.flow == .lines && !block.isApart
      && block.enclosure == nil && block.alignment ?? .natural == .natural
  }

  /// The lines of the runs as a plain text would have them: where each line is a paragraph of its own, only an empty
  /// paragraph is a blank line.
  private static func lines(
    of runs: [Range<Int>], _ manuscript: Manuscript
  ) -> [Manuscript.Line] {
    let blocks = runs.joined()
    let single = blocks.count { manuscript.blocks[$0].lines.count == 1 }
    let blanksLess = single * 10 >= blocks.count * 7 ? 1 : 0
    var lines: [Manuscript.Line] = []
    lines.reserveCapacity(manuscript.lines.count)
    for block in blocks {
      let range = manuscript.blocks[block].lines
      for index in range {
        let line = manuscript.lines[index]
        let isFirst = index == range.lowerBound
        lines.append(
          Manuscript.Line(
            range: line.range, indent: line.indent, width: line.width, number: line.number,
            blanksBefore: isFirst ? max(0, line.blanksBefore - blanksLess) : line.blanksBefore))
      }
    }
    return lines
  }

  private static func isMost(_ lines: [Manuscript.Line], of manuscript: Manuscript) -> Bool {
    lines.reduce(0) { $0 + $1.range.count } * 10 >= manuscript.text.count * 6
  }

  /// Whether it is in a script without blanks between words, whose lines are always full.
  private static func isWide(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Bool {
    let sample = lines.prefix(200)
    let wide = sample.reduce(0) { $0 + text[$1.range].count { (0xE3...0xED).contains($0) } }
    return wide * 20 > sample.reduce(0) { $0 + $1.range.count }
  }

  /// Whether lines end in the middle of sentences, and only long ones. Where indents are gone and speeches are short
  /// hardly a line is full, and this is what is left to see.
  private static func breaksSentences(
    _ lines: [Manuscript.Line], _ text: [UInt8], _ shape: LineShape
  ) -> Bool {
    let pairs = zip(lines, lines.dropFirst()).filter { $0.1.blanksBefore == 0 }
    let broken = pairs.filter {
      (0x61...0x7A).contains(text[$0.1.range.lowerBound]) && !Sentence.ends(text[$0.0.range])
    }
    let long = broken.count { $0.0.width * 4 >= shape.width * 3 }
    return broken.count >= leastLines && broken.count * 5 >= pairs.count
      && long * 10 >= broken.count * 9
  }

  /// Whether lines begin with capitals wherever the sentence is: those of a poem.
  private static func isVerse(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Bool {
    let touching = lines.filter { $0.blanksBefore == 0 }
    let capitals = touching.count { line in
      text[line.range].first { $0 > 0x40 && $0 < 0x80 }.map { $0 < 0x61 } ?? false
    }
    return touching.count >= 8 && capitals * 10 >= touching.count * 9
  }

  /// Whether one line in three of those at the margin begins in the middle of a sentence.
  private static func goesOnAtMargin(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Bool {
    let margin = lines.lazy.map(\.indent).min() ?? 0
    let outer = lines.filter { $0.indent == margin }
    return outer.count { (0x61...0x7A).contains(text[$0.range.lowerBound]) } * 3 >= outer.count
  }

  // MARK: joining

  private func rebuild(
    _ manuscript: inout Manuscript, _ runs: [Range<Int>], _ lines: [Manuscript.Line],
    _ shape: LineShape
  ) {
    var blocks: [Manuscript.Block] = []
    var next = 0
    var done = 0
    for run in runs {
      blocks += manuscript.blocks[next..<run.lowerBound]
      let first = manuscript.blocks[run.lowerBound]
      let place = first.lines.lowerBound
      let count = manuscript.blocks[run.upperBound - 1].lines.upperBound - place
      let own = Array(lines[done..<done + count])
      for var block in BlockBuilder.blocks(
        text: manuscript.text, lines: own, shape: shape, marks: marks)
      {
        block.lines = block.lines.lowerBound + place..<block.lines.upperBound + place
        block.role = first.role
        blocks.append(block)
      }
      for (offset, line) in own.enumerated() { manuscript.lines[place + offset] = line }
      (next, done) = (run.upperBound, done + count)
    }
    blocks += manuscript.blocks[next...]
    manuscript.blocks = blocks
    manuscript.shape = shape
  }
}
