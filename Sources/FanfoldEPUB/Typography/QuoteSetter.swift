internal import FanfoldMarkup

/// Sets the typed quotation marks and apostrophes of a paragraph.
///
/// What stands around a mark mostly tells whether it opens or closes; where it does not ("No--"she),
/// the mark does what has not been done yet. Nothing is carried into the next paragraph: one that
/// continues a quotation opens it anew (The Chicago Manual of Style 13.30), and an author who
/// forgot to close one spoils nothing further on.
struct QuoteSetter {
  /// Words that begin with an apostrophe.
  private let elisions: Set<String>
  private let style: QuoteStyle
  private let isSinglePrimary: Bool
  private let hasTwins: Bool
  private let flow: TextFlow
  private let singles: SingleMarks
  private var edits: [TextFlow.Edit] = []
  private var isOpen = false
  private var isInnerOpen = false
  /// Whether the author has set the mark that opened a quotation; one typed in it is an inner one.
  private var isInSetMarks = false
  private var isNested = false

  init(_ flow: TextFlow, rules: TypographicRules, style: QuoteStyle, survey: TextSurvey) {
    self.flow = flow
    elisions = rules.elisions
    self.style = style
    isSinglePrimary = survey.isSinglePrimary
    hasTwins = survey.hasTwins
    singles = SingleMarks(flow.bytes)
    edits.reserveCapacity(8)
  }

  /// The changes to be made.
  mutating func run() -> [TextFlow.Edit] {
    let bytes = flow.bytes
    var offset = 0
    while true {
      offset = Self.nextLead(bytes.span, from: offset)
      guard offset < bytes.count else { return edits }
      let run = QuoteRun(from: offset, in: flow, hasTwins: hasTwins)
      if run.count > 0 {
        set(run)
        offset = run.range.upperBound
      } else {
        if isAccent(at: offset) { edits.append(.init(offset..<offset + 2, "’")) }
        offset += CharacterClass.at(offset, in: bytes).length
      }
    }
  }

  /// The next place where a mark may begin.
  private static func nextLead(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while true {
      offset = EightBytes.next(bytes, from: offset) {
        $0.equal(to: 0x22) | $0.equal(to: 0x27) | $0.equal(to: 0x60) | $0.wide
      }
      guard offset < bytes.count, !isLead(bytes[offset]) else { return offset }
      offset += 1
    }
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
      || byte == 0xE2 || byte == 0xC2
  }

  /// An acute accent between letters, which many keyboards have where others have the apostrophe.
  private func isAccent(at offset: Int) -> Bool {
    offset + 1 < flow.bytes.count && flow.bytes[offset] == 0xC2 && flow.bytes[offset + 1] == 0xB4
      && CharacterClass.before(offset, in: flow.bytes).0 == .letter
      && CharacterClass.at(offset + 2, in: flow.bytes).0 == .letter
      && flow.isFree(offset..<offset + 2)
  }

  private mutating func set(_ run: QuoteRun) {
    var offset = run.range.lowerBound
    while offset < run.range.upperBound,
      let mark = QuoteMark(at: offset, in: flow, hasTwins: hasTwins)
    {
      if !flow.isLocked(offset) { set(mark, in: run) }
      offset = mark.place.upperBound
    }
  }

  private mutating func set(_ mark: QuoteMark, in run: QuoteRun) {
    switch mark.kind {
    case .set(let text): note(text, mark, in: run)
    case .double:
      guard !isInches(mark, in: run) else { return }
      setDouble(mark, opens: opens(run))
    case .doubleOpen:
      if run.isAtWordBegin { setDouble(mark, opens: true) }
    case .single, .backtick:
      if let text = single(mark, in: run) { edits.append(.init(mark.place, text)) }
    }
  }

  private mutating func setDouble(_ mark: QuoteMark, opens: Bool) {
    if opens ? isInSetMarks : isNested {
      isNested = opens
      isInnerOpen = opens
      edits.append(.init(mark.place, opens ? style.innerOpen : style.innerClose))
      return
    }
    isOpen = opens
    isInSetMarks = false
    edits.append(.init(mark.place, opens ? style.open : style.close))
  }

