internal import FanfoldStory

/// Finds where a story ends: at "The End" or "To be continued", or where the author begins to talk about it.
struct BackMatter {
  let lexicon: Lexicon

  /// Marks endings and makes notes of what follows them, for the last chapter and for those before.
  func read(_ draft: inout Draft, headings: [ChapterOutline.Heading]) {
    var bounds = headings.map(\.line).filter { $0 > draft.storyStart }
    bounds.append(draft.fates.count)
    var start = draft.storyStart
    for bound in bounds {
      closeChapter(&draft, start..<bound, isLast: bound == draft.fates.count)
      start = bound
    }
    if draft.metadata.authors.isEmpty {
      takeByline(&draft, HeadingLines(headings, lineCount: draft.fates.count))
    }
  }

  private func closeChapter(_ draft: inout Draft, _ lines: Range<Int>, isLast: Bool) {
    if let ending = findEnding(draft, lines) {
      markEnding(ending.line, &draft)
      if isLast { setStatus(ending, &draft) }
      noteBlocks(&draft, (ending.line + 1)..<lines.upperBound)
      let talk = findTalk(draft, lines.lowerBound..<ending.line, isLast: isLast)
      if let talk { noteBlocks(&draft, talk..<ending.line) }
      if isLast { draft.storyEnd = talk ?? ending.line }
    } else if let notes = findTalk(draft, lines, isLast: isLast) {
      noteBlocks(&draft, notes..<lines.upperBound)
      if isLast { draft.storyEnd = notes }
    }
  }

  // MARK: endings

  private func findEnding(_ draft: Draft, _ lines: Range<Int>) -> (
    line: Int, meaning: Endings.Meaning
  )? {
    let total = max(1, draft.manuscript.text.count)
    let end =
      lines.upperBound < draft.fates.count ? draft.range(lines.upperBound).lowerBound : total
    // An ending stands in the last tenth of a long story, or the last two kilobytes of a short one.
    let reach = max(2500, total / 10)
    for line in lines.reversed() where draft.mayBe(.ending, line) && draft.fates[line].isText {
      let range = draft.range(line)
      guard end - range.upperBound <= reach else { return nil }
      guard range.count <= 120 else { continue }
      let inner = Decoration.stripped(draft.manuscript.text[range])
      guard !inner.isEmpty else { continue }
      let folded = Folding.fold(draft.manuscript.text[inner])
      let known = inner.count <= 48 ? lexicon.endings.meaning(of: folded) : nil
      let meaning = known ?? endOfTitle(folded, draft)
      if let meaning, standsAlone(line, draft) { return (line, meaning) }
    }
    return nil
  }

  /// "End The Long Way by Rowan".
  private func endOfTitle(_ line: String, _ draft: Draft) -> Endings.Meaning? {
    guard line.hasPrefix("end "), let title = draft.metadata.title.map(Folding.fold) else {
      return nil
    }
    return line.dropFirst(4).hasPrefix(title + " by ") ? .complete : nil
  }

  /// Whether a line is its own paragraph, or the last line of one.
  private func standsAlone(_ line: Int, _ draft: Draft) -> Bool {
    let block = draft.manuscript.blocks[draft.manuscript.block(of: line)]
    return block.lines.count == 1 || block.flow == .lines || line == block.lines.upperBound - 1
  }

  /// "*** The End ***": the words stay, the signs go.
  private func markEnding(_ line: Int, _ draft: inout Draft) {
    let range = draft.range(line)
    var words = Decoration.stripped(draft.manuscript.text[range])
    // The dots of "To be continued..." are the author's.
    while words.upperBound < range.upperBound, draft.manuscript.text[words.upperBound] == 0x2E {
      words = words.lowerBound..<words.upperBound + 1
    }
    let reason = "signs around the end"
    draft.enter(
      range.lowerBound..<words.lowerBound, line: line, .markup, rule: "ending", reason: reason)
    draft.enter(
      words.upperBound..<range.upperBound, line: line, .markup, rule: "ending", reason: reason)
    draft.remainders[line] = words
    draft.fates[line] = .ending
    draft.decide { draft in
      Decision(
        .ending, draft.words(line), rule: "ending", at: draft.place(line),
        because: "a line of its own near the end that says so")
    }
  }

