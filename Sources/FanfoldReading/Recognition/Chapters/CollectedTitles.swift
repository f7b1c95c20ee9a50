internal import FanfoldStory

/// The titles of several short stories in one text that calls itself a collection, "Three Drabbles", "Five Tales of the
/// Sea": lines set off from the text, or in capitals. Lines in bold letters in the middle of the page head chapters in
/// any text when the first stands above all of it.
struct CollectedTitles {
  /// In order; none where there are not several with a text each.
  private(set) var found: [ChapterOutline.Heading] = []

  private let draft: Draft
  private let lexicon: Lexicon

  init(_ draft: Draft, lexicon: Lexicon) {
    self.draft = draft
    self.lexicon = lexicon
    guard let title = collectionTitle() else {
      found = boldHeadings().map(heading)
      return
    }
    let lines = draft.manuscript.blocks.filter { $0.lines.count == 1 }.map(\.lines.lowerBound)
      .filter { $0 > title && isTitle($0) }
    for group in [lines.filter(isCapitals), lines.filter(draft.manuscript.isSetOff)] {
      if group.count > found.count, haveText(group), isNear(group[0], below: title) {
        found = group.map(heading)
      }
    }
  }

  /// The line on top that says that several stories follow.
  private func collectionTitle() -> Int? {
    draft.fates.indices.prefix(Self.reach).first { line in
      let bytes = draft.bytes(line)
      guard bytes.count <= 80, draft.fates[line].isText, !Sentence.ends(bytes),
        TitleShape.score(bytes) >= 1
      else { return false }
      return Folding.fold(draft.bytes(line)).split { !$0.isLetter && $0 != "-" }.contains {
        Self.kinds.contains($0)
      }
    }
  }

  /// Whether no text stands between the collection's title and the first story's.
  private func isNear(_ line: Int, below title: Int) -> Bool {
    (title..<line).reduce(0) { $0 + draft.range($1).count } < Self.leastText
  }

  private static let reach = 6
  private static let kinds: Set<Substring> = [
    "drabbles", "ficlets", "tales", "stories", "vignettes", "snippets", "shorts", "poems",
    "sketches", "one-shots", "oneshots", "fragments",
  ]

  private func isTitle(_ line: Int) -> Bool {
    let bytes = draft.bytes(line)
    guard bytes.count <= 60, draft.fates[line].isText, TitleShape.score(bytes) >= 1,
      !Sentence.ends(bytes), !isNote(bytes),
      Byline.parse(draft.manuscript.text, draft.range(line), months: lexicon.months) == nil,
      HeaderLine.parse(draft.manuscript.text, draft.range(line), labels: lexicon.labels) == nil
    else { return false }
    return lexicon.sceneBreaks.mark(bytes) == nil
  }

  /// The lines in bold letters in the middle of the page: three at least, the first above the text, and nothing that says
  /// where or when a scene is.
  private func boldHeadings() -> [Int] {
    let manuscript = draft.manuscript
    var lines: [Int] = []
    var told = 0
    for block in manuscript.blocks {
      let line = block.lines.lowerBound
      if block.lines.count == 1, block.alignment == .centre, line > 0, isBold(line), isTitle(line),
        TitleShape.score(draft.bytes(line)) >= 2, !isPlaceOrTime(draft.bytes(line))
      {
        // The title of all stands above the first.
        if told < Self.leastText, let last = lines.last { lines.removeAll { $0 == last } }
        if lines.isEmpty, told >= Self.leastText { return [] }
        lines.append(line)
        told = 0
      }
      for line in block.lines where draft.range(line).count > 60 {
        told += draft.range(line).count
      }
    }
    return lines.count >= 3 && haveText(lines) ? lines : []
  }

  private func isBold(_ line: Int) -> Bool {
    let range = draft.manuscript.lines[line].range
    return draft.manuscript.marks(overlapping: range).contains { mark in
      mark.style == .strong && mark.range.lowerBound <= range.lowerBound
        && range.upperBound <= mark.range.upperBound
    }
  }

  /// Digits, commas, "Later", "POV".
  private func isPlaceOrTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.contains(where: { (0x30...0x39).contains($0) || $0 == 0x2C }) { return true }
    return Folding.fold(bytes).split { !$0.isLetter }.contains { Self.sceneWords.contains($0) }
  }

  private static let sceneWords: Set<Substring> = [
    "pov", "later", "ago", "earlier", "meanwhile", "flashback", "morning", "evening", "night",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "view",
  ]

  /// An ending, or words about the story.
  private func isNote(_ bytes: ArraySlice<UInt8>) -> Bool {
    let folded = Folding.fold(bytes)
    return lexicon.endings.meaning(of: folded) != nil || lexicon.notes.weight(of: folded) >= 2
  }

  private func isCapitals(_ line: Int) -> Bool {
    let bytes = draft.bytes(line)
    return bytes.count >= 4 && bytes.contains { (0x41...0x5A).contains($0) }
      && !bytes.contains { (0x61...0x7A).contains($0) }
  }

  /// Whether each of several lines has other words, and a text below it.
  private func haveText(_ lines: [Int]) -> Bool {
    guard lines.count >= 2, Set(lines.map { Folding.fold(draft.bytes($0)) }).count == lines.count
    else { return false }
    let ends = lines.dropFirst().map { draft.range($0).lowerBound } + [draft.manuscript.text.count]
    return zip(lines, ends).allSatisfy { $1 - draft.range($0).upperBound >= Self.leastText }
  }

  /// In bytes.
  private static let leastText = 250

  private func heading(_ line: Int) -> ChapterOutline.Heading {
    ChapterOutline.Heading(
      line: line, kind: .chapter, label: nil, title: Decoration.stripped(draft.bytes(line)),
      rule: "collected-title")
  }
}
