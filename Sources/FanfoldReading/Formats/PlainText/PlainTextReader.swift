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
    let text = ControlCharacters.strip(text, into: &ledger)
    var lines = QuotedLines.cut(LineScanner.lines(of: text), of: text, into: &ledger)
    let headings = HeadingParser(words: headings)
    var facts = Messages(text: text, headings: headings).take(from: &lines, into: &ledger)
    let page = CopiedPage.find(in: lines, of: text)
    if let page {
      facts += page.facts
      lines = page.cut(lines, text, into: &ledger)
    } else {
      try CopiedRefusal.check(text, lines: lines, file: file.name)
    }
    lines = RunningHeads.cut(lines, of: text, headings: headings, into: &ledger)
    lines = FramedLines.cut(lines, of: text, into: &ledger)
    lines = FlatHeader(labels: labels).cut(lines, of: text)
    let shape = LineShapeDetector(text: text, lines: lines).detect()
    let blocks = BlockBuilder.blocks(
      text: text, lines: lines, shape: shape, marks: marks, heading: page?.headingIndex(in: lines))
    return Manuscript(
      file: file.name, text: text, lines: lines,
      blocks: blocks,
      shape: shape, facts: facts, tally: tally, ledger: ledger)
  }
}
