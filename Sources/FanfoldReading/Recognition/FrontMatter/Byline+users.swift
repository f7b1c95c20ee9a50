/// Reddit's way to name who wrote: "u/rowan", "Posted by u/rowan 3 years ago", "by /u/rowan".
extension Byline {
  /// "b y   R o w a n   H a l e", set apart as the title is.
  static func spaced(_ text: [UInt8], _ range: Range<Int>) -> Byline? {
    guard range.count >= 9, text[range.lowerBound] | 0x20 == UInt8(ascii: "b"),
      text[range.lowerBound + 1] == 0x20, text[range.lowerBound + 2] | 0x20 == UInt8(ascii: "y"),
      text[range.lowerBound + 3] == 0x20
    else { return nil }
    let name = HeadingTokens.trimmed(text, range.lowerBound + 3..<range.upperBound)
    let words = String(decoding: text[name], as: UTF8.self)
    return LetterSpacing.closed(words) == words ? nil : Byline(title: nil, name: name)
  }

  static func user(_ text: [UInt8], _ range: Range<Int>) -> Byline? {
    guard range.count <= 80 else { return nil }
    var name: Range<Int>?
    var isPast = true
    for word in text[range].split(separator: 0x20) {
      if let user = userName(word), name == nil {
        name = user
        isPast = false
      } else if name == nil, !before.contains(Folding.fold(word)) {
        return nil
      } else if !isPast {
        isPast = Folding.fold(word).hasSuffix("ago")
      }
    }
    guard let name, isPast || text[range].suffix(name.count).startIndex == name.lowerBound else {
      return nil
    }
    return Byline(title: nil, name: name)
  }

  private static let before: Set<String> = [
    "by", "posted", "submitted", "written", "author", "from", "\u{B7}", "\u{2022}",
  ]

  /// The name in "u/rowan": three to twenty letters, digits, hyphens and underscores.
  private static func userName(_ word: ArraySlice<UInt8>) -> Range<Int>? {
    let path = word.first == UInt8(ascii: "/") ? word.dropFirst() : word
    guard path.starts(with: "u/".utf8) else { return nil }
    let name = path.dropFirst(2)
    guard (3...20).contains(name.count),
      name.allSatisfy({ SceneBreakMarks.isWordByte($0) && $0 < 0x80 || "_-".utf8.contains($0) })
    else { return nil }
    return name.startIndex..<name.endIndex
  }
}
