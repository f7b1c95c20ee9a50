/// Sets the spaces at which a line must not end, each as its language has it.
struct SpaceSetter {
  private let rules: SpaceRules
  private let inset: QuoteStyle?
  private let flow: TextFlow
  private let hasUnits: Bool
  private let hasShortWords: Bool
  private var edits: [TextFlow.Edit] = []

  /// Without `rules`, the spaces within quotation marks alone.
  init(_ flow: TextFlow, rules: SpaceRules?, style: QuoteStyle) {
    self.flow = flow
    self.rules = rules ?? SpaceRules()
    hasUnits = rules != nil
    hasShortWords = rules?.shortWords.isEmpty == false
    inset = style.inset == nil ? nil : style
  }

  /// The changes to be made.
  mutating func run() -> [TextFlow.Edit] {
    let bytes = flow.bytes
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x20 {
        if mayMatter(offset, bytes.span) { setBlank(at: offset) }
      } else if byte == 0xC2, inset != nil {
        setInset(at: offset)
      } else if byte == UInt8(ascii: "."), !rules.abbreviations.isEmpty {
        setAbbreviation(at: offset)
      } else if isStop(byte), let blank = rules.before[byte] {
        setMark(at: offset, blank)
      }
      offset += 1
    }
    return edits
  }

  /// Whether a language may have a space before the mark.
  private func isStop(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ";")
  }

  private mutating func replace(_ offset: Int, with blank: String) {
    guard flow.isFree(offset..<offset + 1) else { return }
    edits.append(.init(offset..<offset + 1, blank))
  }
}

// MARK: - Spaces that are there

extension SpaceSetter {
  private mutating func setBlank(at offset: Int) {
    if let blank = blankBeforeMark(at: offset + 1) ?? blankInside(offset) {
      replace(offset, with: blank)
    } else if isShortWord(before: offset) || hasUnits && isUnit(after: offset)
      || isAbbreviation(around: offset)
    {
      replace(offset, with: "\u{A0}")
    }
  }

  /// Whether the space can be any but an ordinary one, as far as the bytes beside it tell.
  private func mayMatter(_ offset: Int, _ bytes: Span<UInt8>) -> Bool {
    guard offset > 0, offset + 1 < bytes.count else { return false }
    let (before, after) = (bytes[offset - 1], bytes[offset + 1])
    guard before != 0x20 else { return false }
    return isStop(after) || after == 0xC2 || before >= 0x80 || (0x30...0x39).contains(before)
      || before == UInt8(ascii: ".") || hasShortWords
  }

  private func blankBeforeMark(at offset: Int) -> String? {
    guard isStop(flow.bytes[offset]), let blank = rules.before[flow.bytes[offset]],
      !flow.isLocked(offset),
      CharacterClass.before(offset - 1, in: flow.bytes).0 != .blank, endsMark(at: offset)
    else { return nil }
    return blank
  }

  private func blankInside(_ offset: Int) -> String? {
    guard let inset, flow.bytes[offset + 1] == 0xC2 || offset > 1 && flow.bytes[offset - 2] == 0xC2
    else { return nil }
    let isAfter = offset > 1 && flow.bytes[offset - 2..<offset].elementsEqual(inset.open.utf8)
    let isBefore = flow.bytes[(offset + 1)...].starts(with: inset.close.utf8)
    return isAfter || isBefore ? inset.inset : nil
  }

  private func isShortWord(before offset: Int) -> Bool {
    guard !rules.shortWords.isEmpty else { return false }
    let (letter, length) = CharacterClass.before(offset, in: flow.bytes)
    guard letter == .letter, length == 1 else { return false }
    let before = CharacterClass.before(offset - 1, in: flow.bytes).0
    guard before == .blank || before == .quote || before == .opener || before == .dash else {
      return false
    }
    let word = String(decoding: [flow.bytes[offset - 1] | 0x20], as: UTF8.self)
    let after = CharacterClass.at(offset + 1, in: flow.bytes).0
    return rules.shortWords.contains(word) && (after.isWord || after == .quote)
  }

