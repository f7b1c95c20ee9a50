/// Texts without their blanks, or parted at them. Most have none in the wrong place and are given
/// back as they are.
extension StringProtocol where UTF8View: BidirectionalCollection {
  /// Without the blanks and controls at both ends.
  func trimmingBlanks() -> String {
    if utf8.first.map({ $0 > 0x20 }) ?? true, utf8.last.map({ $0 > 0x20 }) ?? true {
      return String(self)
    }
    var slice = Array(utf8)[...]
    while let first = slice.first, first <= 0x20 { slice = slice.dropFirst() }
    while let last = slice.last, last <= 0x20 { slice = slice.dropLast() }
    return String(decoding: slice, as: UTF8.self)
  }

  /// XPath's `normalize-space`.
  func normalizingBlanks() -> String {
    var isNormal = true
    var last: UInt8 = 0x20
    for byte in utf8 {
      if byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x20 && last == 0x20 {
        isNormal = false
        break
      }
      last = byte
    }
    if isNormal, last != 0x20 || utf8.isEmpty { return String(self) }
    let parts = utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }
}

extension String {
  /// The words between blanks.
  func blankSeparated() -> [Substring] {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return split(whereSeparator: \.isXMLBlank) }
    return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
  }
}

extension Character {
  /// The blanks of XML (§2.3), and those that other languages count with them.
  var isXMLBlank: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
      || self == "\u{0B}" || self == "\u{0C}"
  }
}
