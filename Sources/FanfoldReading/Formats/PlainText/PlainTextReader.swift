internal import FanfoldStory

/// Plain text → manuscript: control characters go, mail headers become facts, lines become paragraphs.
struct PlainTextReader {
  let marks: SceneBreakMarks
  let labels: HeaderLabels

  /// - Throws: ``ReadError`` when the text is a copy of a page that a site shows instead of a story.
  func read(_ text: [UInt8], file: StoryFile) throws(ReadError) -> Manuscript {
    var tally = CharacterTally()
    tally.add(utf8: text.span)
    var ledger = Ledger()
    let text = ControlCharacters.strip(text, into: &ledger)
    var lines = LineScanner.lines(of: text)
    var facts = MailHeader.take(from: &lines, text: text, into: &ledger)
    let page = CopiedPage.find(in: lines, of: text)
    if let page {
      facts += page.facts
      lines = page.cut(lines, text, into: &ledger)
    } else {
      try CopiedRefusal.check(text, lines: lines, file: file.name)
    }
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
