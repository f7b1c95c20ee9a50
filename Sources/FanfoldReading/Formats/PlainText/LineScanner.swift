internal import FanfoldMarkup

/// Cuts a text into lines that are not blank, whatever ends them: LF, CR LF, CR alone or CR CR LF.
struct LineScanner {
  private(set) var lines: [Manuscript.Line] = []
  private var number = 1
  private var blanks = 0

  /// The lines of UTF-8 text.
  static func lines(of text: [UInt8]) -> [Manuscript.Line] {
    var scanner = LineScanner()
    scanner.lines.reserveCapacity(text.count / 48)
    scanner.scan(text.span, 0..<text.count)
    return scanner.lines
  }

  /// The lines of a piece of a text.
  static func lines(of text: [UInt8], in piece: Range<Int>) -> [Manuscript.Line] {
    var scanner = LineScanner()
    scanner.scan(text.span, piece)
    return scanner.lines
  }

  /// The piece of a text as a line; `nil` when it is blank.
  static func line(
    _ piece: Range<Int>, of text: [UInt8], number: Int, blanksBefore: Int
  ) -> Manuscript.Line? {
    var scanner = LineScanner()
    scanner.number = number
    scanner.blanks = blanksBefore
    scanner.take(text.span, piece, isASCII: false)
    return scanner.lines.first
  }

  private mutating func scan(_ text: Span<UInt8>, _ piece: Range<Int>) {
    var start = piece.lowerBound
    var index = start
    var wide: UInt64 = 0
    while index < piece.upperBound {
      var byte: UInt8 = 0
      if index + 8 <= piece.upperBound {
        let eight = EightBytes(text, at: index)
        wide |= eight.wide
        let ends = eight.equal(to: 0x0A) | eight.equal(to: 0x0D)
        guard ends != 0 else {
          index += 8
          continue
        }
        index += EightBytes.first(ends)
        byte = text[index]
      } else {
        byte = text[index]
        wide |= UInt64(byte & 0x80)
        guard byte == 0x0A || byte == 0x0D else {
          index += 1
          continue
        }
      }
      take(text, start..<index, isASCII: wide == 0)
      index += 1
      if byte == 0x0D { index += restOfEnd(text, index, piece.upperBound) }
      start = index
      wide = 0
    }
    if start < piece.upperBound { take(text, start..<piece.upperBound, isASCII: false) }
  }

  /// What belongs to the end of a line behind its CR: LF, or CR LF where a program wrote one for the LF of an end that
  /// had its CR already.
  private func restOfEnd(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    if index < end, text[index] == 0x0A { return 1 }
    return index + 1 < end && text[index] == 0x0D && text[index + 1] == 0x0A ? 2 : 0
  }

  /// Takes the line at `range`; one of ASCII has a column for each byte.
  private mutating func take(_ text: Span<UInt8>, _ range: Range<Int>, isASCII: Bool) {
    defer { number += 1 }
    var start = range.lowerBound
    while start < range.upperBound, !Blanks.isPlain(text[start]) {
      let blank = Blanks.length(text, at: start, end: range.upperBound)
      guard blank > 0 else { break }
      start += blank
    }
    let indent = Columns.ofBlanks(text, range.lowerBound..<start, after: 0)
    guard start < range.upperBound else {
      blanks += 1
      return
    }
    var end = range.upperBound
    while !Blanks.isPlain(text[end - 1]),
      let blank = Blanks.lengthBefore(text, end: end, start: start)
    {
      end -= blank
    }
    lines.append(
      Manuscript.Line(
        range: start..<end, indent: indent,
        width: isASCII ? end - start : Columns.count(text, start..<end), number: number,
        blanksBefore: blanks))
    blanks = 0
  }
}

/// Blanks within a line: spaces, tabs, form feeds, no-break and ideographic spaces.
enum Blanks {
  /// Whether the byte is a character by itself and no blank, which nearly all bytes are.
  @inline(__always)
  static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x80 }

  /// The length in bytes of the blank at `index`, or 0.
  static func length(_ text: Span<UInt8>, at index: Int, end: Int) -> Int {
    switch text[index] {
    case 0x20, 0x09, 0x0B, 0x0C: return 1
    case 0xC2 where index + 1 < end && (text[index + 1] == 0xA0 || text[index + 1] == 0x85):
      return 2
    case 0xE3 where index + 2 < end && text[index + 1] == 0x80 && text[index + 2] == 0x80: return 3
    case 0xE2
    where index + 2 < end && text[index + 1] == 0x80 && (0x80...0x8A).contains(text[index + 2]):
      return 3
    default: return 0
    }
  }

  /// The length in bytes of the blank that ends at `end`, or `nil`.
  static func lengthBefore(_ text: Span<UInt8>, end: Int, start: Int) -> Int? {
    guard end > start else { return nil }
    if text[end - 1] < 0x80 { return length(text, at: end - 1, end: end) == 1 ? 1 : nil }
    for count in 2...3
    where end - count >= start && length(text, at: end - count, end: end) == count {
      return count
    }
    return nil
  }
}

/// The room text takes in a typewriter's columns.
enum Columns {
  /// The column after the blank of one or two bytes at a place; tabs lead to every eighth.
  static func next(_ text: Span<UInt8>, _ place: Int, after columns: Int) -> Int {
    text[place] == 0x09 ? columns + 8 - columns % 8 : columns + 1
  }

  /// The column after a range of blanks.
  static func ofBlanks(_ text: Span<UInt8>, _ range: Range<Int>, after columns: Int) -> Int {
    var columns = columns
    var place = range.lowerBound
    while place < range.upperBound {
      let blank = max(1, Blanks.length(text, at: place, end: range.upperBound))
      columns = blank == 3 ? columns + 2 : next(text, place, after: columns)
      place += blank
    }
    return columns
  }

  /// One for each character, two for those of East Asian scripts.
  static func count(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var columns = range.count
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound, EightBytes(text, at: index).wide == 0 {
        index += 8
        continue
      }
      let byte = text[index]
      index += 1
      guard byte >= 0x80 else { continue }
      // Continuation bytes take no room; the lead bytes E3…ED begin a wide character.
      if byte < 0xC0 { columns -= 1 } else if byte >= 0xE3 && byte <= 0xED { columns += 1 }
    }
    return columns
  }
}
