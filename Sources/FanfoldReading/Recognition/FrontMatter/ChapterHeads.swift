internal import FanfoldStory

/// What stands between a chapter's heading and its text: the author's words, and the story's header again where it
/// was posted with each chapter. Only here, and before the story, is "Note: …" a label; in prose it is prose.
struct ChapterHeads {
  let lexicon: Lexicon

  /// Makes notes of the labelled paragraphs below each heading, and metadata of header lines around it.
  func read(_ draft: inout Draft, headings: [ChapterOutline.Heading]) {
    for (index, heading) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1].line : draft.fates.count
      if heading.line > draft.storyStart {
        readAbove(heading.line, &draft)
        takeTitle(above: heading.line, &draft)
      }
      takeTitle(below: heading.lastLine + 1..<end, &draft)
      readBelow(heading.lastLine + 1..<end, &draft)
    }
  }

  /// A header that ends with the heading: "Title: … / Rating: … / Chapter: 2/3".
  private func readAbove(_ heading: Int, _ draft: inout Draft) {
    var found: [Int: HeaderLine] = [:]
    var line = heading
    while line > draft.storyStart + 1, draft.manuscript.lines[line].blanksBefore == 0,
      heading - line < 16, draft.fates[line - 1] == .text, let header = header(line - 1, draft)
    {
      line -= 1
      found[line] = header
    }
    guard found.count >= 2 else { return }
    enter(found, before: heading, &draft)
  }

  /// The story's title, and its author, once more above a heading.
  private func takeTitle(above heading: Int, _ draft: inout Draft) {
    let echo = TitleEcho(draft.metadata)
    for line in stride(from: heading - 1, through: max(draft.storyStart, heading - 3), by: -1) {
      guard draft.fates[line].isText, echo.matches(draft.bytes(line)) else { return }
      draft.take(line, .metadata, rule: "title-line", reason: "title of the story, once more")
    }
  }

  /// The same below a heading, as in each of the messages that brought a story.
  private func takeTitle(below lines: Range<Int>, _ draft: inout Draft) {
    // In a story its first words may be the title's.
    guard draft.manuscript.isMessage, let first = lines.first(where: { draft.fates[$0].isText }),
      TitleEcho(draft.metadata).matches(draft.bytes(first)), first + 1 < lines.upperBound,
      SceneBreakMarks.isWordByte(draft.bytes(first).first ?? 0x22)
    else { return }
    draft.take(first, .metadata, rule: "title-line", reason: "title of the story, once more")
    let next = first + 1
    guard draft.fates[next].isText, draft.range(next).count <= 60,
      let byline = Byline.parse(draft.manuscript.text, draft.range(next), months: lexicon.months),
      byline.title == nil
    else { return }
    if first <= 3, draft.metadata.authors.isEmpty {
      draft.metadata.authors = HeaderFields(lexicon: lexicon).authors(
        draft.manuscript.string(byline.name))
    }
    draft.take(next, .metadata, rule: "byline", reason: "author of the story")
  }

  private func readBelow(_ lines: Range<Int>, _ draft: inout Draft) {
    takeGreeting(lines, &draft)
    var found: [Int: HeaderLine] = [:]
    var expectsReplies = false
    for block in draft.manuscript.blocks(overlapping: lines).prefix(12) {
      let free = block.lines.clamped(to: lines).filter { draft.fates[$0] == .text }
      guard let first = free.first else { continue }
      if expectsReplies, areReplies(free, draft) {
        draft.makeNote(free, kind: .authorsNote, rule: "chapter-note")
        continue
      }
      guard header(first, draft) != nil else { break }
      for line in free { if let header = header(line, draft) { found[line] = header } }
      expectsReplies = expectsReplies || speaksOfReviews(free, draft)
    }
    guard isHeader(found.values.map(\.field)) else { return }
    enter(found, before: lines.upperBound, &draft)
  }

  /// The author's words to the readers in the first paragraph below a heading, without a label.
  private func takeGreeting(_ lines: Range<Int>, _ draft: inout Draft) {
    guard let block = draft.manuscript.blocks(overlapping: lines).first,
      lines.contains(block.lines.upperBound)
    else { return }
    let free = block.lines.clamped(to: lines).filter { draft.fates[$0].isText }
    let size = free.reduce(0) { $0 + draft.range($1).count }
    guard let first = free.first, size <= 900, draft.bytes(first).first != 0x22,
      header(first, draft) == nil
    else { return }
    let words = free.map { Folding.fold(draft.bytes($0)) }.joined(separator: " ")
    guard lexicon.notes.addressesReaders(words) else { return }
    draft.makeNote(free, kind: .authorsNote, rule: "chapter-note")
  }

  private func enter(_ found: [Int: HeaderLine], before end: Int, _ draft: inout Draft) {
    let block = HeaderBlock(
      fields: HeaderFields(lexicon: lexicon), headers: found, end: end, isInside: true)
    block.enter(into: &draft)
  }

  /// The header line of a field that chapters have.
  private func header(_ line: Int, _ draft: Draft) -> HeaderLine? {
    guard draft.range(line).count >= 3,
      let header = HeaderLine.parse(
        draft.manuscript.text, draft.range(line), labels: lexicon.labels),
      Self.fields.contains(header.field)
    else { return nil }
    return header
  }

  private static let fields: Set<HeaderLabels.Field> = [
    .note, .disclaimer, .warning, .rating, .ratingWarning, .relationship, .title, .author, .summary,
    .beta, .thanks, .archiving, .fandom,
  ]

  /// Whether the labels are believable: one that nobody in a story uses, or several.
  private func isHeader(_ fields: [HeaderLabels.Field]) -> Bool {
    fields.count >= 2
      || fields.contains { [.note, .disclaimer, .rating, .ratingWarning, .warning].contains($0) }
  }

  private func speaksOfReviews(_ lines: [Int], _ draft: Draft) -> Bool {
    lines.contains { line in
      let folded = Folding.fold(draft.bytes(line))
      return ["review", "answer", "repl", "rar", "antwort", "respuesta"].contains {
        folded.contains($0)
      }
    }
  }

  /// "Gaeriel : Moi aussi !", line after line.
  private func areReplies(_ lines: [Int], _ draft: Draft) -> Bool {
    lines.count >= 2
      && lines.allSatisfy { line in
        draft.bytes(line).prefix(40).contains(0x3A) && draft.bytes(line).first != 0x22
      }
  }
}
