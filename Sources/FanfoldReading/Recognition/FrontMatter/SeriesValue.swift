internal import FanfoldStory

/// What a header says after "Series:": "The Long Rain", "The Long Rain #2", "Part 2 of The Long Rain", "The Long Rain,
/// part 2".
enum SeriesValue {
  static func place(in value: String) -> SeriesPlace {
    let words = value.split(separator: " ")
    if words.count >= 4, isPart(words[0]), let position = position(words[1]),
      ["of", "in"].contains(Folding.fold(String(words[2])))
    {
      return SeriesPlace(words[3...].joined(separator: " "), position: position)
    }
    guard words.count > 1, let last = words.last else { return SeriesPlace(value) }
    if "#[(".contains(last.prefix(1)), let position = position(last) {
      return SeriesPlace(words.dropLast().joined(separator: " "), position: position)
    }
    if words.count > 2, isPart(words[words.count - 2]), let position = position(last) {
      let name = words.dropLast(2).joined(separator: " ")
      return SeriesPlace(String(name.trimmingEnd(of: ",:;-–—(")), position: position)
    }
    return SeriesPlace(value)
  }

  private static func isPart(_ word: Substring) -> Bool {
    let word = Folding.fold(String(word)).filter { $0 != "(" && $0 != "[" && $0 != "." }
    return ["part", "pt", "book", "story", "volume", "vol", "number", "no", "teil", "partie"]
      .contains(word)
  }

  /// The number in "#2", "(2)", "2.5".
  private static func position(_ word: Substring) -> String? {
    let digits = word.drop { "#([".contains($0) }.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let rest = word.drop { "#([".contains($0) }.dropFirst(digits.count)
    guard !digits.isEmpty, rest.allSatisfy({ ")].,".contains($0) }) else { return nil }
    return String(digits.trimmingEnd(of: "."))
  }
}

extension StringProtocol {
  /// Without those signs and blanks at its end.
  fileprivate func trimmingEnd(of signs: String) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, last == " " || signs.contains(last) { rest = rest.dropLast() }
    return rest
  }
}