  /// Takes a mark that is set already for what it is.
  private mutating func note(_ text: String, _ mark: QuoteMark, in run: QuoteRun) {
    switch text {
    case style.open where style.open == style.close: isOpen = opens(run)
    case style.open:
      isInSetMarks = true
      isNested = false
      isOpen = true
    case style.close:
      isInSetMarks = false
      isNested = false
      isOpen = false
    case style.innerOpen where style.innerOpen != style.innerClose: isInnerOpen = true
    case style.innerClose, "’": _ = closing(mark, in: run)
    default: break
    }
  }
}

// MARK: - Double marks

extension QuoteSetter {
  private func opens(_ run: QuoteRun) -> Bool {
    switch (run.before, run.after) {
    case (.blank, .blank): !isOpen
    case (.opener, .blank): true
    case (.blank, .terminal), (.opener, .terminal): !isOpen || isEllipsis(at: run.range.upperBound)
    case (.blank, .closer), (.opener, .closer): !isOpen
    case (.blank, _), (.opener, _): true
    case (.dash, _): !isOpen
    case (_, .letter), (_, .digit), (_, .opener), (_, .symbol): !isOpen
    default: false
    }
  }

  private func isEllipsis(at offset: Int) -> Bool {
    let rest = flow.bytes[offset...].prefix(3)
    return rest.elementsEqual("…".utf8) || rest.starts(with: "..".utf8)
      || rest.elementsEqual(". .".utf8)
  }

  /// `5'10"`, or a number with a mark that closes nothing.
  private func isInches(_ mark: QuoteMark, in run: QuoteRun) -> Bool {
    guard run.before == .digit, run.count == 1, run.after != .letter else { return false }
    let bytes = flow.bytes
    var start = mark.place.lowerBound
    while start > 0, (0x30...0x39).contains(bytes[start - 1]) { start -= 1 }
    let isAfterFeet =
      start > 1 && bytes[start - 1] == UInt8(ascii: "'")
      && (0x30...0x39).contains(bytes[start - 2])
    return isAfterFeet || !isOpen && run.after != .digit
  }
}

// MARK: - Single marks

extension QuoteSetter {
  /// What the mark becomes; `nil` when nobody could tell.
  private mutating func single(_ mark: QuoteMark, in run: QuoteRun) -> String? {
    let isStart = run.before == .blank || run.before == .opener
    if run.after.isWord {
      if run.before.isWord { return run.before == .digit && run.after == .digit ? nil : "’" }
      if !isStart, isInnerOpen, !mark.isBacktick { return closing(mark, in: run) }
      return opening(mark, in: run)
    }
    guard !mark.isBacktick else { return nil }
    guard isStart else {
      if run.before == .digit, !isInnerOpen { return nil }
      return closing(mark, in: run)
    }
    if run.after == .blank || run.after == .terminal && !isEllipsis(at: run.range.upperBound) {
      return isInnerOpen ? closing(mark, in: run) : nil
    }
    guard isSinglePrimary || singles.hasEnd(after: mark.place.lowerBound) else { return nil }
    return open()
  }

  private mutating func open() -> String {
    isInnerOpen = true
    return style.innerOpen
  }

  /// A mark at the end of a word closes what is open, unless it is likely to belong to the word.
  private mutating func closing(_ mark: QuoteMark, in run: QuoteRun) -> String {
    guard isInnerOpen, !run.after.isWord || !run.before.isWord else { return "’" }
    let offset = mark.place.lowerBound
    if singles.isWeak(at: offset), singles.hasSureEnd(after: offset) { return "’" }
    isInnerOpen = false
    return style.innerClose
  }

  /// A mark before a word opens a quotation or stands for letters: 'tis, 'em, '90s.
  private mutating func opening(_ mark: QuoteMark, in run: QuoteRun) -> String? {
    let offset = mark.place.lowerBound
    let word = WordAfterMark(at: run.range.upperBound, in: flow.bytes)
    let hasEnd = singles.hasEnd(after: offset)
    if mark.isBacktick { return hasEnd ? open() : nil }
    if word.isYear || elisions.contains(word.folded) {
      if word.isClosed, word.folded != "n", !isInnerOpen { return open() }
      let isSure =
        !isInnerOpen && (isSinglePrimary || word.isCapital)
        && singles.hasSureEnd(after: offset)
      return isSure ? open() : "’"
    }
    return hasEnd || isSinglePrimary || word.isCapital ? open() : "’"
  }
}

extension QuoteMark {
  fileprivate var isBacktick: Bool {
    if case .backtick = kind { true } else { false }
  }
}
