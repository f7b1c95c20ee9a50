/// Copies text into a document: the runs between characters that cannot stand as they are in one go
/// each, and something else for those characters.
struct Escaping {
  var isAttribute: Bool

  func append(_ text: String, to bytes: inout [UInt8]) {
    text.utf8Span.span.withUnsafeBufferPointer { source in
      var runStart = 0
      var index = 0
      while index < source.count {
        index = Self.skipPlain(source, from: index)
        guard index < source.count else { break }
        guard let (length, escape) = escape(source, at: index) else {
          index += 1
          continue
        }
        bytes.append(contentsOf: source[runStart..<index])
        escape.withUTF8Buffer { bytes.append(contentsOf: $0) }
        index += length
        runStart = index
      }
      bytes.append(contentsOf: source[runStart...])
    }
  }

  /// The place of the next byte that may need an escape: a control character, one of `"&<>`, or the
  /// first of U+FFFE. Looks at eight bytes at a time: each is changed so that a wanted one becomes
  /// zero, and then tested for that (S. Anderson, Bit Twiddling Hacks).
  private static func skipPlain(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let each: UInt64 = 0x0101_0101_0101_0101
    let high = each &* 0x80
    let raw = UnsafeRawBufferPointer(source)
    var index = start
    while index + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let controls = (word &- each &* 0x20) & ~word
      let brackets = (word | each &* 0x02) ^ each &* 0x3E
      let marks = (word | each &* 0x04) ^ each &* 0x26
      let leads = word ^ each &* 0xEF
      let found =
        controls | (brackets &- each) & ~brackets | (marks &- each) & ~marks
        | (leads &- each) & ~leads
      guard found & high == 0 else { break }
      index += 8
    }
    while index < source.count, !mayNeedEscape(source[index]) { index += 1 }
    return index
  }

  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte | 0x02 == 0x3E || byte | 0x04 == 0x26 || byte == 0xEF
  }

  /// What stands for the character at `index` and how many bytes it replaces; `nil` when the
  /// character can stand. Line ends and tabs in attributes would be read as blanks (XML §3.3.3), a
  /// carriage return in text as a line feed (§2.11).
  private func escape(
    _ source: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (length: Int, text: StaticString)? {
    switch source[index] {
    case UInt8(ascii: "&"): (1, "&amp;")
    case UInt8(ascii: "<"): (1, "&lt;")
    case UInt8(ascii: ">"): (1, "&gt;")
    case UInt8(ascii: "\""): isAttribute ? (1, "&quot;") : nil
    case UInt8(ascii: "\t"): isAttribute ? (1, "&#9;") : nil
    case UInt8(ascii: "\n"): isAttribute ? (1, "&#10;") : nil
    case UInt8(ascii: "\r"): (1, "&#13;")
    // U+FFFE and U+FFFF.
    case 0xEF
    where index + 2 < source.count && source[index + 1] == 0xBF
      && source[index + 2] >= 0xBE:
      (3, "\u{FFFD}")
    case 0..<0x20: (1, "\u{FFFD}")
    default: nil
    }
  }
}
