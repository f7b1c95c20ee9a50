/// Quotation marks and apostrophes that stand side by side: they see the same text before and after.
struct QuoteRun {
  /// How many marks.
  var count = 0
  /// What stands before the run, and after it.
  var before = CharacterClass.blank
  var after = CharacterClass.blank
  var range = 0..<0

  /// The run that begins at `start`; without marks when there is none.
  init(from start: Int, in flow: TextFlow, hasTwins: Bool) {
    var offset = start
    while let mark = QuoteMark(at: offset, in: flow, hasTwins: hasTwins) {
      count += 1
      offset += mark.place.count
    }
    range = start..<offset
    before = CharacterClass.before(start, in: flow.bytes).0
    after = CharacterClass.at(offset, in: flow.bytes).0
  }

  var isAtWordBegin: Bool {
    (before == .blank || before == .opener || before == .dash || before == .symbol)
      && after != .blank
  }
}

/// One quotation mark or apostrophe.
struct QuoteMark {
  enum Kind {
    case double, single, backtick
    /// Two backticks, which only open.
    case doubleOpen
    /// A mark that is set already.
    case set(String)
  }

  var kind: Kind
  var place: Range<Int>

  init?(at offset: Int, in flow: TextFlow, hasTwins: Bool) {
    let bytes = flow.bytes
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    let isTwin =
      offset + 1 < bytes.count && bytes[offset + 1] == byte
      && flow.isFree(offset..<offset + 2)
    switch byte {
    case UInt8(ascii: "\""): kind = .double
    case UInt8(ascii: "'"): kind = isTwin && hasTwins ? .double : .single
    case UInt8(ascii: "`"): kind = isTwin ? .doubleOpen : .backtick
    default:
      let (character, length) = CharacterClass.at(offset, in: bytes)
      guard byte >= 0x80, character == .quote else { return nil }
      place = offset..<min(offset + length, bytes.count)
      kind = .set(String(decoding: bytes[place], as: UTF8.self))
      return
    }
    switch kind {
    case .double where byte == UInt8(ascii: "'"), .doubleOpen: place = offset..<offset + 2
    default: place = offset..<offset + 1
    }
  }
}
