internal import FanfoldStory

/// Tells quickly whether a paragraph has anything that could be set otherwise; most have not.
struct MarkScan {
  private let kinds: [Kind]

  private enum Kind: UInt8 { case plain, mark, dot, dash, blank }

  init(_ rules: TypographicRules, scope: Typography) {
    var kinds = [Kind](repeating: .plain, count: 256)
    for byte in "\"'`".utf8 { kinds[Int(byte)] = .mark }
    let hasInset = rules.quotes.contains { $0.inset != nil }
    if hasInset { kinds[0xC2] = .mark }
    if scope == .full {
      kinds[Int(UInt8(ascii: "-"))] = .dash
      kinds[Int(UInt8(ascii: "."))] = rules.spaces.abbreviations.isEmpty ? .dot : .mark
      kinds[Int(UInt8(ascii: " "))] = rules.spaces.shortWords.isEmpty ? .blank : .mark
      for byte in rules.spaces.before.keys { kinds[Int(byte)] = .mark }
      if rules.dash.speech != nil || rules.dash.blankBefore != " " { kinds[0xE2] = .mark }
    }
    self.kinds = kinds
  }

  func finds(in lines: [[Inline]]) -> Bool {
    lines.contains { $0.contains { finds(in: $0) } }
  }

  private func finds(in inline: Inline) -> Bool {
    switch inline {
    case .text(let text): finds(in: text)
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .link(_, let inner):
      inner.contains { finds(in: $0) }
    case .code, .lineBreak: false
    }
  }

  func finds(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      switch kinds[Int(bytes[index])] {
      case .plain: break
      case .mark: return true
      case .dot where isDot(after: index, bytes): return true
      case .dash where isDash(at: index, bytes): return true
      case .blank where index > 0 && Self.isDigit(bytes[index - 1]): return true
      case .dot, .dash, .blank: break
      }
      index += 1
    }
    return false
  }

  /// Whether the dot may be one of several.
  private func isDot(after index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard index + 1 < bytes.count else { return false }
    if bytes[index + 1] == UInt8(ascii: ".") { return true }
    return bytes[index + 1] == 0x20 && index + 2 < bytes.count
      && bytes[index + 2] == UInt8(ascii: ".")
  }

  /// Whether the hyphen is more than one in a word.
  private func isDash(at index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard index > 0, index + 1 < bytes.count else { return true }
    return !isLetter(bytes[index - 1]) || !isLetter(bytes[index + 1])
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || CharacterClass.at(0, in: [byte]).0.isWord
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
