internal import FanfoldMarkup
internal import FanfoldStory

/// Characters that are in text files but not in text: the ^Z of old systems, NULs, the bell, the colours of terminals.
/// XML has no way to write them (XML 1.0 §2.2).
enum ControlCharacters {
  /// The text without them; what was taken out is entered in the ledger.
  static func strip(_ text: [UInt8], into ledger: inout Ledger) -> [UInt8] {
    guard let first = firstControl(text.span) else { return text }
    var clean = Array(text[..<first])
    clean.reserveCapacity(text.count)
    var removed: [UInt8] = []
    var index = first
    while index < text.count {
      let length = controlLength(text.span, at: index)
      if length == 0 {
        clean.append(text[index])
        index += 1
        continue
      }
      removed.append(contentsOf: text[index..<index + length])
      index += length
      guard length == 1, text[index - 1] == backspace, index < text.count else { continue }
      if isStruckOver(clean, by: text[index]) {
        removed.append(clean.removeLast())
      } else if text[index] == underline, let last = clean.last, last > 0x20 {
        removed.append(underline)
        index += 1
      }
    }
    ledger.entries.append(
      .init(
        .removed, rule: "control-characters", reason: "control characters, which no book can hold",
        text: String(decoding: removed, as: UTF8.self), lines: nil))
    return clean
  }

  private static func firstControl(_ text: Span<UInt8>) -> Int? {
    var index = 0
    while index < text.count {
      if index + 8 <= text.count {
        let eight = EightBytes(text, at: index)
        let suspects = eight.below(0x20) | eight.equal(to: 0xEF)
        guard suspects != 0 else {
          index += 8
          continue
        }
        index += EightBytes.first(suspects)
      }
      if controlLength(text, at: index) > 0 { return index }
      index += 1
    }
    return nil
  }

  private static let backspace: UInt8 = 0x08
  private static let underline = UInt8(ascii: "_")

  /// Whether the last letter was typed again over itself, or over a line under it, as printers made bold and
  /// underlined letters of it (nroff's output).
  private static func isStruckOver(_ text: [UInt8], by next: UInt8) -> Bool {
    guard let last = text.last, last > 0x20, last < 0x80 else { return false }
    return last == next || last == underline
  }

  /// The length of the forbidden character at `index`: a control character, the sequence of a terminal that it begins
  /// (ECMA-48 §5.4), U+FFFE or U+FFFF; otherwise 0.
  private static func controlLength(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x09...0x0D: 0
    case 0x1B: sequenceLength(text, at: index)
    case 0x00..<0x20: 1
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE: 3
    default: 0
    }
  }

  /// "ESC [ 1 ; 33 m": parameters, then a letter that ends it.
  private static func sequenceLength(_ text: Span<UInt8>, at index: Int) -> Int {
    guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "[") else { return 1 }
    var end = index + 2
    while end < text.count, (0x20...0x3F).contains(text[end]) { end += 1 }
    return end < text.count && (0x40...0x7E).contains(text[end]) ? end + 1 - index : 1
  }
}

extension ControlCharacters {
  /// The text without them; what was taken out is counted and entered in the ledger of the manuscript to be.
  static func taken(from text: [UInt8], into builder: inout ManuscriptBuilder) -> [UInt8] {
    var ledger = Ledger()
    let clean = strip(text, into: &ledger)
    for entry in ledger.entries {
      builder.count(entry.text.utf8Span.span)
      builder.take(entry.text, entry.fate, rule: entry.rule, reason: entry.reason)
    }
    return clean
  }
}
