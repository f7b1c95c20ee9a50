internal import FanfoldStory

/// Reads the dates of headers: "Oct 24, 2008 23:18", "18 Jul 1994", "2010-10-21", "5/6/2004", "Sept 1994".
struct DateParser {
  let months: [String: Int]

  /// The first date in the text, or `nil`. Between two readings of "5/6/2004" the American one, month first, is
  /// taken unless the numbers forbid it, since the sites that write dates so are American.
  func date(in text: String) -> PartialDate? {
    let words = Folding.fold(text).split(whereSeparator: { " ,/.-()[]".contains($0) }).map(
      String.init)
    for (index, word) in words.enumerated() {
      if let month = months[word], let date = around(month, words, index) { return date }
    }
    return numeric(words)
  }

  /// Whether the folded line is a date and nothing else.
  func isDateLine(_ text: String) -> Bool {
    guard text.utf8.count <= 48, date(in: text) != nil else { return false }
    let words = Folding.fold(text).split(whereSeparator: { " ,/.-:()[]".contains($0) })
    let other = words.filter { word in
      months[String(word)] == nil && !word.allSatisfy(\.isNumber)
        && !Self.fillers.contains(String(word))
        && !(word.first?.isNumber ?? false
          && ["st", "nd", "rd", "th", "am", "pm"].contains { word.hasSuffix($0) })
    }
    return other.isEmpty
  }

  private static let fillers: Set<String> = [
    "am", "pm", "gmt", "utc", "est", "pst", "edt", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "at", "on", "posted", "date",
  ]

  /// A month's name with the day and the year on either side.
  private func around(_ month: Int, _ words: [String], _ index: Int) -> PartialDate? {
    let before = index > 0 ? number(words[index - 1]) : nil
    let after = index + 1 < words.count ? number(words[index + 1]) : nil
    let second = index + 2 < words.count ? number(words[index + 2]) : nil
    if let day = before, (1...31).contains(day), let year = after.flatMap(year) {
      return PartialDate(year: year, month: month, day: day)
    }
    if let day = after, (1...31).contains(day), let year = second.flatMap(year) {
      return PartialDate(year: year, month: month, day: day)
    }
    if let year = after, (1900...2100).contains(year) {
      return PartialDate(year: year, month: month)
    }
    return nil
  }

  private func numeric(_ words: [String]) -> PartialDate? {
    let numbers = words.prefix { number($0) != nil }.compactMap(number)
    guard numbers.count >= 3 else { return nil }
    if numbers[0] > 999 { return PartialDate(year: numbers[0], month: numbers[1], day: numbers[2]) }
    guard let year = year(numbers[2]) else { return nil }
    return PartialDate(year: year, month: numbers[0], day: numbers[1])
      ?? PartialDate(year: year, month: numbers[1], day: numbers[0])
  }

  private func number(_ word: String) -> Int? {
    let digits = word.prefix(while: \.isNumber)
    guard !digits.isEmpty, digits.count <= 4, let value = Int(digits) else { return nil }
    let suffix = word.dropFirst(digits.count)
    return suffix.isEmpty || ["st", "nd", "rd", "th"].contains(suffix) ? value : nil
  }

  /// A year of four digits, or of two as the nineties wrote them.
  private func year(_ number: Int) -> Int? {
    switch number {
    case 1900...2100: number
    case 70...99: 1900 + number
    case 0...40: 2000 + number
    default: nil
    }
  }
}
