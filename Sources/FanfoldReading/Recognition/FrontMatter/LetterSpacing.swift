/// Titles whose letters were set apart, "T H E   L O N G   R O A D".
enum LetterSpacing {
  /// The words without the blanks between their letters; other words as they are.
  static func closed(_ title: String) -> String {
    let letters = title.split(separator: " ")
    guard letters.count >= 4, letters.allSatisfy({ $0.count == 1 }) else { return title }
    var words = [""]
    var blanks = 0
    for character in title {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1 { words.append("") }
      blanks = 0
      words[words.count - 1].append(character)
    }
    return words.joined(separator: " ")
  }
}
