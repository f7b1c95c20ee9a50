internal import FanfoldStory

/// The titles of several short stories in one text that calls itself a collection, "Three Drabbles", "Five Tales of the
/// Sea": lines set off from the text, or in capitals.
struct CollectedTitles {
  /// In order; none where there are not several with a text each.
  private(set) var found: [ChapterOutline.Heading] = []

  private let draft: Draft
  private let lexicon: Lexicon

  init(_ draft: Draft, lexicon: Lexicon) {
    self.draft = draft
    self.lexicon = lexicon
    guard let title = collectionTitle() else { return }
    let lines = draft.manuscript.blocks.filter { $0.lines.count == 1 }.map(\.lines.lowerBound)
      .filter { $0 > title && isTitle($0) }
    for group in [lines.filter(isCapitals), lines.filter(draft.manuscript.isSetOff)] {
      if group.count > found.count, haveText(group) { found = group.map(heading) }
    }
  }

  /// The line on top that says that several stories follow.
  private func collectionTitle() -> Int? {
    draft.fates.indices.prefix(Self.reach).first { line in
      guard draft.range(line).count <= 80, draft.fates[line].isText else { return false }
      return Folding.fold(draft.bytes(line)).split { !$0.isLetter && $0 != "-" }.contains {
        Self.kinds.contains($0)
      }
    }
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
