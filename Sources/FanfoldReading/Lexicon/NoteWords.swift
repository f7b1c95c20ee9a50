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
      Self.contains(bytes, phrase.text) ? sum + phrase.weight : sum
    }
  }

  /// Whether the phrase stands in the text between word boundaries.
  private static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, text.count >= phrase.count else { return false }
    var start = 0
    while let found = text[start...(text.count - phrase.count)].firstIndex(of: first) {
      let end = found + phrase.count
      if text[found..<end].elementsEqual(phrase),
        found == 0 || !isLetter(text[found - 1]) || !isLetter(first),
        end == text.count || !isLetter(text[end]) || !isLetter(text[end - 1])
      {
        return true
      }
      start = found + 1
      guard start <= text.count - phrase.count else { return false }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
