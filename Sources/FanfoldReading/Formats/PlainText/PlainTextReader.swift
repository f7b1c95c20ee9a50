internal import FanfoldStory

/// Plain text → manuscript: control characters go, mail headers become facts, lines become paragraphs.
struct PlainTextReader {
  let marks: SceneBreakMarks
  let labels: HeaderLabels
  let headings: HeadingWords

  /// - Throws: ``ReadError`` when the text is a copy of a page that a site shows instead of a story.
  func read(_ text: [UInt8], file: StoryFile) throws(ReadError) -> Manuscript {
    var tally = CharacterTally()
    tally.add(utf8: text.span)
    var ledger = Ledger()
    let text = LinkNumbers.cut(ControlCharacters.strip(text, into: &ledger), into: &ledger)
    let lines = try understand(
      LineScanner.lines(of: text), of: text, file: file.name, into: &ledger)
    return Manuscript(
      file: file.name, text: text, lines: lines.kept, blocks: lines.blocks, shape: lines.shape,
      facts: lines.facts, tally: tally, ledger: ledger)
  }

  /// What the lines of a text are.
  private struct Lines {
    var kept: [Manuscript.Line]
    var blocks: [Manuscript.Block]
    var shape: LineShape
    var facts: [Manuscript.Fact]
  }

  private func understand(
    _ lines: [Manuscript.Line], of text: [UInt8], file: String, into ledger: inout Ledger
  ) throws(ReadError) -> Lines {
    var lines = NumberedLines.cut(lines, of: text, into: &ledger)
    lines = QuotedLines.cut(lines, of: text, into: &ledger)
    lines = MailHeader.unfolded(lines, of: text)
    let headings = HeadingParser(words: headings)
    var facts = Messages(text: text, headings: headings).take(from: &lines, into: &ledger)
    let page = CopiedPage.find(in: lines, of: text)
    if let page {
      facts += page.facts
      lines = page.cut(lines, text, into: &ledger)
    } else {
      try CopiedRefusal.check(text, lines: lines, file: file)
    }
    lines = RunningHeads.cut(lines, of: text, headings: headings, into: &ledger)
    let frames = CommentFrames(lines, of: text, into: &ledger)
    lines = FramedLines.cut(frames.lines, of: text, into: &ledger)
    lines = FlatHeader(labels: labels).cut(lines, of: text)
    let shape = LineShapeDetector(text: text, lines: lines).detect()
    var known = frames.headings
    if let heading = page?.headingIndex(in: lines) { known.insert(lines[heading].number) }
    let blocks = BlockBuilder.blocks(
      text: text, lines: lines, shape: shape, marks: marks, headings: known)
    return Lines(kept: lines, blocks: blocks, shape: shape, facts: facts)
  }
}

extension PlainTextReader {
  /// Reads the text in a `<pre>` that is all there is on a page: a text file that a browser showed and saved, an article
  /// in an archive of newsgroups.
  func readPreformatted(_ manuscript: inout Manuscript) throws(ReadError) {
    guard let index = manuscript.blocks.firstIndex(where: { $0.kind == .preformatted }),
      let piece = wholeText(manuscript.blocks[index], of: manuscript)
    else { return }
    let own = manuscript.lines[manuscript.blocks[index].lines]
    var lines = LineScanner.lines(of: manuscript.text, in: piece)
    if lines.count == own.count { lines = zip(lines, own).map { $0.numbered($1.number) } }
    var ledger = manuscript.ledger
    let found = try understand(lines, of: manuscript.text, file: manuscript.file, into: &ledger)
    guard found.shape.isWrapped || !standsAsItIs(found.kept) else { return }
    manuscript.ledger = ledger
    manuscript.replace(index, by: found.blocks, of: found.kept)
    manuscript.facts += found.facts
    manuscript.shape = found.shape
  }

  /// Where the text of a block is that has nearly all of it, the blanks before its lines with it.
  private func wholeText(
    _ block: Manuscript.Block, of manuscript: Manuscript
  ) -> Range<Int>? {
    guard block.enclosure == nil, block.role == nil, let last = block.lines.last else { return nil }
    let first = block.lines.lowerBound
    let limit = first > 0 ? manuscript.lines[first - 1].range.upperBound : 0
    let text = manuscript.text.span
    var start = manuscript.lines[first].range.lowerBound
    while let blank = Blanks.lengthBefore(text, end: start, start: limit) { start -= blank }
    let piece = start..<manuscript.lines[last].range.upperBound
    return piece.count * 10 >= manuscript.text.count * 9 ? piece : nil
  }

  /// Whether lines are short and some of them indented, so that they are best left as they stand: a poem, a program.
  private func standsAsItIs(_ lines: [Manuscript.Line]) -> Bool {
    let width = lines.reduce(0) { $0 + $1.width }
    let indented = lines.count { $0.indent > 0 }
    return width < lines.count * 50 && indented * 10 >= lines.count
  }
}