  private func setStatus(
    _ ending: (line: Int, meaning: Endings.Meaning), _ draft: inout Draft
  ) {
    guard draft.metadata.status == nil else { return }
    switch ending.meaning {
    case .complete: draft.metadata.status = .complete
    case .continued: draft.metadata.status = .inProgress
    case .part: return
    }
    draft.decide { draft in
      Decision(
        .status, draft.metadata.status?.rawValue ?? "", rule: "ending",
        at: draft.place(ending.line),
        because: "the story ends with '\(draft.words(ending.line))'")
    }
  }

  // MARK: talk

  /// Where the author's words after a story without an ending begin: after a rule or a wide gap or with a label,
  /// in few words that speak about the story.
  private func findTalk(_ draft: Draft, _ lines: Range<Int>, isLast: Bool) -> Int? {
    let blocks = draft.manuscript.blocks(overlapping: lines)
    var size = 0
    var found: Int?
    for block in blocks.reversed() {
      guard let first = block.lines.first(where: { draft.fates[$0].isText }) else { continue }
      for line in block.lines where draft.fates[line].isText { size += draft.range(line).count }
      guard size <= 1800, first > lines.lowerBound else { break }
      let isRule =
        draft.fates[first - 1].isPlainBreak
        || draft.mayBe(.sceneBreak, first) && lexicon.sceneBreaks.mark(draft.bytes(first)) == .plain
      let isLabel = label(first, draft) || CopyrightReader.isNotice(draft.bytes(first))
      let isApart =
        draft.manuscript.lines[first].blanksBefore >= draft.manuscript.shape.paragraphGap + 2
      let isFarewell = isFarewell(block, size: size, draft)
      guard isRule || isLabel || isFarewell || (isApart && isLast) else { continue }
      // What was found further down has spoken already and says nothing about the lines above it.
      let talk = (first..<(found ?? lines.upperBound)).filter { draft.fates[$0] == .text }
      if isLabel && !hidesStory(behind: block, talk, draft)
        || !isLabel && (speaksOfStory(talk, draft) || isRule && speaksOfAuthor(talk, draft))
        || isFarewell || isApart && isShortFarewell(talk, draft)
      {
        found = first
      }
    }
    return found
  }

  /// "Please review!", "Thanks for reading, reviews are love": the last words of a chapter, and to its readers.
  private func isFarewell(_ block: Manuscript.Block, size: Int, _ draft: Draft) -> Bool {
    let free = block.lines.filter { draft.fates[$0].isText }
    guard size <= 400, let first = free.first, draft.bytes(first).first != 0x22 else {
      return false
    }
    let words = free.map { Folding.fold(draft.bytes($0)) }.joined(separator: " ")
    return lexicon.notes.addressesReaders(words)
  }

  /// Whether the paragraphs behind a labelled one are the story's: more than a few words, none about the story.
  private func hidesStory(behind block: Manuscript.Block, _ talk: [Int], _ draft: Draft) -> Bool {
    let rest = talk.filter { $0 >= block.lines.upperBound }
    let size = rest.reduce(0) { $0 + draft.range($1).count }
    guard size > 200 else { return false }
    let words = rest.map { Folding.fold(draft.bytes($0)) }.joined(separator: " ")
    return lexicon.notes.weight(of: words) < 2 + size / 400
  }

  private func label(_ line: Int, _ draft: Draft) -> Bool {
    guard
      let header = HeaderLine.parse(
        draft.manuscript.text, draft.range(line), labels: lexicon.labels)
    else {
      return false
    }
    return HeaderFields.noteKind(header.field) != nil && header.field != .spoilers
  }

  /// Whether lines speak about the story; what somebody in it says does not count.
  private func speaksOfStory(_ lines: [Int], _ draft: Draft) -> Bool {
    var folded = ""
    var size = 0
    for line in lines {
      size += draft.range(line).count
      if !Self.isSpeech(draft.bytes(line)) { folded += Folding.fold(draft.bytes(line)) + " " }
    }
    // A last scene may have such words too.
    return lexicon.notes.weight(of: folded) >= 3 + size / 700
  }

