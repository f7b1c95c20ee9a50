internal import FanfoldStory

/// Plain text → manuscript: control characters go, mail headers become facts, lines become paragraphs.
struct PlainTextReader {
  let marks: SceneBreakMarks
  let labels: HeaderLabels

  func read(_ text: [UInt8], file: StoryFile) -> Manuscript {
    var tally = CharacterTally()
    tally.add(utf8: text.span)
    var ledger = Ledger()
    let text = ControlCharacters.strip(text, into: &ledger)
    var lines = LineScanner.lines(of: text)
    let facts = MailHeader.take(from: &lines, text: text, into: &ledger)
    lines = FlatHeader(labels: labels).cut(lines, of: text)
    let shape = LineShapeDetector(text: text, lines: lines).detect()
    let blocks = BlockBuilder.blocks(text: text, lines: lines, shape: shape, marks: marks)
    return Manuscript(
      file: file.name, text: text, lines: lines,
      blocks: blocks,
      shape: shape, facts: facts, tally: tally, ledger: ledger)
  }
}
