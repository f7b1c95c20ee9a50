internal import FanfoldStory

/// What a single line near the top says about the story.
extension FrontMatter {
  /// Looks whether a line is a header line, a byline or may be a title; tells whether it is an anchor.
  mutating func noteLine(
    _ line: Int, _ block: Manuscript.Block, _ draft: Draft, subject: SubjectLine?,
    before end: Int?
  ) -> Bool {
    noteLabel(line, block, draft) || noteByline(line, block, draft) || noteTitleAndName(line, draft)
      || noteFacts(line, draft) || noteNameBelow(line, draft, before: end)
      || noteTitle(line, block, draft, subject: subject)
  }

  private mutating func noteLabel(
    _ line: Int, _ block: Manuscript.Block, _ draft: Draft
  ) -> Bool {
    let (text, range) = (draft.manuscript.text, draft.range(line))
    if let found = looseHeaders[line] {
      blurbs[line] = found
    } else if let found = HeaderLine.parse(text, range, labels: lexicon.labels),
      isBelievable(found, line, block, draft), !isBehindStory(range.upperBound, draft)
    {
      blurbs[line] = found.withSummary(text)
    } else if block.lines.count == 1, prose == 0, line + 1 < draft.fates.count,
      // The first line of all is a title, whatever it says.
      (0..<line).contains(where: { draft.fates[$0].isText }),
      let found = HeaderLine.alone(text, range, labels: lexicon.labels)
    {
      blurbs[line] = found
    } else {
      return false
    }
    anchor = line
    return true
  }

  private mutating func noteByline(
    _ line: Int, _ block: Manuscript.Block, _ draft: Draft
  ) -> Bool {
    let (text, range) = (draft.manuscript.text, draft.range(line))
    guard
      let found = Byline.spaced(text, range) ?? Byline.parse(text, range, months: lexicon.months),
      isFront(line, block, draft), !isBehindStory(range.upperBound, draft),
      prose == 0 || text.count - range.upperBound > prose
    else { return false }
    // "From the pen of Satan" on the first line is the title; "~ by Satan ~" is not.
    let isLed = found.title == nil && found.name.lowerBound > range.lowerBound + "~ by: ".utf8.count
    if isLed, draft.fates[..<line].allSatisfy({ $0 == .taken }) { return false }
    if byline == nil { byline = (line, found.name) }
    if let title = found.title {
      titles.append(TitleCandidate(line: line, text: title, score: 8))
    }
    anchor = line
    return true
  }

  /// "The Long Way -- Ann Hale" on the first line.
  private mutating func noteTitleAndName(_ line: Int, _ draft: Draft) -> Bool {
    let text = draft.manuscript.text
    guard byline == nil, draft.fates[..<line].allSatisfy({ $0 == .taken }),
      let found = TitleAndName(text, draft.range(line)), !isFandom(text[found.name])
    else { return false }
    byline = (line, found.name)
    titles.append(TitleCandidate(line: line, text: found.title, score: 8))
    anchor = line
    return true
  }

  /// "by" with the name on the next line.
  private mutating func noteNameBelow(_ line: Int, _ draft: Draft, before end: Int?) -> Bool {
    guard isLoneBy(draft.bytes(line)), line + 1 < end ?? draft.fates.count, byline == nil,
      Byline.isName(draft.bytes(line + 1), alone: true)
    else { return false }
    byline = (line + 1, Decoration.stripped(draft.bytes(line + 1)))
    anchor = line + 1
    return true
  }

  private mutating func noteTitle(
    _ line: Int, _ block: Manuscript.Block, _ draft: Draft, subject: SubjectLine?
  ) -> Bool {
    // The line below a label without a value is the value.
    if prose == 0, SiteName.ends(draft.bytes(line)) || isNotice(line, draft) {
      anchor = line
      return true
    }
    if let above = blurbs[line - 1], above.value.isEmpty, line > block.lines.lowerBound {
      return false
    }
    guard let candidate = titleCandidate(line, block, draft, subject: subject) else { return false }
    titles.append(candidate)
    // Below prose a line that looks like a title may as well head a chapter; it takes the choice of the title to tell.
    guard candidate.isAnchor, prose == 0 else { return false }
    anchor = line
    return true
  }

  /// "Copyright (c) 1991" alone in the front.
  private func isNotice(_ line: Int, _ draft: Draft) -> Bool {
    draft.range(line).count <= 80 && CopyrightReader.isNotice(draft.bytes(line))
  }

  /// Whether words that could be a person's are the name of a fandom, "Harry Potter".
  func isFandom(_ bytes: ArraySlice<UInt8>) -> Bool { lexicon.fandoms.isName(Folding.fold(bytes)) }

  /// A label counts near the top or near another one; deep in prose "Note:" is part of the story.
  private func isBelievable(
    _ header: HeaderLine, _ line: Int, _ block: Manuscript.Block, _ draft: Draft
  ) -> Bool {
    if header.value.isEmpty, header.label.count < 4 { return false }
    if block.flow == .wrapped, line > block.lines.lowerBound, blurbs[line - 1] == nil,
      !endsEarly(line - 1, draft), header.field == .note || header.field == .series
    {
      return false
    }
    if anchor < 0, prose > 1500 { return false }
    if isEntry(header, line, draft) { return false }
    return line < 12 || anchor >= 0 || HeaderFields.noteKind(header.field) != nil
      || header.value.count < 80
  }

  /// Whether a line is one of a diary's or a file's in the story, with labels that are no header's alone: "Date: 3 May.
  /// Status: nobody has slept."
  private func isEntry(_ header: HeaderLine, _ line: Int, _ draft: Draft) -> Bool {
    let (text, labels) = (draft.manuscript.text, lexicon.labels)
    guard byline != nil || Sentence.ends(draft.bytes(line)), blurbs[line - 1] == nil,
      [.title, .published, .updated, .status].contains(header.field),
      !labels.isTelling(Folding.fold(text[header.label]))
    else { return false }
    let others = FlatHeader(labels: labels).labels(header.value, text)
    return !others.isEmpty && !others.contains { labels.isTelling(Folding.fold(text[$0])) }
  }

  /// Whether more stands above a place than below: labels below a short story are no header of what follows them.
  private func isBehindStory(_ place: Int, _ draft: Draft) -> Bool {
    told > 200 && (draft.manuscript.text.count - place) * 3 < told * 2
  }

  private func endsEarly(_ line: Int, _ draft: Draft) -> Bool {
    let line = draft.manuscript.lines[line]
    return draft.manuscript.shape.fits(next: 12, after: line.indent + line.width)
  }

  /// Whether a byline may stand here: on a line of its own, or the last of a title.
  private func isFront(_ line: Int, _ block: Manuscript.Block, _ draft: Draft) -> Bool {
    block.lines.count <= 6 || line == block.lines.lowerBound || endsEarly(line, draft)
  }

  func isLoneBy(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 3 && ["by", "by:"].contains(Folding.fold(bytes))
  }
}
