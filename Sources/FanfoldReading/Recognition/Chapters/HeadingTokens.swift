/// Cuts a heading into words: runs of letters and digits with the signs that belong to numbers.
struct HeadingTokens {
  struct Token {
    var range: Range<Int>
    var folded: String
  }

  let text: [UInt8]
  private var index: Int
  private let end: Int

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  /// The next word, and moves past it.
  mutating func next() -> Token? {
    while index < end, Self.isBlank(text[index]) || Self.isOpening(text, index) { index += 1 }
    guard index < end else { return nil }
    let start = index
    while index < end, !Self.isBlank(text[index]), !Self.isSeparator(text, index, start, end) {
      index += 1
    }
    if index == start { index += 1 }
    var range = start..<index
    while range.count > 1, Self.trailing.contains(text[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return Token(range: range, folded: Folding.fold(text[range]))
  }

  /// The next word without moving.
  func peek() -> Token? {
    var copy = self
    return copy.next()
  }

  private static let trailing = Set(".):,]".utf8)

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func isOpening(_ text: [UInt8], _ index: Int) -> Bool {
    text[index] == 0x28 || text[index] == 0x5B
  }

  /// Whether a colon, a dash or an ideographic space ends the word at `index`.
  private static func isSeparator(_ text: [UInt8], _ index: Int, _ start: Int, _ end: Int) -> Bool {
    switch text[index] {
    case 0x3A, 0x3D, 0x7E, 0x7C: true
    case 0x2D: index > start && !(index + 1 < end && SceneBreakMarks.isWordByte(text[index + 1]))
    case 0xE2: index + 1 < end && text[index + 1] == 0x80 && index > start
    case 0xE3: index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x80
    case 0xEF: index + 2 < end && text[index + 1] == 0xBC && text[index + 2] == 0x9A
    case 0xC2: index + 1 < end && text[index + 1] == 0xA0
    default: false
    }
  }

  /// The range without blanks, no-break and ideographic ones too, at its ends.
  static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    let span = text.span
    while start < end {
      let blank = Blanks.length(span, at: start, end: end)
      guard blank > 0 else { break }
      start += blank
    }
    while let blank = Blanks.lengthBefore(span, end: end, start: start) { end -= blank }
    return start..<end
  }

  /// The text after a colon, dash, dot or bracket, and whether there was one.
  static func afterSeparator(_ text: [UInt8], _ range: Range<Int>) -> (Bool, Range<Int>) {
    var start = range.lowerBound
    var found = false
    scan: while start < range.upperBound {
      switch text[start] {
      case 0x3A, 0x2D, 0x2E, 0x29, 0x5D, 0x3D, 0x7E, 0x7C, 0x2C:
        found = true
        start += 1
      case 0x20, 0x09:
        start += 1
      case 0xE2
      where start + 2 < range.upperBound && text[start + 1] == 0x80
        && (0x90...0x95).contains(text[start + 2]),
        0xEF
      where start + 2 < range.upperBound && text[start + 1] == 0xBC && text[start + 2] == 0x9A:
        found = true
        start += 3
      case 0xC2 where start + 1 < range.upperBound && text[start + 1] == 0xA0:
        start += 2
      case 0x28, 0x22, 0x5B:
        found = true
        break scan
      default:
        break scan
      }
    }
    return (found, trimmed(text, start..<range.upperBound))
  }
}
