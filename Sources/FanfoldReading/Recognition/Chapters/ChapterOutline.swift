internal import FanfoldStory

/// The headings of a manuscript, chosen together: the reading in which the numbers rise and the headings look
/// alike wins over lone look-alikes.
struct ChapterOutline {
  /// A heading that was accepted.
  struct Heading {
    /// The line it stands on; an index into the manuscript's lines.
    var line: Int
    var kind: Chapter.Kind
    var label: Range<Int>?
    var title: Range<Int>?
    /// The line below that holds the title, when it is not on the heading's own line.
    var titleLine: Int?
    var number: Int?
    /// The rule that accepted it.
    var rule: String
    /// Whether the line is the heading; a reader may begin a chapter at a line of text.
    var takesLine = true
    /// What a reader said about the chapter.
    var correction: Sidecar.ChapterStart?

    /// The heading without the author's name behind the chapter's, "The Guild by Rowan": how archives print them all.
    func withoutAuthor(_ authors: [Author], _ manuscript: Manuscript) -> Heading {
      guard let title else { return self }
      let words = manuscript.text[title]
      let by = words.indices.last { words[$0...].starts(with: " by ".utf8) }
      guard let by, by > title.lowerBound,
        authors.contains(where: { Folding.fold(words[(by + 4)...]) == Folding.fold($0.name) })
      else { return self }
      var heading = self
      heading.title = title.lowerBound..<by
      return heading
    }

    /// The last line of the heading; notes may stand between it and a title that is said where it comes again.
    var lastLine: Int { titleLine.map { $0 - line <= 2 ? $0 : line } ?? line }
  }

  private(set) var headings: [Heading] = []
  /// Lines of a table of contents and repetitions of headings, which the book makes anew.
  private(set) var redundantLines: [Int] = []
  /// The story's title, where each heading repeats it.
  private(set) var sharedTitle: Range<Int>?
  /// Every line that was considered.
  let candidates: [CandidateFinder.Found]

  init(_ draft: Draft, lexicon: Lexicon) {
    let (parser, labels) = (HeadingParser(words: lexicon.headings), lexicon.labels)
    let manuscript = draft.manuscript
    let found = CandidateFinder(draft, parser: parser).find()
    candidates = found
    let stated = StatedHeadings(manuscript, parser: parser)
    redundantLines = stated.redundantLines
    if stated.chapters.count > Self.unmarkedChapters(found, manuscript) {
      headings = stated.chapters
      takeTitlesBelow(draft, lexicon)
      return
    }
    var chosen = Self.explicit(found)
    if !chosen.contains(where: { $0.candidate.kind == .chapter || $0.candidate.kind == .part }) {
      chosen += Self.bareNumbers(found, manuscript)
      chosen += Self.loneFirst(found, behind: chosen, manuscript)
    }
    if chosen.isEmpty {
      let parts = TitledParts(draft, parser: parser)
      if Self.sectionsHaveText(parts.found, manuscript) {
        chosen = parts.found
        sharedTitle = parts.title
      } else {
        headings = LabelledTitles(draft, labels: labels).found
        if headings.isEmpty { headings = CollectedTitles(draft, lexicon: lexicon).found }
        if !headings.isEmpty { return }
      }
    }
    chosen.sort { $0.line < $1.line }
    Self.dropLoneParts(&chosen)
    dropRedundant(&chosen, manuscript, labels)
    headings = chosen.map { Self.heading($0) }
    markParts(chosen)
    takeNamesBelow(manuscript)
    takeTitlesBelow(draft, lexicon)
    takeContents(manuscript)
  }

  // MARK: choosing

  /// How many lines say "chapter" although the format does not mark them as headings.
  private static func unmarkedChapters(
    _ found: [CandidateFinder.Found], _ manuscript: Manuscript
  ) -> Int {
    found.filter { item in
      guard item.candidate.isExplicit, item.candidate.kind == .chapter, item.isAlone else {
        return false
      }
      if case .heading = manuscript.blocks[manuscript.block(of: item.line)].kind { return false }
      return true
    }.count
  }

  /// Headings that say what they are. Words like "day" and "letter" do so only in numbers.
  private static func explicit(_ found: [CandidateFinder.Found]) -> [CandidateFinder.Found] {
    let counts = Dictionary(
      grouping: found.filter(\.candidate.isExplicit), by: \.candidate.series.word)
    return found.filter { item in
      guard item.candidate.isExplicit else { return false }
      switch item.candidate.kind {
      case .chapter, .prologue, .epilogue, .afterword: return true
      case .part: return item.isAlone || (counts[item.candidate.series.word] ?? []).count > 1
      case .interlude, .preface: return item.isAlone
      case .entry:
        return rises((counts[item.candidate.series.word] ?? []).compactMap(\.candidate.number))
      }
    }
  }

