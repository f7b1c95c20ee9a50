/// Finds words in text that is looked at byte by byte.
enum WordSearch {
  /// Whether the phrase stands in the text with no letter or digit touching it. Both are folded, or neither.
  static func contains(_ text: [UInt8], _ phrase: [UInt8]) -> Bool {
    guard let first = phrase.first, let last = phrase.last, text.count >= phrase.count else {
      return false
    }
    var index = 0
    while index <= text.count - phrase.count {
      if text[index] == first, matches(text, phrase, at: index) {
        let end = index + phrase.count
        let isFree =
          index == 0 || !SceneBreakMarks.isWordByte(text[index - 1])
          || !SceneBreakMarks.isWordByte(first)
        let isFreeAfter =
          end == text.count || !SceneBreakMarks.isWordByte(text[end])
          || !SceneBreakMarks.isWordByte(last)
        if isFree, isFreeAfter { return true }
      }
      index += 1
    }
    return false
  }

  private static func matches(_ text: [UInt8], _ phrase: [UInt8], at start: Int) -> Bool {
    for offset in phrase.indices where text[start + offset] != phrase[offset] { return false }
    return true
  }
}
