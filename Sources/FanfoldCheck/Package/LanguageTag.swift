/// Language tags (RFC 5646 §2.1).
enum LanguageTag {
  static func isWellFormed(_ tag: String) -> Bool {
    if irregular.contains(tag.lowercased()) { return true }
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false)[...]
    if isPrivate(parts) { return true }
    guard let language = parts.popFirst(), isLetters(language, 2...8) else { return false }
    if language.utf8.count <= 3 {
      for _ in 0..<3 where parts.first.map({ isLetters($0, 3...3) }) == true { parts.removeFirst() }
    }
    if parts.first.map({ isLetters($0, 4...4) }) == true { parts.removeFirst() }
    if parts.first.map({ isLetters($0, 2...2) || isDigits($0, 3) }) == true { parts.removeFirst() }
    while parts.first.map(isVariant) == true { parts.removeFirst() }
    while let singleton = parts.first, singleton.utf8.count == 1, singleton.lowercased() != "x",
      isAlphanumeric(singleton, 1...1)
    {
      let values = parts.dropFirst().prefix { isAlphanumeric($0, 2...8) }
      guard !values.isEmpty else { return false }
      parts = parts.dropFirst(1 + values.count)
    }
    return parts.isEmpty || isPrivate(parts)
  }

  private static func isPrivate(_ parts: ArraySlice<Substring>) -> Bool {
    parts.count > 1 && parts.first?.lowercased() == "x"
      && parts.dropFirst().allSatisfy { isAlphanumeric($0, 1...8) }
  }

  private static func isVariant(_ part: Substring) -> Bool {
    isAlphanumeric(part, 5...8)
      || isAlphanumeric(part, 4...4)
        && (part.utf8.first.map { (0x30...0x39).contains($0) } ?? false)
  }

  private static func isLetters(_ part: Substring, _ length: ClosedRange<Int>) -> Bool {
    length.contains(part.utf8.count) && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private static func isDigits(_ part: Substring, _ length: Int) -> Bool {
    part.utf8.count == length && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isAlphanumeric(_ part: Substring, _ length: ClosedRange<Int>) -> Bool {
    length.contains(part.utf8.count)
      && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
  }

  /// Tags from before the rules.
  private static let irregular: Set<String> = [
    "art-lojban", "cel-gaulish", "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak",
    "i-klingon", "i-lux", "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "no-bok",
    "no-nyn", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de", "zh-guoyu", "zh-hakka", "zh-min",
    "zh-min-nan", "zh-xiang",
  ]
}
