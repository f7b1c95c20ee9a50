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
}

extension String {
  /// XPath's `normalize-space`.
  func normalizingBlanks() -> String {
    if hasNormalBlanks { return self }
    let parts = utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  /// Whether all blanks in it are single spaces between words.
  private var hasNormalBlanks: Bool {
    let text = utf8Span.span
    var last: UInt8 = 0x20
    for index in text.indices {
      let byte = text[index]
      if byte <= 0x20, byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0x20 && last == 0x20
      {
        return false
      }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  /// The words between blanks.
  func blankSeparated() -> [Substring] {
    // Nearly always one word.
    if hasOnly({ $0 > 0x20 && $0 < 0x80 }) { return isEmpty ? [] : [self[...]] }
    guard hasOnly({ $0 < 0x80 }) else { return split(whereSeparator: \.isXMLBlank) }
    return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
  }

  /// Without the blanks in it, which may be a whole image.
  func withoutBlanks() -> String {
    if hasOnly({ $0 > 0x20 }) { return self }
    guard hasOnly({ $0 < 0x80 }) else { return filter { !$0.isXMLBlank } }
    let bytes = utf8.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether all of its bytes are of some kind. A span of them is gone through in a fraction of the
  /// time that `utf8` takes.
  func hasOnly(_ isOfKind: (UInt8) -> Bool) -> Bool {
    let text = utf8Span.span
    return text.indices.allSatisfy { isOfKind(text[$0]) }
  }
}

extension Character {
  /// The blanks of XML (§2.3), and those that other languages count with them.
  var isXMLBlank: Bool {
    self == " " || self == "\t" || self == "\n" || self == "\r" || self == "\r\n"
      || self == "\u{0B}" || self == "\u{0C}"
  }
}
