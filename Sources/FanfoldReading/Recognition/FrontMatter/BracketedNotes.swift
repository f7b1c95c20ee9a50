internal import FanfoldStory

/// Notes that authors fence off themselves: `/* … */` as programmers do, `[A/N: …]`, `(Author's note: …)` around whole
/// paragraphs.
struct BracketedNotes {
  let labels: HeaderLabels

  private static let comment: (open: [UInt8], close: [UInt8]) = (Array("/*".utf8), Array("*/".utf8))

  func read(_ draft: inout Draft) {
    var line = 0
    while line < draft.fates.count {
      if draft.mayBe(.bracket, line), draft.fates[line].isText,
        draft.bytes(line).starts(with: Self.comment.open),
        let end = commentEnd(from: line, draft)
      {
        makeComment(line...end, &draft)
        line = end + 1
      } else {
        line += 1
      }
    }
    for index in draft.manuscript.blocks.indices {
      let block = draft.manuscript.blocks[index]
      if !block.lines.isEmpty, draft.mayBe(.bracket, block.lines.lowerBound) {
        readParagraph(block, &draft)
      }
    }
  }

  /// The line with the end of a comment that begins at `line`; comments have at most 40 lines.
  private func commentEnd(from line: Int, _ draft: Draft) -> Int? {
    (line..<min(line + 40, draft.fates.count)).first {
      draft.bytes($0).suffix(2).elementsEqual(Self.comment.close)
    }
  }

  private func makeComment(_ lines: ClosedRange<Int>, _ draft: inout Draft) {
    for line in lines {
      let range = draft.range(line)
      var start = range.lowerBound
      var end = range.upperBound
      if draft.bytes(line).starts(with: Self.comment.open) { start += 2 }
      if end - start >= 2, draft.bytes(line).suffix(2).elementsEqual(Self.comment.close) {
        end -= 2
      }
      if start < end, draft.manuscript.text[start] == 0x2A { start += 1 }
      let words = HeadingTokens.trimmed(draft.manuscript.text, start..<end)
      cut(line, to: words, &draft)
    }
    draft.makeNote(lines, kind: .authorsNote, rule: "bracketed-note")
  }

  /// A paragraph that is one bracket with a note's label in it.
  private func readParagraph(_ block: Manuscript.Block, _ draft: inout Draft) {
    guard let first = block.lines.first, let last = block.lines.last, draft.fates[first] == .text,
      let open = draft.bytes(first).first, let close = Self.closing(open),
      draft.bytes(last).last == close
    else { return }
    let inner = draft.range(first).lowerBound + 1..<draft.range(first).upperBound
    guard let header = HeaderLine.parse(draft.manuscript.text, inner, labels: labels),
      header.field == .note
    else {
      return
    }
    let end = draft.range(last).upperBound - 1
    let start = header.value.isEmpty ? draft.range(first).upperBound : header.value.lowerBound
    let label = header.label
    draft.enter(
      draft.range(first).lowerBound..<label.lowerBound, line: first, .markup,
      rule: "bracketed-note", reason: "bracket of a note")
    draft.enter(
      label.upperBound..<min(start, max(end, label.upperBound)), line: first, .markup,
      rule: "bracketed-note", reason: "bracket of a note")
    if first == last {
      cutEnd(last, start: start, end: end, &draft)
    } else {
      draft.remainders[first] = start..<draft.range(first).upperBound
      if draft.remainders[first]?.isEmpty ?? false { draft.fates[first] = .taken }
      cutEnd(last, start: draft.range(last).lowerBound, end: end, &draft)
    }
    draft.makeNote(block.lines, kind: .authorsNote, label: label, rule: "bracketed-note")
  }

  private static func closing(_ bracket: UInt8) -> UInt8? {
    switch bracket {
    case UInt8(ascii: "["): UInt8(ascii: "]")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    default: nil
    }
  }

  private func cutEnd(_ line: Int, start: Int, end: Int, _ draft: inout Draft) {
    let start = min(start, end)
    draft.enter(
      end..<draft.range(line).upperBound, line: line, .markup, rule: "bracketed-note",
      reason: "bracket of a note")
    draft.remainders[line] = start..<end
    if start == end { draft.fates[line] = .taken }
  }

  private func cut(_ line: Int, to words: Range<Int>, _ draft: inout Draft) {
    let range = draft.range(line)
    let reason = "bracket of a note"
    draft.enter(
      range.lowerBound..<words.lowerBound, line: line, .markup, rule: "bracketed-note",
      reason: reason)
    draft.enter(
      words.upperBound..<range.upperBound, line: line, .markup, rule: "bracketed-note",
      reason: reason)
    draft.remainders[line] = words
    if words.isEmpty { draft.fates[line] = .taken }
  }
}
