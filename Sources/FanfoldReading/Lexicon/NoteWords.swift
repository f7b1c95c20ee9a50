/// The phrases with which authors speak about their story.
struct NoteWords {
  private var phrases: [(weight: Int, text: [UInt8])] = []

  init() {
    for row in Table("note-words").rows where row.count >= 2 {
      guard let weight = Int(row[0]) else { continue }
      phrases.append((weight, Array(row[1].utf8)))
    }
  }

  /// The weights of the different phrases in a folded text, added up.
  func weight(of folded: String) -> Int {
    let bytes = Array(folded.utf8)
    return phrases.reduce(0) { sum, phrase in
      WordSearch.contains(bytes, phrase.text) ? sum + phrase.weight : sum
    }
  }
}
