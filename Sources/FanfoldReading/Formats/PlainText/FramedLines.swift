internal import FanfoldStory

/// Frames drawn with signs around lines on top of a text, as around a title:
///
///     +----------------+     ******************
///     | The Long Road  |     *  by Ann Hale   *
///     +----------------+     ******************
enum FramedLines {
  /// The lines without their frames, which are entered in the ledger.
  static func cut(
    _ lines: [Manuscript.Line], of text: [UInt8], into ledger: inout Ledger
  ) -> [Manuscript.Line] {
    guard lines.prefix(reach).contains(where: { isEdge(text[$0.range]) }) else { return lines }
    var kept: [Manuscript.Line] = []
    var index = 0
    while index < min(reach, lines.count) {
      guard let frame = frame(at: index, lines, text) else {
        kept.append(lines[index])
        index += 1
        continue
      }
      for line in lines[frame] {
        let inner = inside(line.range, text)
        enter(text[line.range.lowerBound..<inner.lowerBound], line, into: &ledger)
        enter(text[inner.upperBound..<line.range.upperBound], line, into: &ledger)
        guard !inner.isEmpty else { continue }
        let isFirst = kept.last.map { $0.number < lines[frame.lowerBound].number } ?? true
        let room = inner.lowerBound - line.range.lowerBound
        kept.append(
          .init(
            range: inner, indent: line.indent + room, width: Columns.count(text.span, inner),
            number: line.number, blanksBefore: isFirst ? max(1, line.blanksBefore) : 0))
      }
      index = frame.upperBound
      guard index < lines.count, lines[index].blanksBefore == 0 else { continue }
      kept.append(lines[index].after(blanks: 1))
      index += 1
    }
    return kept + lines[index...]
  }

  /// How many lines from the top may hold a frame.
  private static let reach = 40

  /// The lines from the upper edge at `start` to the lower one, when all between them have sides.
  private static func frame(
    at start: Int, _ lines: [Manuscript.Line], _ text: [UInt8]
  ) -> Range<Int>? {
    guard isEdge(text[lines[start].range]) else { return nil }
    var end = start + 1
    while end < lines.count, end - start < 24, lines[end].blanksBefore == 0 {
      let line = text[lines[end].range]
      if isEdge(line), end > start + 1 { return start..<end + 1 }
      guard line.count >= 8, let side = side(line), ends(line, with: side) else { return nil }
      end += 1
    }
    return nil
  }

  /// Whether the line is a row of eight signs or more.
  private static func isEdge(_ line: ArraySlice<UInt8>) -> Bool {
    var signs = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      guard edges.contains(scalar) else { return false }
      signs += 1
    }
    return signs >= 8
  }

  /// The sign the line begins with, when it can be a frame's side.
  private static func side(_ line: ArraySlice<UInt8>) -> Unicode.Scalar? {
    String(decoding: line.prefix(4), as: UTF8.self).unicodeScalars.first.flatMap {
      sides.contains($0) ? $0 : nil
    }
  }

  private static func ends(_ line: ArraySlice<UInt8>, with side: Unicode.Scalar) -> Bool {
    line.suffix(side.utf8.count).elementsEqual(side.utf8)
  }

  /// What the sides stand around; nothing for an edge.
  private static func inside(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    guard !isEdge(text[range]) else { return range.upperBound..<range.upperBound }
    let sign = side(text[range])?.utf8.count ?? 0
    let inner = range.lowerBound + sign..<max(range.lowerBound + sign, range.upperBound - sign)
    let words = HeadingTokens.trimmed(text, inner)
    return words.isEmpty ? range.upperBound..<range.upperBound : words
  }

  private static func enter(
    _ piece: ArraySlice<UInt8>, _ line: Manuscript.Line, into ledger: inout Ledger
  ) {
    guard !piece.isEmpty else { return }
    ledger.entries.append(
      .init(
        .markup, rule: "frame", reason: "frame drawn around lines",
        text: String(decoding: piece, as: UTF8.self), lines: SourceLines(line.number, line.number)))
  }

  private static let sides = Set("*|#:!+║│┃\u{2588}".unicodeScalars)
  private static let edges = sides.union(
    "-=_~.'`,/\\oO═─━╔╗╚╝┌┐└┘╒╕╘╛╓╖╙╜\u{2580}\u{2584}".unicodeScalars)
}
