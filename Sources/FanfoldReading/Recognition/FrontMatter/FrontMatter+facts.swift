internal import FanfoldStory

/// Titles with facts behind them or below.
extension FrontMatter {
  /// Looks for "The Third Cup (Lantern Hill, Mara/Tom, PG)" on the first line, and for a line of such facts under it.
  mutating func noteFacts(_ line: Int, _ draft: Draft) -> Bool {
    if noteFactsBelow(line, draft) { return true }
    guard titles.isEmpty, draft.fates[..<line].allSatisfy({ $0 == .taken }) else { return false }
    let range = draft.range(line)
    if let (title, facts) = bracketedFacts(range, draft) {
      factList = facts
      titles.append(TitleCandidate(line: line, text: title, score: 8))
      anchor = line
      return true
    }
    guard range.count <= 60, line + 2 < draft.fates.count, draft.fates[line + 1] == .text,
      draft.range(line + 1).count <= 120, draft.bytes(line + 1).contains(0x2C),
      !Sentence.ends(draft.bytes(line)), draft.bytes(line).last != UInt8(ascii: ","),
      draft.bytes(line).contains(where: SceneBreakMarks.isLetter),
      let facts = FactList(
        draft.manuscript.string(draft.range(line + 1)), ratings: lexicon.ratings)
    else { return false }
    factList = facts
    titles.append(
      TitleCandidate(line: line, text: Decoration.stripped(draft.bytes(line)), score: 8))
    anchor = line + 1
    return true
  }

  /// "Lantern Hill | Mara/Tom | PG" below a title that is known for one.
  private mutating func noteFactsBelow(_ line: Int, _ draft: Draft) -> Bool {
    guard factList == nil, let title = titles.last, title.line == line - 1, title.isAnchor,
      draft.range(line).count <= 120,
      draft.bytes(line).contains(where: { ",|:".utf8.contains($0) }),
      let facts = FactList(draft.manuscript.string(draft.range(line)), ratings: lexicon.ratings),
      facts.isStated
    else { return false }
    factList = facts
    anchor = line
    return true
  }

  /// The title of a header line without the facts in brackets behind it, which are kept: "Fic: The Third Cup (Lantern
  /// Hill, PG)".
  mutating func titleWithoutFacts(_ title: Range<Int>, _ draft: Draft) -> Range<Int> {
    guard let (words, facts) = bracketedFacts(title, draft), facts.isStated else { return title }
    factList = factList ?? facts
    return words
  }

  private func bracketedFacts(
    _ range: Range<Int>, _ draft: Draft
  ) -> (title: Range<Int>, facts: FactList)? {
    let bytes = draft.manuscript.text[range]
    let pairs: [UInt8: UInt8] = [0x29: 0x28, 0x5D: 0x5B]
    guard range.count <= 140, let opening = bytes.last.flatMap({ pairs[$0] }),
      let open = bytes.lastIndex(of: opening), open > range.lowerBound + 2,
      let facts = FactList(
        draft.manuscript.string(open + 1..<range.upperBound - 1), ratings: lexicon.ratings)
    else { return nil }
    let title = Decoration.stripped(
      bytes[
        ..<HeadingTokens.trimmed(
          draft.manuscript.text, range.lowerBound..<open
        ).upperBound])
    return title.isEmpty || title.count > 90 ? nil : (title, facts)
  }
}
