/// Character references: what they are to browsers and are not to libxml2.
extension StrayMarkup {
  mutating func references(before end: Int, _ lines: inout SourceLines) {
    while min(nextAmpersand, nextNUL) < end {
      if nextNUL < nextAmpersand {
        replace(nextNUL..<nextNUL + 1, with: "\u{FFFD}", &lines)
        nextNUL = source.span.firstIndex(of: 0, from: nextNUL + 1) ?? source.count
      } else {
        reference(at: nextAmpersand, &lines)
        let next = nextAmpersand + 1
        nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&"), from: next) ?? source.count
      }
    }
  }

  /// Scripts and comments have none.
  mutating func skipReferences(before end: Int) {
    if nextAmpersand < end {
      nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&"), from: end) ?? source.count
    }
  }

  /// Behind all that can belong to the reference at an offset, whether it is one or not.
  func endOfReference(at start: Int) -> Int {
    var index = start + 1
    if index < source.count, source[index] == UInt8(ascii: "#") { index += 1 }
    while index < source.count, TagScanner.isNameByte(source[index]) { index += 1 }
    if index < source.count, source[index] == UInt8(ascii: ";") { index += 1 }
    return index
  }

  private mutating func reference(at start: Int, _ lines: inout SourceLines) {
    guard let reference = Self.numeric(source.span, at: start) else {
      if let end = Self.endOfUnfinished(source, at: start) { replace(end..<end, with: ";", &lines) }
      return
    }
    guard let value = reference.value else {
      return replace(start..<start + 1, with: "&amp;", &lines)
    }
    guard let meant = Self.meaning(of: value) else { return }
    replace(start..<reference.end, with: String(Character(meant)), &lines)
  }

  /// Where a name from HTML's first days ends that no semicolon follows: `&laquo Back`
  /// (§13.2.5.73).
  private static func endOfUnfinished(_ source: [UInt8], at start: Int) -> Int? {
    let name = source[(start + 1)...].prefix(8).prefix {
      (0x41...0x5A).contains($0 & ~0x20) || (0x30...0x39).contains($0)
    }
    guard name.count > 1, name.endIndex < source.count else { return nil }
    switch source[name.endIndex] {
    case UInt8(ascii: ";"), UInt8(ascii: "="): return nil
    default: return SAXBridge.isLatin1Entity(name) ? name.endIndex : nil
    }
  }

  /// The number of a reference and where it ends; no number where "&#" is only text.
  static func numeric(_ bytes: Span<UInt8>, at start: Int) -> (value: UInt32?, end: Int)? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    var index = start + 2
    let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let firstDigit = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = digit(bytes[index], isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > firstDigit else { return (nil, index) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (value, index)
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex, 0x61...0x66 where isHex: UInt32(byte & 0x0F) + 9
    default: nil
    }
  }

  /// What a number stands for, where that is not the character itself.
  static func meaning(of value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x0D: "\n"
    case 0x80...0x9F: windows1252[Int(value - 0x80)]
    case 0, 0xD800...0xDFFF, 0xFFFE, 0xFFFF, 0x110000...: "\u{FFFD}"
    case 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }

  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
    "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ",
    "\u{FFFD}", "ž", "Ÿ",
  ]
}
