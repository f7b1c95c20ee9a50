/// Finds words in text that is looked at byte by byte.
enum WordSearch {
  /// Whether the phrase stands in the text with no letter or digit touching it. Both are folded, or neither.
  static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, text.count >= phrase.count else { return false }
    var index = 0
    while index <= text.count - phrase.count {
      if text[index] == first, isFree(text, at: index), ends(text, phrase, at: index) {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether no letter or digit touches what begins at a place.
  static func isFree(_ text: [UInt8], at index: Int) -> Bool {
    index == 0 || !SceneBreakMarks.isWordByte(text[index - 1])
      || !SceneBreakMarks.isWordByte(text[index])
  }

  /// Whether the phrase stands at a place, and no letter or digit touches its end.
  static func ends(_ text: [UInt8], _ phrase: [UInt8], at start: Int) -> Bool {
    let end = start + phrase.count
    guard end <= text.count, let last = phrase.last else { return false }
    for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
    return end == text.count || !SceneBreakMarks.isWordByte(text[end])
      || !SceneBreakMarks.isWordByte(last)
  }
}
