/// The text of a page that the parser is spared.
///
/// libxml2 takes text a character at a time, and copies each twice; all it needs to know of a run
/// of text is that there is one. So it is given one letter instead of each, and the builder puts
/// the text back from the source. That saves half of the time of parsing a page of prose.
struct SparedText {
  /// DEL: one byte that is no blank, a character to every parser, and in no page.
  static let standIn: UInt8 = 0x7F
  /// Shorter runs cost less than the note of them.
  static let shortest = 12

  private let source: [UInt8]
  private var runs: [(place: UInt32, source: Range<UInt32>)] = []
  private var upcoming = 0

  init(of source: [UInt8]) { self.source = source }

  /// Notes that at an offset of the parser's input a letter stands for a part of the source.
  mutating func note(_ run: Range<Int>, at place: Int) {
    runs.append((UInt32(place), UInt32(run.lowerBound)..<UInt32(run.upperBound)))
  }

  /// What the next letter stands for, if the parser has read it; `&#127;` makes one too.
  mutating func next(before offset: Int) -> ArraySlice<UInt8>? {
    guard upcoming < runs.count, runs[upcoming].place < offset else { return nil }
    defer { upcoming += 1 }
    let run = runs[upcoming].source
    return source[Int(run.lowerBound)..<Int(run.upperBound)]
  }

  /// Where text is spared, all of the source; nothing where none is.
  var wholeText: [UInt8]? { runs.isEmpty ? nil : source }

  /// Whether all text is back in its place.
  var isRestored: Bool { upcoming == runs.count }

  /// The part of a piece of text to spare the parser: white space before it decides what elements
  /// it implies, so that stays.
  static func part(of piece: Range<Int>, in bytes: Span<UInt8>) -> Range<Int>? {
    var start = piece.lowerBound
    while start < piece.upperBound, isBlank(bytes[start]) { start += 1 }
    return piece.upperBound - start >= shortest ? start..<piece.upperBound : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a source has characters that the parser would drop, or the letter itself: then it
  /// reads all.
  static func isPossible(in source: [UInt8]) -> Bool {
    // Without branches: many bytes are looked at in one step.
    var odd: UInt8 = 0
    source.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        let isLineEnd = one(byte == 0x0A) | one(byte == 0x0D) | one(byte == 0x09)
        odd |= (one(byte < 0x20) & ~isLineEnd) | one(byte == standIn)
      }
    }
    guard odd == 0 else { return false }
    return [0xBE, 0xBF].allSatisfy { source.span.firstIndex(of: [0xEF, 0xBF, $0]) == nil }
  }

  private static func one(_ isTrue: Bool) -> UInt8 { isTrue ? 1 : 0 }
}