  private static func rises(_ numbers: [Int]) -> Bool {
    guard numbers.count >= 2 else { return false }
    if numbers.count >= 3, zip(numbers, numbers.dropFirst()).allSatisfy(<) { return true }
    let steps = zip(numbers, numbers.dropFirst()).filter { $1 > $0 && $1 - $0 <= 3 }
    return steps.count * 4 >= (numbers.count - 1) * 3
  }

  // MARK: arranging

  /// "Act One" right below "Chapter 1", and nowhere another act, is the first line of that chapter.
  private static func dropLoneParts(_ chosen: inout [CandidateFinder.Found]) {
    let parts = chosen.indices.filter { chosen[$0].candidate.kind == .part }
    guard parts.count == 1, let part = parts.first, part > 0,
      chosen[part - 1].candidate.kind == .chapter, chosen[part].line - chosen[part - 1].line <= 2
    else { return }
    chosen.remove(at: part)
  }

  mutating func addRedundant(_ lines: [Int]) { redundantLines += lines }

  private static func heading(_ found: CandidateFinder.Found) -> Heading {
    let candidate = found.candidate
    // A bare number with a name beside it needs no label of its own in any other form.
    let rule = candidate.isExplicit ? "heading-word" : "heading-sequence"
    return Heading(
      line: found.line, kind: candidate.kind.kind, label: candidate.label, title: candidate.title,
      number: candidate.number, rule: rule)
  }

  /// Parts are a level of their own when chapters stand under them.
  private mutating func markParts(_ chosen: [CandidateFinder.Found]) {
    let parts = chosen.indices.filter { chosen[$0].candidate.kind == .part }
    let chapters = chosen.filter { $0.candidate.kind == .chapter }.count
    guard !parts.isEmpty, chapters >= max(2, parts.count) else { return }
    for index in parts where index + 1 < chosen.count && chosen[index + 1].candidate.kind != .part {
      headings[index].kind = .part
    }
  }

  /// "Chapter 12" and right below it, or where it is said again, "Epilogue", which would head a chapter of its own elsewhere.
  private mutating func takeNamesBelow(_ manuscript: Manuscript) {
    for index in headings.indices.dropLast().reversed() {
      let name = headings[index + 1]
      let above = name.line - 1
      guard headings[index].kind == .chapter, headings[index].title == nil,
        headings[index].number != nil, name.number == nil, name.title == nil,
        let words = name.label, above == headings[index].line || redundantLines.contains(above)
      else { continue }
      headings[index].title = words
      headings[index].titleLine = name.line
      headings.remove(at: index + 1)
    }
  }

  /// "Chapter 3" on one line and its name on the next, when most headings are made so.
  private mutating func takeTitlesBelow(_ draft: Draft, _ lexicon: Lexicon) {
    let manuscript = draft.manuscript
    let bare = headings.indices.filter {
      headings[$0].title == nil && headings[$0].kind == .chapter
    }
    func isTitled(_ index: Int) -> Bool {
      let line = headings[index].line + 1
      guard line < manuscript.lines.count, draft.fates[line].isText,
        index + 1 == headings.count || headings[index + 1].line != line,
        line + 1 >= manuscript.lines.count
          || manuscript.blocks[manuscript.block(of: line + 1)].lines.lowerBound == line + 1
      else { return false }
      let range = manuscript.lines[line].range
      return TitleShape.looksLikeTitle(manuscript, line)
        && HeaderLine.parse(manuscript.text, range, labels: lexicon.labels) == nil
        && !lexicon.notes.addressesReaders(Folding.fold(manuscript.bytes(range)))
    }
    var titled: [Int] = []
    for (place, index) in bare.enumerated() {
      if isTitled(index) { titled.append(index) }
      // Too many have none: the rest cannot change that.
      if (place + 1 - titled.count) * 3 > bare.count { return }
    }
    guard titled.count >= 2 else { return }
    for index in titled {
      let line = headings[index].line + 1
      headings[index].titleLine = line
      headings[index].title = Decoration.stripped(manuscript.bytes(manuscript.lines[line]))
    }
  }
}
