/// The place of a file in a story that was posted in parts: "Part 2/3", "(1 of 4)", "7/?".
package struct PartNumber: Sendable, Hashable {
  package let number: Int
  /// How many parts there are; `nil` when the author did not know yet.
  package let total: Int?

  /// The first such number in a text.
  package init?(in text: String) {
    let words = text.split(whereSeparator: { " ()[]:,".contains($0) })
    for (index, word) in words.enumerated() {
      let fraction = word.split(separator: "/", omittingEmptySubsequences: false)
      if fraction.count == 2, let found = Self(fraction[0], of: fraction[1]) {
        self = found
        return
      }
      if index + 2 < words.count, words[index + 1] == "of",
        let found = Self(word, of: words[index + 2])
      {
        self = found
        return
      }
    }
    return nil
  }

  /// The number in a chapter's label, "Chapter 3".
  init?(label: String) {
    let digits = label.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    guard let number = Int(digits), number > 0 else { return nil }
    self.number = number
    total = nil
  }

  private init?(_ number: Substring, of total: Substring) {
    guard let number = Int(number), number > 0 else { return nil }
    let known = Int(total)
    guard known.map({ $0 >= number }) ?? (total == "?") else { return nil }
    self.number = number
    self.total = known
  }
}
