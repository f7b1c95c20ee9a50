/// A telegram by its full stops, which are words.
enum Telegram {
  private static let stops: Set<Substring> = ["STOP", "ТЧК"]

  /// Whether a text begins in capitals, as telegrams do; quickly said.
  static func mayBegin(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    guard let first = bytes.next(), let second = bytes.next() else { return false }
    if first == 0xD0 { return true }
    return isCapital(first) && (isCapital(second) || second == 0x20)
  }

  /// Two stops, the last of which may have stopped short.
  static func isOne(_ text: String) -> Bool {
    var count = 0
    for word in text.split(whereSeparator: { !$0.isLetter }) where stops.contains(word) {
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
