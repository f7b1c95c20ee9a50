internal import FanfoldStory

/// Which line is the title.
extension FrontMatter {
  func titleCandidate(
    _ line: Int, _ block: Manuscript.Block, _ draft: Draft, subject: SubjectLine?
  ) -> TitleCandidate? {
    let found = TitleFinder(draft: draft, lexicon: lexicon, dates: dates).candidate(
      line, block, subject: subject)
    if SceneBreakMarks.isRare(draft.bytes(line)), comesAgain(line, draft) { return nil }
    // What the page or the file names outright is not called otherwise in the text.
    guard let found, let stated = draft.statedTitle,
      Folding.fold(stated) != Folding.fold(draft.manuscript.text[found.text])
    else { return found }
    return nil
  }

  /// Whether the same line stands elsewhere too.
  private func comesAgain(_ line: Int, _ draft: Draft) -> Bool {
    let words = draft.bytes(line)
    return draft.fates.indices.contains {
      $0 != line && draft.range($0).count == words.count && draft.bytes($0).elementsEqual(words)
    }
  }

  mutating func chooseTitle(_ draft: inout Draft, subject: SubjectLine?) {
    if let header = titleHeader(draft), !header.value.isEmpty {
      draft.metadata.title = HeaderFields.unquoted(
        draft.manuscript.string(titleWithoutFacts(header.value, draft)))
      if let line = blurbs.first(where: { $0.value.label == header.label })?.key {
        draft.decide { TitleDecision(titles).headerLine(line, header, $0) }
      }
      takeEchoes(of: draft.metadata.title ?? "", &draft)
      return
    }
    let firstCatalogueLine = blurbs.filter { HeaderFields.noteKind($0.value.field) == nil }.keys
      .min()
    for index in titles.indices {
      if let byline, (1...3).contains(byline.line - titles[index].line) {
        titles[index].score += 7 - Double(byline.line - titles[index].line)
      }
      if titles[index].line + 1 == firstCatalogueLine { titles[index].score += 2 }
    }
    guard let best = bestTitle(draft), best.score >= 3.5 else {
      if let subject, !subject.title.isEmpty,
        draft.statedTitle == nil || draft.metadata.title == nil
      {
        draft.metadata.title = subject.title
        draft.decide { TitleDecision(titles).subject(subject, $0) }
      }
      return
    }
    guard draft.fates.indices.contains(where: { $0 > best.line && draft.fates[$0] == .text }) else {
      return
    }
    let words = takeLinkedName(behind: best.text, &draft)
    if draft.statedTitle == nil || draft.metadata.title == nil {
      let found = TitleWords(
        inSubjectsCase(draft.manuscript.string(words), subject), ratings: lexicon.ratings)
      draft.metadata.title = found.title
      for (field, value) in [(HeaderLabels.Field.status, found.status), (.rating, found.rating)] {
        enterBesideTitle(field, value, best.line, &draft)
      }
    }
    anchor = max(anchor, best.line)
    titleLine = best.line
    draft.decide { TitleDecision(titles).line(best, $0) }
    if best.line != byline?.line {
      draft.take(best.line, .metadata, rule: "title-line", reason: "title of the story")
    }
  }

  /// Enters what the line of the title says beside it.
  private func enterBesideTitle(
    _ field: HeaderLabels.Field, _ value: String?, _ line: Int, _ draft: inout Draft
  ) {
    guard let value else { return }
    fields.apply(field, value, to: &draft.metadata)
    draft.decide { draft in
      Decision.Subject(field).map {
        Decision(
          $0, value, rule: "title-line", at: draft.place(line),
          because: "it stands beside the title")
      }
    }
  }

