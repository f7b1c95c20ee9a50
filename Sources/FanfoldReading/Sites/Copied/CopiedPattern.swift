internal import FanfoldMarkup

/// The form of a line with names for its pieces: "{fandom} Fan Fiction ❯ {title}". Capitals and the number of blanks
/// make no difference.
struct CopiedPattern {
  private enum Piece {
    case words([UInt8])
    case capture(String)
  }

  private var pieces: [Piece] = []
  /// A sign that every line of this form has and few lines of prose have; `nil` where the first bytes tell as quickly.
  private(set) var sign: UInt8?
  /// The small letter or the sign with which a line of this form begins; `nil` where a piece does.
  private var first: UInt8?

  /// `nil` when a brace has no partner.
  init?(_ form: String) {
    var rest = form[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      if open > rest.startIndex { pieces.append(.words(Array(rest[..<open].lowercased().utf8))) }
      guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else { return nil }
      pieces.append(.capture(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.words(Array(rest.lowercased().utf8))) }
    if case .words(let words) = pieces.first {
      first = words.first == 0x20 ? nil : words.first
    } else {
      sign =
        pieces.lazy.compactMap { piece in
          if case .words(let words) = piece { words.first(where: Self.isSign) } else { nil }
        }.first
    }
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte > 0x20 && !(0x61...0x7A).contains(byte) && byte != 0x2E && byte != 0x2C
  }

  /// Whether there are words that the line must have.
  var hasWords: Bool {
    pieces.contains { if case .words = $0 { true } else { false } }
  }

  /// The pieces of the line by their names; `nil` when it has another form.
  func match(_ text: [UInt8], _ line: Range<Int>) -> [(name: String, range: Range<Int>)]? {
    if let sign, !EightBytes.contains(sign, text.span, line) { return nil }
    if let first, line.isEmpty || Self.lower(text[line.lowerBound]) != first { return nil }
    var found: [(name: String, range: Range<Int>)] = []
    var place = line.lowerBound
    var open: (name: String, start: Int)?
    for piece in pieces {
      switch piece {
      case .capture(let name):
        open = (name, place)
      case .words(let words):
        guard
          let range = open == nil
            ? Self.match(words.span, text.span, at: place, end: line.upperBound)
            : Self.find(words, text, from: place + 1, end: line.upperBound)
        else { return nil }
        if let open { found.append((open.name, open.start..<range.lowerBound)) }
        open = nil
        place = range.upperBound
      }
    }
    if let open {
      guard open.start < line.upperBound else { return nil }
      found.append((open.name, open.start..<line.upperBound))
    } else if HeadingTokens.trimmed(text, place..<line.upperBound).isEmpty == false {
      return nil
    }
    return found.map { ($0.name, HeadingTokens.trimmed(text, $0.range)) }
  }

  private static func find(
    _ words: [UInt8], _ text: [UInt8], from start: Int, end: Int
  ) -> Range<Int>? {
    guard start < end, let first = words.first(where: { $0 != 0x20 }) else { return nil }
    let (text, words) = (text.span, words.span)
    // A blank before the words may be any blank, or none.
    let mayBeBlank = words[0] == 0x20
    for place in start..<end {
      let byte = lower(text[place])
      guard byte == first || mayBeBlank && (byte <= 0x20 || byte >= 0x80) else { continue }
      if let range = match(words, text, at: place, end: end) { return range }
    }
    return nil
  }

  /// The words at a place, where any blanks stand for a blank.
  private static func match(
    _ words: Span<UInt8>, _ text: Span<UInt8>, at start: Int, end: Int
  ) -> Range<Int>? {
    var place = start
    var index = 0
    while index < words.count {
      if words[index] == 0x20 {
        let first = place
        while place < end, let blank = blank(text, at: place, end: end) { place += blank }
        guard place > first || index == 0 || place == end else { return nil }
        while index < words.count, words[index] == 0x20 { index += 1 }
      } else {
        guard place < end, lower(text[place]) == words[index] else { return nil }
        place += 1
        index += 1
      }
    }
    return start..<place
  }

  private static func blank(_ text: Span<UInt8>, at place: Int, end: Int) -> Int? {
    let length = Blanks.length(text, at: place, end: end)
    return length > 0 ? length : nil
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
