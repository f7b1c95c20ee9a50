/// The phrases with which authors speak about their story.
struct NoteWords {
  private struct Phrase {
    var weight: Int
    var text: [UInt8]
    /// Whether only those who speak to their readers say so.
    var isForReaders: Bool
  }

  private var phrases: [Phrase] = []
  /// The places of the phrases that begin with each byte.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)

  init() {
    for row in Table("note-words").rows where row.count >= 2 {
      let text = Array(row.bytes(1))
      guard let weight = Int(row[0]), let first = text.first else { continue }
      byFirst[Int(first)].append(phrases.count)
      phrases.append(Phrase(weight: weight, text: text, isForReaders: row.count > 2))
    }
  }

  /// The weights of the different phrases in a folded text, added up. Each phrase stands free of other letters.
  func weight(of folded: String) -> Int {
    phrases(in: folded).reduce(0) { $0 + phrases[$1].weight }
  }

  /// Whether a folded text speaks to the readers of the story: it says what nobody in a story does.
  func addressesReaders(_ folded: String) -> Bool {
    let found = phrases(in: folded)
    return found.contains { phrases[$0].isForReaders }
      && found.reduce(0) { $0 + phrases[$1].weight } >= 3
  }

  private func phrases(in folded: String) -> Set<Int> {
    let bytes = Array(folded.utf8)
    var found: Set<Int> = []
    for index in bytes.indices where WordSearch.isFree(bytes, at: index) {
      for place in byFirst[Int(bytes[index])]
      where WordSearch.ends(bytes, phrases[place].text, at: index) {
        found.insert(place)
      }
    }
    return found
  }
}