  /// The candidate that looks most like a title; a person's name gives way to the line below it, and is the author's.
  private mutating func bestTitle(_ draft: Draft) -> TitleCandidate? {
    guard let best = titles.max(by: { ($0.score, -$0.line) < ($1.score, -$1.line) }) else {
      return nil
    }
    func isName(_ line: Int) -> Bool {
      draft.fates[line].isText && PersonName.looksLikeGivenName(draft.bytes(line))
        && !isFandom(draft.bytes(line))
    }
    guard byline == nil, draft.metadata.authors.isEmpty else { return best }
    if isName(best.line), let below = titles.first(where: { $0.line == best.line + 1 }),
      below.score >= 3.5, !isName(below.line)
    {
      byline = (best.line, draft.range(best.line))
      return below
    }
    if best.line > 0, isName(best.line - 1), blurbs[best.line - 1] == nil {
      byline = (best.line - 1, draft.range(best.line - 1))
    }
    return best
  }

  /// The header line that names the title: one that says "title" before one that says "fic" or "story".
  private func titleHeader(_ draft: Draft) -> HeaderLine? {
    let named = blurbs.map { withValueBelow($0.value, $0.key, draft) }
      .filter { $0.field == .title }
      .sorted { $0.label.lowerBound < $1.label.lowerBound }
    return named.first { Self.saysTitle(draft.manuscript.text[$0.label]) } ?? named.first
  }

  /// The header line with the line below it for its value where it has none.
  private func withValueBelow(_ header: HeaderLine, _ line: Int, _ draft: Draft) -> HeaderLine {
    guard header.value.isEmpty, draft.fates.indices.contains(line + 1),
      draft.fates[line + 1] == .text, blurbs[line + 1] == nil, draft.range(line + 1).count <= 110
    else { return header }
    return HeaderLine(field: header.field, label: header.label, value: draft.range(line + 1))
  }

  private static func saysTitle(_ label: ArraySlice<UInt8>) -> Bool {
    let folded = Folding.fold(label)
    return !["fic", "story", "name", "fanfic", "story name"].contains(folded)
  }

  /// The title's words without a name in brackets behind them that is a link: the author's.
  func takeLinkedName(behind title: Range<Int>, _ draft: inout Draft) -> Range<Int> {
    let text = draft.manuscript
    guard let (words, name) = text.linkedName(behind: title) else { return title }
    if draft.metadata.authors.isEmpty {
      draft.metadata.authors = [Author(text.string(name), page: text.link(around: name))]
    }
    return words
  }

  /// "VOICES" as the subject "Voices (A Bashir story)" writes it.
  func inSubjectsCase(_ title: String, _ subject: SubjectLine?) -> String {
    var words = LetterSpacing.closed(title)
    if words.hasSuffix("."), !words.hasSuffix("..") { words.removeLast() }
    words = words.split(whereSeparator: { $0 == " " || $0 == "\t" }).joined(separator: " ")
    if let subject, !subject.title.isEmpty, words.count > subject.title.count {
      // "The Long Way (M/T) [PG] 2/4" in both.
      let bare = SubjectLine(words).title
      if Folding.fold(bare) == Folding.fold(subject.title) { return bare }
    }
    guard let subject, !words.contains(where: \.isLowercase), subject.title.count == words.count,
      Folding.fold(subject.title) == Folding.fold(words)
    else { return words }
    return subject.title
  }

  /// Lines on top that only repeat the title, "One Step Behind Part 2/2".
  func takeEchoes(of title: String, _ draft: inout Draft) {
    let folded = Folding.fold(title)
    guard !folded.isEmpty else { return }
    for line in 0..<min(draft.fates.count - 1, max(anchor + 3, 3)) where draft.fates[line] == .text
    {
      guard draft.range(line).count <= folded.utf8.count + 24, blurbs[line] == nil else { continue }
      let inner = Decoration.stripped(draft.bytes(line))
      let words = Folding.fold(draft.manuscript.text[inner])
      if words == folded || (words.hasPrefix(folded) && words.dropFirst(folded.count).contains("/"))
      {
        draft.take(line, .metadata, rule: "title-line", reason: "title of the story")
      }
    }
  }

  /// Lines above the first heading that say title and author again.
  func takeEchoes(above heading: Int, _ draft: inout Draft) {
    let echo = TitleEcho(draft.metadata)
    for line in max(0, heading - 3)..<heading
    where draft.fates[line].isText && echo.matches(draft.bytes(line)) {
      draft.take(line, .metadata, rule: "title-line", reason: "title of the story, once more")
    }
  }
}
