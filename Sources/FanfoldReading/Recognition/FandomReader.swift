internal import FanfoldMarkup
internal import FanfoldStory

/// Names the fandom of a story that does not: from what the author says about it, else from names and words of the
/// story that hardly occur elsewhere.
struct FandomReader {
  let names: FandomNames

  func read(_ draft: inout Draft) {
    if let named = namedInNotes(draft) {
      // "Star Trek" of the newsgroup gives way to the series the author names.
      if draft.metadata.fandoms.isEmpty
        || draft.metadata.fandoms.allSatisfy({ named.hasPrefix($0) })
      {
        let before = draft.metadata.fandoms
        draft.metadata.fandoms = [named]
        draft.decide { _ in
          before == [named]
            ? nil
            : Decision(
              .fandom, named, rule: "fandom-in-note", at: nil,
              because: "the author names it before the story or in a note")
        }
      }
    }
    if draft.metadata.fandoms.isEmpty {
      let likely = bySigns(draft)
      guard let best = likely.first else { return }
      let second = likely.dropFirst().first
      if let second, second.kinds == best.kinds, second.total * 2 > best.total { return }
      draft.metadata.fandoms = [best.fandom]
      draft.decide { _ in Self.decision(best, second) }
    }
  }

  private func namedInNotes(_ draft: Draft) -> String? {
    let lines = draft.fates.indices.filter { line in
      if case .note = draft.fates[line] { return true }
      return line < draft.storyStart
    }
    let words = lines.map { draft.manuscript.string(draft.manuscript.lines[$0]) }
    let text = (words + [draft.manuscript.fact(.subject) ?? ""]).joined(separator: " ")
    return names.fandom(namedIn: text, folded: Folding.fold(text))
  }

  /// How many different signs of a fandom occur in a text, and how often.
  private typealias Score = (fandom: String, kinds: Int, total: Int)

  private static func decision(_ best: Score, _ second: Score?) -> Decision {
    Decision(
      .fandom, best.fandom, rule: "fandom-signs", at: nil,
      because: "\(best.kinds) of its names and words occur, \(best.total) times together",
      insteadOf: second.map {
        .init(
          $0.fandom, reason: "only \($0.kinds) of its names and words, \($0.total) times",
          isClose: $0.kinds + 1 >= best.kinds)
      })
  }

  /// The fandoms of which three different signs occur, six times together, the likeliest first.
  private func bySigns(_ draft: Draft) -> [Score] {
    let counts = WordCounts(draft.manuscript.text.prefix(100_000), of: names.signWords)
    let scores = names.signs.map { fandom, words -> Score in
      let found = words.map { counts[$0] }.filter { $0 > 0 }
      return (fandom, found.count, found.reduce(0, +))
    }
    return scores.filter { $0.kinds >= 3 && $0.total >= 6 }.sorted {
      ($0.kinds, $0.total) > ($1.kinds, $1.total)
    }
  }
}

/// How often the capitalised words of a text occur.
struct WordCounts {
  private let words: PackedWordIndex
  private var counts: [Int]

  /// Counts only words of which some phrase is made.
  init(_ text: ArraySlice<UInt8>, of wanted: PackedWordIndex) {
    words = wanted
    counts = Array(repeating: 0, count: wanted.count)
    let bytes = text.span
    var index = 0
    while true {
      // Capitals, and what is not known to be none.
      index = EightBytes.next(bytes, from: index) { $0.wide | $0.between(0x41, 0x5B) }
      guard index < bytes.count else { return }
      let isFirst = index == 0 || !Self.isOfWord(bytes[index - 1])
      guard isFirst, (0x41...0x5A).contains(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, Self.isOfWord(bytes[index]) { index += 1 }
      // A text that was cut off may end within a word.
      guard index < bytes.count else { return }
      add(text[text.startIndex + start..<text.startIndex + index])
    }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    SceneBreakMarks.isWordByte(byte) || byte == 0x2D || byte == 0x27
  }

  private mutating func add(_ word: ArraySlice<UInt8>) {
    let isPossessive =
      word.count > 3 && word[word.endIndex - 2] == 0x27 && word.last == UInt8(ascii: "s")
    if let place = words[PackedWord(isPossessive ? word.dropLast(2) : word)] { counts[place] += 1 }
  }

  /// How often a phrase's rarest word occurs.
  subscript(_ phrase: [PackedWord]) -> Int {
    phrase.map { word in words[word].map { counts[$0] } ?? 0 }.min() ?? 0
  }
}
