/// Tells whether a line is prose at all.
struct LineShape {
  private let line: ArraySlice<UInt8>
  private var words = 0
  private var quotes = 0
  private var marks = 0
  /// Characters that drawings and ornaments are made of.
  private var strokes = 0

  init(_ line: ArraySlice<UInt8>) {
    self.line = line
    let kinds = Self.kinds
    for byte in line {
      switch kinds[Int(byte)] {
      case .word: words += 1
      case .quote: quotes += 1
      case .stroke: strokes += 1
      case .mark: marks += 1
      case .blank: break
      }
    }
  }

  /// A drawing, an ornament, or a line of a chat.
  var isNoProse: Bool {
    if strokes > words { return true }
    if words == 0 { return quotes == 0 }
    return ChatLine.isOne(line)
  }

  private enum Kind: UInt8 { case word, quote, stroke, mark, blank }

  private static let kinds: [Kind] = (0..<256).map { code in
    let byte = UInt8(code)
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "="),
      UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: "\\"),
      UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "@"), UInt8(ascii: "%"):
      return .stroke
    case 0x80...: return .word
    default:
      let character = CharacterClass.of(byte)
      return character.isWord
        ? .word : character == .quote ? .quote : character == .blank ? .blank : .mark
    }
  }
}
