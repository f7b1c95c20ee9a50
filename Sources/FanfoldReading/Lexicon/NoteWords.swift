/// The phrases with which authors speak about their story.
struct NoteWords {
  private var phrases: [(weight: Int, text: [UInt8])] = []
  /// The places of the phrases that begin with each byte.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)

  init() {
    for row in Table("note-words").rows where row.count >= 2 {
      let text = Array(row[1].utf8)
      guard let weight = Int(row[0]), let first = text.first else { continue }
      byFirst[Int(first)].append(phrases.count)
      phrases.append((weight, text))
    }
  }

  /// The weights of the different phrases in a folded text, added up.
  func weight(of folded: String) -> Int {
    let bytes = Array(folded.utf8)
    var found: Set<Int> = []
    for index in bytes.indices where WordSearch.isFree(bytes, at: index) {
      for place in byFirst[Int(bytes[index])]
      where WordSearch.ends(bytes, phrases[place].text, at: index) {
        found.insert(place)
      }
    }
    return found.reduce(0) { $0 + phrases[$1].weight }
  }
}
