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

    var isCompound: Bool { first.count < 2 || LineHyphens.heads.contains(first) }
  }

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
    let isRule =
      partings.count >= 4 && partings.count * 25 >= lineCount
      || evidence.count { $0 > 0 } >= max(2, 2 * evidence.count { $0 < 0 })
    for (parting, evidence) in zip(partings, evidence) {
      draft.tightLines.insert(parting.line)
      if parting.isCertain || evidence > 0
        || evidence == 0 && isRule && !parting.isCompound && !isTwoWords(parting, words)
      {
        drop(parting, &draft)
      }
    }
  }

  /// Whether both pieces are words that the text has elsewhere.
  private func isTwoWords(_ parting: Parting, _ words: KnownWords) -> Bool {
    parting.second.count >= 4 && !Self.endings.contains(parting.second)
      && words.count(parting.first) > 0 && words.count(parting.second) > 0
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

  /// Words with which compounds begin that keep their hyphens.
  private static let heads = Set(
    [
      "twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety",
      "self",
      "well", "half", "ex", "all", "ill", "much", "so", "mother", "father", "brother", "sister",
    ].map { Array($0.utf8) })
  /// Words that are endings of others too.
  private static let endings = Set(
    [
      "fully", "able", "ably", "less", "ward", "wards", "where", "thing", "things", "body", "self",
      "selves", "time", "times", "stand", "standing",
    ].map { Array($0.utf8) })
  /// Words before which a hyphen stands for the rest of a compound: "two- and three-year".
  private static let conjunctions = Set(
    ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "en", "of", "och"]
      .map { Array($0.utf8) })

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
    let first = bytes[..<sign.lowerBound].reversed().prefix(while: KnownWords.isLetter).reversed()
    let second = draft.bytes(line + 1).prefix(while: KnownWords.isLetter)
    guard !first.isEmpty, let start = second.first, !(0x41...0x5A).contains(start),
      !Self.conjunctions.contains(Array(second))
    else { return nil }
    return Parting(
      line: line, sign: sign, isCertain: index >= 2, first: first.map(KnownWords.lower),
      second: Array(second))
  }

  private func isNote(_ fate: Draft.Fate) -> Bool {
    if case .note = fate { true } else { false }
  }
}

/// How often each of some words stands in the text of a draft, with a hyphen or without.
private struct KnownWords {
  /// By the words' digests.
  private var counts: [UInt64: Int] = [:]
  /// Whether one of the words may have a digest that ends so.
  private var mayBeWatched = [Bool](repeating: false, count: 4096)

  /// Counts a word from now on, but not that many times.
  mutating func watch(_ word: [UInt8], but times: Int = 0) {
    let digest = Self.digest(word)
    counts[digest, default: 0] -= times
    mayBeWatched[Int(digest & 4095)] = true
  }

  func count(_ word: [UInt8]) -> Int { counts[Self.digest(word)] ?? 0 }

  /// How much text is enough to know the words of its author, in bytes.
  private static let enough = 1 << 20

  mutating func read(_ draft: Draft) {
    var size = 0
    for line in draft.fates.indices where draft.fates[line].isText && size < Self.enough {
      let range = draft.range(line)
      read(draft.manuscript.text.span.extracting(range))
      size += range.count
    }
  }

  private mutating func read(_ line: Span<UInt8>) {
    var (word, compound) = (Self.seed, Self.seed)
    for index in line.indices {
      let byte = line[index]
      if Self.isLetter(byte) {
        word = Self.next(word, byte)
        compound = Self.next(compound, byte)
        continue
      }
      if word != Self.seed { note(word) }
      if byte == UInt8(ascii: "-"), word != Self.seed {
        compound = Self.next(compound, byte)
      } else {
        if compound != word { note(compound) }
        compound = Self.seed
      }
      word = Self.seed
    }
    if word != Self.seed { note(word) }
    if compound != word { note(compound) }
  }

  private mutating func note(_ digest: UInt64) {
    guard mayBeWatched[Int(digest & 4095)], let count = counts[digest] else { return }
    counts[digest] = count + 1
  }

  // MARK: digests

  /// FNV-1a, of small letters.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func next(_ digest: UInt64, _ byte: UInt8) -> UInt64 {
    (digest ^ UInt64(lower(byte))) &* 0x100_0000_01B3
  }

  private static func digest(_ word: [UInt8]) -> UInt64 {
    word.reduce(seed) { next($0, $1) }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