  /// Whether somebody speaks, as nobody does who writes about a story.
  private static func isSpeech(_ line: ArraySlice<UInt8>) -> Bool {
    guard
      let quote = line.first == 0x22 ? "\"" : line.starts(with: "\u{201C}".utf8) ? "\u{201D}" : nil
    else { return false }
    return line.firstRange(of: Array((",\(quote) ").utf8)) != nil
      || line.firstRange(of: Array((".\(quote)").utf8)) != nil
  }

  /// A few unquoted words far below the story, with the author's initials under them.
  private func isShortFarewell(_ lines: [Int], _ draft: Draft) -> Bool {
    guard lines.count >= 2, lines.count <= 6, let last = lines.last else { return false }
    let size = lines.reduce(0) { $0 + draft.range($1).count }
    return size <= 300 && draft.range(last).count <= 24
      && !lines.contains { draft.bytes($0).first == 0x22 }
  }

  private func noteBlocks(_ draft: inout Draft, _ lines: Range<Int>) {
    var run: [Int] = []
    func flush(_ draft: inout Draft) {
      if !run.isEmpty { draft.makeNote(run, kind: .authorsNote, rule: "back-note") }
      run = []
    }
    for line in lines {
      guard draft.fates[line] == .text else {
        flush(&draft)
        continue
      }
      if draft.mayBe(.sceneBreak, line), lexicon.sceneBreaks.mark(draft.bytes(line)) == .plain {
        flush(&draft)
        draft.take(line, .markup, rule: "back-rule", reason: "rule under the story")
      } else {
        run.append(line)
      }
    }
    flush(&draft)
  }

  /// "By Rowan Hale." under the story.
  private func takeByline(_ draft: inout Draft, _ headingLines: HeadingLines) {
    let fields = HeaderFields(lexicon: lexicon)
    for line in draft.fates.indices.suffix(12)
    where draft.range(line).count <= 60 && !headingLines.contains(line) {
      guard draft.fates[line] != .taken, let name = name(under: line, draft) else { continue }
      draft.metadata.authors = fields.authors(draft.manuscript.string(name))
      draft.decide { draft in
        Decision(
          .author, draft.manuscript.string(name), rule: "byline", at: draft.place(line),
          because: "the story is signed so at its end")
      }
      draft.take(line, .metadata, rule: "byline", reason: "author of the story")
      if hasAddress(below: line, draft) {
        draft.take(line + 1, .metadata, rule: "byline", reason: "address of the author")
      }
      return
    }
  }

  /// The name of a line that signs the story: behind a "by", before an address or a year, or apart from all else. A letter
  /// in the story may end with a name too.
  private func name(under line: Int, _ draft: Draft) -> Range<Int>? {
    let text = draft.manuscript.text
    let range = draft.range(line)
    if let byline = Byline.parse(text, range, months: lexicon.months) {
      return byline.title == nil && text[byline.name].contains(0x20) ? byline.name : nil
    }
    var name = Decoration.stripped(text[range])
    let year = text[name].suffix(6)
    let isDated =
      year.starts(with: ", ".utf8) && year.dropFirst(2).allSatisfy { (0x30...0x39).contains($0) }
    if isDated { name = name.lowerBound..<name.upperBound - 6 }
    let isSigned = isDatedBelow(line, draft) && PersonName.looksLikeOne(text[name])
    guard isSigned || PersonName.looksLikeGivenName(text[name]) else { return nil }
    let isDashed = text[range].first == 0x2D || text[range].starts(with: "\u{2014}".utf8)
    let isApart =
      line + 1 == draft.fates.count
      && (isDashed
        || draft.manuscript.lines[line].blanksBefore >= draft.manuscript.shape.paragraphGap + 1)
    return isDated || isApart || isSigned || hasAddress(below: line, draft) ? name : nil
  }

  /// Whether the last line of all, right below, says when the story was written.
  private func isDatedBelow(_ line: Int, _ draft: Draft) -> Bool {
    line + 2 == draft.fates.count && draft.manuscript.lines[line + 1].blanksBefore == 0
      && DateParser(months: lexicon.months).isDateLine(draft.words(line + 1))
  }

  /// Whether the line below is an address of mail and nothing else.
  private func hasAddress(below line: Int, _ draft: Draft) -> Bool {
    guard line + 1 < draft.fates.count else { return false }
    let bytes = draft.bytes(line + 1)
    return bytes.contains(0x40) && !bytes.contains(0x20)
  }
}
