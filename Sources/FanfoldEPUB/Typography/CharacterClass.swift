/// What a character is to the marks beside it.
enum CharacterClass: UInt8 {
  /// A space of any width, a line end, or nothing at all: the end of the text.
  case blank
  case letter, digit
  /// `(`, `[`, `{`, `¿`, `¡`.
  case opener
  /// `)`, `]`, `}`.
  case closer
  /// `.`, `,`, `!`, `?`, `:`, `;`, `…`.
  case terminal
  /// A hyphen or a dash of any width.
  case dash
  /// A quotation mark or an apostrophe, typed or set.
  case quote
  case symbol

  var isWord: Bool { self == .letter || self == .digit }
}

extension CharacterClass {
  /// The class of the character that begins at `offset`, and how many bytes it has.
  static func at(_ offset: Int, in bytes: [UInt8]) -> (CharacterClass, length: Int) {
    guard offset < bytes.count else { return (.blank, 0) }
    let lead = bytes[offset]
    guard lead >= 0x80 else { return (ascii[Int(lead)], 1) }
    guard lead != TextFlow.opaque else { return (.letter, 1) }
    let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let third = offset + 2 < bytes.count ? bytes[offset + 2] : 0
    return (wide(lead, second, third), lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4)
  }

  /// The class of the character that ends before `offset`, and how many bytes it has.
  static func before(_ offset: Int, in bytes: [UInt8]) -> (CharacterClass, length: Int) {
    guard offset > 0 else { return (.blank, 0) }
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (at(start, in: bytes).0, offset - start)
  }

  /// The class of a character that is one byte; any other byte is part of a letter as far as a byte
  /// can tell.
  static func of(_ byte: UInt8) -> CharacterClass {
    byte < 0x80 ? ascii[Int(byte)] : .letter
  }

  private static func wide(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> CharacterClass {
    switch (lead, second) {
    case (0xC2, 0xA0): .blank
    case (0xC2, 0xA1), (0xC2, 0xBF): .opener
    case (0xC2, 0xAB), (0xC2, 0xBB): .quote
    case (0xC2, _): .symbol
    case (0xE2, 0x80): punctuation(third)
    case (0xE3, 0x80): third == 0x80 ? .blank : .symbol
    case (0xE2, _), (0xEF, _): .symbol
    default: lead < 0xF0 ? .letter : .symbol
    }
  }

  /// The class of a character of U+2000…U+203F, General Punctuation.
  private static func punctuation(_ last: UInt8) -> CharacterClass {
    switch last {
    case 0x80...0x8A, 0xA8, 0xA9, 0xAF: .blank
    case 0x90...0x95: .dash
    case 0x98...0x9F, 0xB9, 0xBA: .quote
    case 0xA6: .terminal
    default: .symbol
    }
  }

  private static let ascii: [CharacterClass] = (0..<128).map { code in
    switch UInt8(code) {
    case 0...0x20: .blank
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closer
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: ":"), UInt8(ascii: ";"):
      .terminal
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): .quote
    default: .symbol
    }
  }
}
