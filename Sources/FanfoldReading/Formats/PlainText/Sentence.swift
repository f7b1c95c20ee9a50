/// What can be told from the ends of lines.
enum Sentence {
  /// Whether the text ends as a sentence does: a full stop, a question or exclamation mark, an ellipsis, with
  /// quotation marks or brackets after it or not.
  static func ends(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let last = rest.last, isClosing(last) { rest = rest.dropLast() }
    while let last = rest.last, last >= 0x80, let three = suffix(rest, 3),
      wideClosing.contains(three)
    {
      rest = rest.dropLast(3)
    }
    guard let last = rest.last else { return true }
    if last < 0x80 { return isTerminal(last) || rest.count < bytes.count }
    return suffix(rest, 3).map(wideTerminal.contains) ?? false
  }

  private static func isTerminal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): true
    default: false
    }
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "*"),
      UInt8(ascii: "_"), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  private static let wideClosing: Set<[UInt8]> = Set(
    ["’", "”", "」", "』", "）"].map { Array($0.utf8) })
  private static let wideTerminal: Set<[UInt8]> = Set(
    ["…", "。", "！", "？", "—"].map { Array($0.utf8) })

  private static func suffix(_ bytes: ArraySlice<UInt8>, _ count: Int) -> [UInt8]? {
    bytes.count >= count ? Array(bytes.suffix(count)) : nil
  }
}

/// Words in a line.
enum Words {
  /// Where the first word of the range ends.
  static func end(_ text: [UInt8], from range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, text[index] != 0x20, text[index] != 0x09 { index += 1 }
    return index
  }
}
