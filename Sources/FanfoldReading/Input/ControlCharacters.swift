internal import FanfoldMarkup
internal import FanfoldStory

/// Characters that are in text files but not in text: the ^Z of old systems, NULs, the bell. XML has no way to
/// write them (XML 1.0 §2.2).
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
      } else {
        removed.append(contentsOf: text[index..<index + length])
        index += length
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

  /// The length of the forbidden character at `index`: a control character, U+FFFE or U+FFFF; otherwise 0.
  private static func controlLength(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x09...0x0D: 0
    case 0x00..<0x20: 1
    case 0xEF where index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE: 3
    default: 0
    }
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
