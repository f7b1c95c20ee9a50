internal import FanfoldMarkup
internal import FanfoldStory

/// Reads the marks of emphasis in typed text: `*stress*`, `_thought_`, `/ship's name/`. A mark counts only when its
/// pair is there and words begin and end at them, so that `* Why * not?`, `5*3` and `and/or` stay as they are.
struct InlineReader {
  /// The text of lines joined into one, with where its emphasis begins and ends.
  static func read(_ text: [UInt8], into marks: inout [UInt8]) -> [Inline] {
    guard mayRead(text.span, 0..<text.count) else {
      return [.text(String(decoding: text, as: UTF8.self))]
    }
    var reader = InlineReader(text: text)
    return reader.read(0..<text.count, marks: &marks)
  }

  /// Whether there may be marks in the text at `range`: one of the signs is there.
  static func mayRead(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let eight = EightBytes(text, at: index)
      let marks = eight.equal(to: 0x2A) | eight.equal(to: 0x5F) | eight.equal(to: 0x2F)
      if marks != 0 { return true }
      index += 8
    }
    while index < range.upperBound {
      if isMark(text[index]) { return true }
      index += 1
    }
    return false
  }

  private let text: [UInt8]

  private mutating func read(_ range: Range<Int>, marks: inout [UInt8]) -> [Inline] {
    var inlines: [Inline] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard isMark(text[index]) else {
        index += 1
        continue
      }
      guard let width = openingWidth(at: index, in: range),
        let close = closing(of: index, width, in: range)
      else {
        index += runLength(at: index, in: range)
        continue
      }
      appendText(start..<index, to: &inlines)
      let inner = (index + width)..<close
      marks.append(contentsOf: text[index..<index + width])
      marks.append(contentsOf: text[close..<close + width])
      let content = read(inner, marks: &marks)
      inlines.append(
        width == 1
          ? .emphasis(content) : width == 2 ? .strong(content) : .strong([.emphasis(content)]))
      index = close + width
      start = index
    }
    appendText(start..<range.upperBound, to: &inlines)
    return inlines
  }

  private func appendText(_ range: Range<Int>, to inlines: inout [Inline]) {
    if !range.isEmpty { inlines.append(.text(String(decoding: text[range], as: UTF8.self))) }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x2A || byte == 0x5F || byte == 0x2F
  }

  private func isMark(_ byte: UInt8) -> Bool { Self.isMark(byte) }

  private func runLength(at index: Int, in range: Range<Int>) -> Int {
    var end = index
    while end < range.upperBound, text[end] == text[index] { end += 1 }
    return end - index
  }

  /// The width of the mark at `index` if it opens: before it a blank or an opening sign, after it a word.
  private func openingWidth(at index: Int, in range: Range<Int>) -> Int? {
    let width = runLength(at: index, in: range)
    guard width <= (text[index] == 0x2F ? 1 : 3) else { return nil }
    if index > range.lowerBound, !isBoundary(text[index - 1], opening: true) { return nil }
    guard index + width < range.upperBound, isWordStart(index + width) else { return nil }
    return width
  }

  /// Where the mark that opened at `open` is closed: after a word or its punctuation, before a blank or a closing
  /// sign; within 1,200 bytes.
  private func closing(of open: Int, _ width: Int, in range: Range<Int>) -> Int? {
    let mark = text[open]
    var index = open + width + 1
    let limit = min(range.upperBound, open + 1200)
    while index < limit {
      guard text[index] == mark else {
        index += 1
        continue
      }
      let run = runLength(at: index, in: range)
      let end = index + run
      let before = text[index - 1]
      if run == width, before != 0x20, before != 0x09, !isMark(before),
        end == range.upperBound || isBoundary(text[end], opening: false)
      {
        return mark == 0x2F && !isPlausibleSlash(open + 1..<index) ? nil : index
      }
      // Another word opens here, so the first mark has no pair: a footnote's asterisk.
      if run == width, before == 0x20, mark != 0x2F { return nil }
      index = end
    }
    return nil
  }

  /// `/Nile/` and `/I don't think so/`, but not a date or a path.
  private func isPlausibleSlash(_ range: Range<Int>) -> Bool {
    guard let first = text[range].first else { return false }
    return (0x41...0x5A).contains(first & 0xDF) && !text[range].contains(0x3A) || first >= 0x80
  }

  private func isWordStart(_ index: Int) -> Bool {
    let byte = text[index]
    return SceneBreakMarks.isWordByte(byte) || byte == 0x22 || byte == 0x27 || byte == 0x2E
      || byte == 0x28
      || byte == 0x5B || isMark(byte)
  }

  private func isBoundary(_ byte: UInt8, opening: Bool) -> Bool {
    if byte <= 0x20 || byte >= 0x80 || isMark(byte) { return true }
    return opening ? "\"'([{-<".utf8.contains(byte) : "\"')]}-.,;:!?>".utf8.contains(byte)
  }
}
