internal import FanfoldMarkup

/// Sets the dashes of a paragraph: two or three hyphens, and one between spaces. Four and more are a
/// blank to be filled in or a line, and stay.
struct DashSetter {
  private let rules: DashRules
  private let flow: TextFlow
  private var edits: [TextFlow.Edit] = []
  /// Whether the line began with the dash of direct speech.
  private var isInSpeech = false
  private var isAtLineBegin = true

  init(_ flow: TextFlow, rules: DashRules) {
    self.flow = flow
    self.rules = rules
  }

  /// The changes to be made.
  mutating func run() -> [TextFlow.Edit] {
    let bytes = flow.bytes
    guard bytes.contains(where: { $0 == UInt8(ascii: "-") || $0 == 0xE2 }) else { return [] }
    var offset = 0
    while true {
      // Words have nothing to do with it, but for the first of a line.
      if !isAtLineBegin { offset = Self.next(bytes.span, from: offset) }
      guard offset < bytes.count else { return edits }
      switch bytes[offset] {
      case UInt8(ascii: "\n"):
        isInSpeech = false
        isAtLineBegin = true
        offset += 1
        continue
      case UInt8(ascii: "-"):
        offset = setHyphens(from: offset)
      case 0xE2 where CharacterClass.at(offset, in: bytes).0 == .dash:
        setSpaces(around: offset..<offset + 3)
        offset += 3
      case 0x20, UInt8(ascii: "\t"):
        offset += 1
        continue
      default: offset += 1
      }
      isAtLineBegin = false
    }
  }

  /// The next place where a line may end or a dash may be.
  private static func next(_ bytes: Span<UInt8>, from start: Int) -> Int {
    EightBytes.next(bytes, from: start) {
      $0.equal(to: UInt8(ascii: "-")) | $0.equal(to: UInt8(ascii: "\n")) | $0.wide
    }
  }

  private mutating func setHyphens(from start: Int) -> Int {
    var end = start
    while end < flow.bytes.count, flow.bytes[end] == UInt8(ascii: "-") { end += 1 }
    let place = Surroundings(of: start..<end, in: flow.bytes)
    guard end - start < 4, flow.isFree(start..<end), !place.isPartOfDrawing else { return end }
    if isAtLineBegin {
      setAtLineBegin(place)
    } else if end - start > 1 || isDash(place) {
      setWithin(place)
    }
    return end
  }

  /// Whether a single hyphen stands for a dash.
  private func isDash(_ place: Surroundings) -> Bool {
    if !place.blanksBefore.isEmpty && place.hasBlankAfter {
      let digits = (place.before == .digit ? 1 : 0) + (place.after == .digit ? 1 : 0)
      return digits < (rules.isTight ? 1 : 2)
    }
    if !place.blanksBefore.isEmpty, place.after == .quote, place.closesAfter { return true }
    guard isInSpeech, rules.sticks else { return false }
    return place.hasBlankBefore
      ? place.after == .letter || place.after == .opener
      : place.before != .dash && (place.hasBlankAfter || place.after == .terminal)
  }

  private mutating func setWithin(_ place: Surroundings) {
    let isRange = place.before == .digit && place.after == .digit
    if isRange, place.blanksBefore.isEmpty, place.blanksAfter.isEmpty {
      if place.dash.count == 2 { edits.append(.init(place.dash, "–")) }
      return
    }
    let isTight = rules.isTight && !place.isBesideTypedMark
    if isTight { drop(place.blanksBefore) } else { keepFromLineBegin(place) }
    edits.append(.init(place.dash, rules.mark))
    if isTight { drop(place.blanksAfter) }
  }

  /// A dash before direct speech, or an English line that begins with one.
  private mutating func setAtLineBegin(_ place: Surroundings) {
    let isSpeech =
      place.after == .letter || place.after == .opener || place.after == .quote
      || place.after == .terminal
    guard isSpeech else { return }
    guard let speech = rules.speech else {
      if place.dash.count > 1 { edits.append(.init(place.dash, rules.mark)) }
      return
    }
    isInSpeech = true
    let lacksBlank = !place.hasBlankAfter && rules.speechBlank != ""
    edits.append(.init(place.dash, lacksBlank ? speech + rules.speechBlank : speech))
    setSpeechBlank(place)
  }

  private mutating func setSpeechBlank(_ place: Surroundings) {
    guard let first = place.blanksAfter.first, flow.isFree(first..<first + 1) else { return }
    edits.append(.init(first..<first + 1, rules.speechBlank))
    if rules.speechBlank == "" { drop(place.blanksAfter.dropFirst()) }
  }

  /// The spaces around a dash that is set already.
  private mutating func setSpaces(around dash: Range<Int>) {
    let place = Surroundings(of: dash, in: flow.bytes)
    if !isAtLineBegin {
      keepFromLineBegin(place)
    } else if rules.speech != nil {
      isInSpeech = true
      if rules.speechBlank != "" { setSpeechBlank(place) }
    }
  }

  private mutating func keepFromLineBegin(_ place: Surroundings) {
    guard rules.blankBefore != " ", place.before != .blank, let last = place.blanksBefore.last,
      flow.isFree(last..<last + 1)
    else { return }
    edits.append(.init(last..<last + 1, rules.blankBefore))
  }

  private mutating func drop(_ blanks: some Collection<Int>) {
    for blank in blanks where flow.isFree(blank..<blank + 1) {
      edits.append(.init(blank..<blank + 1, ""))
    }
  }
}

/// What stands around a dash.
struct Surroundings {
  let dash: Range<Int>
  /// The spaces beside the dash.
  let blanksBefore: Range<Int>
  let blanksAfter: Range<Int>
  /// What stands beyond the spaces.
  let before: CharacterClass
  let after: CharacterClass
  /// Whether a blank of any kind stands beside the dash.
  let hasBlankBefore: Bool
  let hasBlankAfter: Bool
  /// Whether a quotation mark that follows closes.
  let closesAfter: Bool
  /// Whether a mark is beside it of which nobody could tell what it is; it must not come closer.
  let isBesideTypedMark: Bool
  /// Whether arrows, lines or other dashes are beside it.
  let isPartOfDrawing: Bool

  init(of dash: Range<Int>, in bytes: [UInt8]) {
    var start = dash.lowerBound
    while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
    var end = dash.upperBound
    while end < bytes.count, bytes[end] == 0x20 { end += 1 }
    let (after, length) = CharacterClass.at(end, in: bytes)
    self.dash = dash
    blanksBefore = start..<dash.lowerBound
    blanksAfter = dash.upperBound..<end
    before = CharacterClass.before(start, in: bytes).0
    self.after = after
    hasBlankBefore = CharacterClass.before(dash.lowerBound, in: bytes).0 == .blank
    hasBlankAfter = CharacterClass.at(dash.upperBound, in: bytes).0 == .blank
    let beyond = CharacterClass.at(end + length, in: bytes).0
    closesAfter = after == .quote && (beyond == .blank || beyond == .terminal)
    let typed = "\"'`".utf8
    isBesideTypedMark =
      start > 0 && typed.contains(bytes[start - 1])
      || end < bytes.count && typed.contains(bytes[end])
    let strokes = "<>=|*~_+#/\\".utf8
    isPartOfDrawing =
      before == .dash || after == .dash
      || start > 0 && strokes.contains(bytes[start - 1]) && start == dash.lowerBound
      || end < bytes.count && strokes.contains(bytes[end]) && end == dash.upperBound
  }
}
