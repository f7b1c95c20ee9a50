/// The phrases with which authors speak about their story.
struct NoteWords {
  private struct Phrase {
    var weight: Int
    var text: [UInt8]
  }

  /// The phrases by the byte they begin with.
  private var byFirst = [[Phrase]](repeating: [], count: 256)

  init() {
    for row in Table("note-words").rows where row.count >= 2 {
      guard let weight = Int(row[0]), let first = row.bytes(1).first else { continue }
      byFirst[Int(first)].append(Phrase(weight: weight, text: Array(row.bytes(1))))
    }
  }

  /// The weights of the different phrases in a folded text, added up. Each phrase stands free of other letters.
  func weight(of folded: String) -> Int {
    let text = folded.utf8Span.span
    var sum = 0
    var found: Set<[UInt8]> = []
    var isFree = true
    for index in 0..<text.count {
      let byte = text[index]
      let isWord = SceneBreakMarks.isWordByte(byte)
      if isFree || !isWord {
        for phrase in byFirst[Int(byte)] where Self.holds(text, phrase.text, at: index) {
          if found.insert(phrase.text).inserted { sum += phrase.weight }
        }
      }
      isFree = !isWord
    }
    return sum
  }

  /// Whether the phrase stands at `start`, and no letter touches its end.
  private static func holds(_ text: Span<UInt8>, _ phrase: [UInt8], at start: Int) -> Bool {
    let end = start + phrase.count
    guard end <= text.count else { return false }
    for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
    return end == text.count || !SceneBreakMarks.isWordByte(text[end])
      || !SceneBreakMarks.isWordByte(phrase[phrase.count - 1])
  }
}
