internal import FanfoldMarkup
internal import FanfoldStory

/// Tells quickly whether a paragraph has anything that could be set otherwise; most have not, and
/// none has once it is set.
struct MarkScan {
  private let kinds: [Kind]
  private let looksAtBlanks: Bool

  private enum Kind: UInt8 {
    case plain
    /// Typed whenever it is there.
    case mark
    /// A dot or a hyphen, of which one alone is mostly as it should be.
    case dot, dash
    /// What may have to stay on a line with the word behind it: a number, and where words do, any word.
    case digit, anyBlank
    /// A mark that may lack its space.
    case stop
    /// The first byte of `«`, `»`, and of a dash.
    case guillemet, wide
    /// The point of an abbreviation.
    case point
  }

  init(_ rules: TypographicRules, scope: Typography) {
    var kinds = [Kind](repeating: .plain, count: 256)
    for byte in "\"'`".utf8 { kinds[Int(byte)] = .mark }
    kinds[0xC2] = .guillemet
    if scope == .full {
      kinds[Int(UInt8(ascii: "-"))] = .dash
      kinds[Int(UInt8(ascii: "."))] = rules.spaces.abbreviations.isEmpty ? .dot : .point
      if rules.spaces.shortWords.isEmpty {
        // Digits are rarer than spaces.
        for byte in "0123456789".utf8 { kinds[Int(byte)] = .digit }
      } else {
        kinds[Int(UInt8(ascii: " "))] = .anyBlank
      }
      for byte in rules.spaces.before.keys { kinds[Int(byte)] = .stop }
      if rules.dash.speech != nil || rules.dash.blankBefore != " " { kinds[0xE2] = .wide }
    }
    self.kinds = kinds
    looksAtBlanks = kinds[0x20] != .plain
  }

  func finds(in line: [Inline]) -> Bool { line.contains { finds(in: $0) } }

  private func finds(in inline: Inline) -> Bool {
    switch inline {
    case .text(let text): finds(in: text)
    case .code, .language, .lineBreak, .image: false
    default: finds(in: inline.inner ?? [])
    }
  }

  private func finds(in text: String) -> Bool {
    let bytes = text.utf8Span.span
    let kinds = kinds.span
    precondition(kinds.count == 256)
    var index = 0
    while index < bytes.count {
      index = next(bytes, from: index)
      guard index < bytes.count else { return false }
      let kind = kinds[Int(bytes[index])]
      if kind != .plain, matters(kind, Neighbours(of: index, in: bytes)) { return true }
      index += 1
    }
    return false
  }

  /// The next place that may have a mark: no small letter, no capital, mostly no blank.
  private func next(_ bytes: Span<UInt8>, from start: Int) -> Int {
    EightBytes.next(bytes, from: start) { eight in
      let marks = eight.wide | eight.between(0x21, 0x40) | eight.equal(to: 0x60)
      return looksAtBlanks ? marks | eight.equal(to: 0x20) : marks
    }
  }

  private func matters(_ kind: Kind, _ near: Neighbours) -> Bool {
    switch kind {
    case .plain: false
    case .mark: true
    case .dot: near.after == near.byte || near.after == 0x20 && near.next == near.byte
    case .point:
      near.after == near.byte || near.after == 0x20 && near.next == near.byte
        || near.isSingleLetterBefore
    case .dash: !near.isLetter(near.before) || !near.isLetter(near.after)
    case .digit: near.after == 0x20
    case .anyBlank: (0x30...0x39).contains(near.before) || near.isSingleLetterBefore
    case .stop: near.before != 0xA0 && near.before != 0xAF
    case .guillemet:
      switch near.after {
      case 0xAB: near.next != 0xC2
      case 0xBB: near.before != 0xA0
      default: near.after == 0xB4
      }
    case .wide: near.after == 0x80 && (0x93...0x95).contains(near.next)
    }
  }

  /// The bytes around one; a line end stands for what is beyond the text.
  private struct Neighbours {
    let previous: UInt8
    let before: UInt8
    let byte: UInt8
    let after: UInt8
    let next: UInt8

    init(of index: Int, in bytes: Span<UInt8>) {
      byte = bytes[index]
      before = index > 0 ? bytes[index - 1] : 0x0A
      previous = index > 1 ? bytes[index - 2] : 0x0A
      after = index + 1 < bytes.count ? bytes[index + 1] : 0x0A
      next = index + 2 < bytes.count ? bytes[index + 2] : 0x0A
    }

    func isLetter(_ byte: UInt8) -> Bool { CharacterClass.of(byte).isWord }

    /// "a ", "z.": a letter before which there is none, or one that is not ASCII.
    var isSingleLetterBefore: Bool {
      before < 0x80 && isLetter(before) && (previous >= 0x80 || !isLetter(previous))
    }
  }
}
