internal import FanfoldStory

/// Puts words together that were parted at the end of a line, as books and typesetting programs part them: "remem-" and
/// "bered" are a word, "well-" and "known" one with its hyphen. What the text has elsewhere tells which; where it has
/// neither, whether its lines part words at all.
struct LineHyphens {
  /// A line whose last word goes on in the next one.
  private struct Parting {
    var line: Int
    /// Where the sign of the parting is.
    var sign: Range<Int>
    /// Whether it is a sign that only partings have.
    var isCertain: Bool
    /// The folded letters before and after it.
    var first: [UInt8]
    var second: [UInt8]

    /// Whether more hyphens are beside the pieces, "mother-in-" and "law".
    var isChain: Bool
  }

  private var known: HyphenWords { .table }

  func read(_ draft: inout Draft) {
    var lineCount = 0
    let partings = partings(draft, &lineCount)
    guard !partings.isEmpty else { return }
    var words = KnownWords()
    for parting in partings {
      // The pieces of parted words are no words of the text.
      words.watch(parting.first, but: 1)
      words.watch(parting.second, but: 1)
      words.watch(parting.first + parting.second)
      words.watch(parting.first + [Self.hyphen] + parting.second)
    }
    words.read(draft)
    let evidence = partings.map { parting in
      words.count(parting.first + parting.second)
        - words.count(parting.first + [Self.hyphen] + parting.second)
    }
    // One line in fifty ends in a word with a hyphen of its own; where words are parted it is one in ten.
    let found = evidence.count { $0 > 0 }
    let isRule =
      partings.count >= 4 && partings.count * 25 >= lineCount
      || found >= max(2, 2 * evidence.count { $0 < 0 }) && found * 4 >= partings.count
        && partings.count * 50 >= lineCount
    for (parting, evidence) in zip(partings, evidence) {
      draft.tightLines.insert(parting.line)
      if parting.isCertain || evidence > 0
        || evidence == 0 && isRule && !isCompound(parting) && !isTwoWords(parting, words)
      {
        drop(parting, &draft)
      }
    }
  }

  /// Whether the hyphen is known to be the word's own: in a stutter, a number, between a verb and its pronoun.
  private func isCompound(_ parting: Parting) -> Bool {
    let (first, second) = (parting.first, parting.second)
    return parting.isChain || first.count < 2 || second.starts(with: first)
      || known.contains(first, as: .number) || known.contains(second, as: .tail)
      || second.count >= 4 && known.contains(first, as: .head)
  }

  /// Whether both pieces are words that the text has elsewhere, or the second one is a common word.
  private func isTwoWords(_ parting: Parting, _ words: KnownWords) -> Bool {
    let isEnding = known.contains(parting.second, as: .ending)
    let second = isEnding ? 0 : words.count(parting.second)
    return second >= 3 || second > 0 && words.count(parting.first) > 0
  }

  private func drop(_ parting: Parting, _ draft: inout Draft) {
    let rest = draft.range(parting.line).lowerBound..<parting.sign.lowerBound
    draft.take(
      parting.sign, of: parting.line, leaving: rest, .markup, rule: "line-hyphen",
      reason: "signs where a line parts a word")
  }

  // MARK: candidates

  private static let hyphen = UInt8(ascii: "-")
  /// The signs that stand at the end of a parted line: hyphens, then those that nothing else is written with.
  private static let signs = ["-", "\u{2010}", "\u{AD}", "¬"].map { Array($0.utf8) }

  private func partings(_ draft: Draft, _ lineCount: inout Int) -> [Parting] {
    var partings: [Parting] = []
    for block in draft.manuscript.blocks where block.flow == .wrapped {
      lineCount += block.lines.count
      for line in block.lines.dropLast() where mayEndParted(line, draft) {
        if let parting = parting(line, draft) { partings.append(parting) }
      }
    }
    return partings
  }

  /// A look at the last byte, which is a letter or a full stop on nearly all lines.
  private func mayEndParted(_ line: Int, _ draft: Draft) -> Bool {
    guard let last = draft.bytes(line).last else { return false }
    return last == Self.hyphen || last == 0x90 || last == 0xAD || last == 0xAC
  }

  private func parting(_ line: Int, _ draft: Draft) -> Parting? {
    let bytes = draft.bytes(line)
    guard let index = Self.signs.firstIndex(where: { bytes.suffix($0.count).elementsEqual($0) }),
      draft.fates[line] == draft.fates[line + 1],
      draft.fates[line] == .text || draft.fates[line] == .kept || isNote(draft.fates[line])
    else { return nil }
    let sign = bytes.endIndex - Self.signs[index].count..<bytes.endIndex
    let before = bytes[..<sign.lowerBound]
    let below = draft.bytes(line + 1)
    let first = before.suffix(KnownWords.lettersAtEnd(of: before))
    let second = Array(below.prefix(KnownWords.letters(of: below)))
    guard !first.isEmpty, let start = Character(firstOf: second), !start.isUppercase,
      !known.contains(second, as: .conjunction)
    else { return nil }
    let isChain =
      before.dropLast(first.count).last == Self.hyphen
      || below.dropFirst(second.count).first == Self.hyphen
      || Self.apostrophes.contains {
        before.dropLast(first.count).suffix($0.count).elementsEqual($0)
      }
    return Parting(
      line: line, sign: sign, isCertain: index >= 2, first: first.map(KnownWords.lower),
      second: second, isChain: isChain)
  }

  private static let apostrophes = ["'", "\u{2019}"].map { Array($0.utf8) }

  private func isNote(_ fate: Draft.Fate) -> Bool {
    if case .note = fate { true } else { false }
  }
}

extension Character {
  /// The first character of UTF-8 text.
  fileprivate init?(firstOf text: [UInt8]) {
    guard let first = String(decoding: text, as: UTF8.self).first else { return nil }
    self = first
  }
}