  private func isUnit(after offset: Int) -> Bool {
    let bytes = flow.bytes
    guard (0x30...0x39).contains(bytes[offset - 1]) else { return false }
    let rest = bytes[(offset + 1)...].prefix(10)
    let isEnd: (UInt8) -> Bool = { $0 <= 0x20 || ".,;:!?)\"'-".utf8.contains($0) }
    let unit = rest.prefix { !isEnd($0) }
    guard unit.count < 9, !unit.isEmpty else { return false }
    return SpaceRules.units.contains(String(decoding: unit, as: UTF8.self))
  }

  /// Within "z. B.".
  private func isAbbreviation(around offset: Int) -> Bool {
    guard offset > 1, flow.bytes[offset - 1] == UInt8(ascii: ".") else { return false }
    return isAbbreviation(first: offset - 2, second: offset + 1)
  }

  private func isAbbreviation(first: Int, second: Int) -> Bool {
    let bytes = flow.bytes
    let (letter, length) = CharacterClass.at(second, in: bytes)
    guard !rules.abbreviations.isEmpty, letter == .letter, second + length < bytes.count,
      bytes[second + length] == UInt8(ascii: "."), bytes[first] < 0x80,
      !CharacterClass.before(first, in: bytes).0.isWord
    else { return false }
    let letters = [bytes[first]] + bytes[second..<second + length]
    return rules.abbreviations.contains(String(decoding: letters, as: UTF8.self).lowercased())
  }
}

// MARK: - Spaces that are missing

extension SpaceSetter {
  private mutating func setMark(at offset: Int, _ blank: String) {
    let before = CharacterClass.before(offset, in: flow.bytes).0
    guard before.isWord || before == .closer || before == .quote || isStop(before: offset),
      endsMark(at: offset), flow.isFree(offset..<offset + 1)
    else { return }
    let mark = String(decoding: [flow.bytes[offset]], as: UTF8.self)
    edits.append(.init(offset..<offset + 1, blank + mark))
  }

  /// A full stop or an ellipsis, before which no space belongs.
  private func isStop(before offset: Int) -> Bool {
    let bytes = flow.bytes
    guard offset > 0 else { return false }
    return bytes[offset - 1] == UInt8(ascii: ".")
      || offset > 2 && bytes[offset - 3..<offset].elementsEqual("…".utf8)
  }

  /// Whether the marks from `offset` on end a part of a sentence: no time, no address, no face.
  private func endsMark(at offset: Int) -> Bool {
    let bytes = flow.bytes
    var end = offset
    while end < bytes.count, end - offset < 16, CharacterClass.at(end, in: bytes).0 == .terminal {
      end += CharacterClass.at(end, in: bytes).length
    }
    let after = CharacterClass.at(end, in: bytes).0
    guard after == .blank || after == .quote || after == .closer || after == .dash else {
      return false
    }
    return after != .closer
      || bytes[offset] != UInt8(ascii: ":") && bytes[offset] != UInt8(ascii: ";")
  }

  private mutating func setInset(at offset: Int) {
    guard let inset, let blank = inset.inset, flow.isFree(offset..<offset + 2) else { return }
    let bytes = flow.bytes
    let mark = bytes[offset..<offset + 2]
    if mark.elementsEqual(inset.open.utf8) {
      if CharacterClass.at(offset + 2, in: bytes).0 != .blank {
        edits.append(.init(offset..<offset + 2, inset.open + blank))
      }
    } else if mark.elementsEqual(inset.close.utf8),
      CharacterClass.before(offset, in: bytes).0 != .blank
    {
      edits.append(.init(offset..<offset + 2, blank + inset.close))
    }
  }

  private mutating func setAbbreviation(at offset: Int) {
    guard offset > 0, offset + 1 < flow.bytes.count, flow.bytes[offset + 1] != 0x20,
      flow.isFree(offset..<offset + 1), isAbbreviation(first: offset - 1, second: offset + 1)
    else { return }
    edits.append(.init(offset..<offset + 1, ".\u{A0}"))
  }
}
