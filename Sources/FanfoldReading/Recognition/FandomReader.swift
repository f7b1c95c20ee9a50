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
        draft.metadata.fandoms = [named]
      }
    }
    if draft.metadata.fandoms.isEmpty, let fandom = bySigns(draft) {
      draft.metadata.fandoms = [fandom]
    }
  }

  private func namedInNotes(_ draft: Draft) -> String? {
    let lines = draft.fates.indices.filter { line in
      if case .note = draft.fates[line] { return true }
      return line < draft.storyStart
    }
    let text = lines.map { draft.manuscript.string(draft.manuscript.lines[$0]) }.joined(
      separator: " ")
    return names.fandom(namedIn: text, folded: Folding.fold(text))
  }

  /// A fandom of which three different signs occur, two of them more than once; `nil` when two fandoms have as many.
  private func bySigns(_ draft: Draft) -> String? {
    let counts = WordCounts(draft.manuscript.text.prefix(100_000), of: names.signWords)
    let scores = names.signs.map { fandom, words -> (fandom: String, kinds: Int, total: Int) in
      let found = words.map { counts[$0] }.filter { $0 > 0 }
      return (fandom, found.count, found.reduce(0, +))
    }
    let likely = scores.filter { $0.kinds >= 3 && $0.total >= 6 }.sorted {
      ($0.kinds, $0.total) > ($1.kinds, $1.total)
    }
    guard let best = likely.first else { return nil }
    if let second = likely.dropFirst().first, second.kinds == best.kinds,
      second.total * 2 > best.total
    {
      return nil
    }
    return best.fandom
  }
}

/// How often the capitalised words of a text occur.
struct WordCounts {
  private var counts: [PackedWord: Int] = [:]

  /// Counts only words of which some phrase is made.
  init(_ text: ArraySlice<UInt8>, of wanted: [PackedWord: Int]) {
    counts = wanted
    var start: Int?
    for index in text.indices {
      let byte = text[index]
      let isWord = SceneBreakMarks.isWordByte(byte) || byte == 0x2D || byte == 0x27
      if isWord {
        if start == nil { start = index }
        continue
      }
      if let from = start, (0x41...0x5A).contains(text[from]) { add(text[from..<index]) }
      start = nil
    }
  }

  private mutating func add(_ word: ArraySlice<UInt8>) {
    let isPossessive =
      word.count > 3 && word[word.endIndex - 2] == 0x27 && word.last == UInt8(ascii: "s")
    let key = PackedWord(isPossessive ? word.dropLast(2) : word)
    if let count = counts[key] { counts[key] = count + 1 }
  }

  /// How often a phrase's rarest word occurs.
  subscript(_ phrase: [PackedWord]) -> Int { phrase.map { counts[$0] ?? 0 }.min() ?? 0 }
}
