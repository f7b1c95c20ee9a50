/// A field: what Word computes, and what it showed when the document was saved (ECMA-376 part 1, 17.16).
struct WordField {
  var instruction: String
  /// Whether the walk is in what the field shows.
  var isShown: Bool

  var link: String? { isShown ? RTFField.link(in: instruction) : nil }

  /// Whether it is a list of headings, or one of its lines' page numbers.
  var isContents: Bool {
    guard isShown else { return false }
    let word = instruction.drop { $0 == " " }.prefix { $0 != " " }
    return word == "TOC" || word == "PAGEREF"
  }
}

/// The signs of fonts that have no letters (17.3.3.30).
enum WordSymbols {
  /// The sign with that number, in hexadecimal; a square for those that Unicode does not have.
  static func text(_ number: String) -> String {
    guard let code = UInt32(number, radix: 16) else { return "" }
    let low = 0xF000...0xF0FF ~= code ? code - 0xF000 : code
    if let sign = signs[low] { return sign }
    guard low == code, let scalar = Unicode.Scalar(code), code >= 0x20,
      !(0xE000...0xF8FF).contains(code)
    else { return "□" }
    return String(Character(scalar))
  }

  /// Wingdings' and Symbol's commonest.
  private static let signs: [UInt32: String] = [
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xB7: "•", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "➔", 0xFC: "✓", 0xAA: "✦",
    0xAB: "★", 0x98: "❧", 0x9A: "❦", 0xBE: "—",
  ]
}
