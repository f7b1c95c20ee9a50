internal import FanfoldStory

/// A text copied with the numbers of its lines, as pages that show files and programs that list them put before each:
///
///      1. The Long Road
///      2.
///      3. It was late.
enum NumberedLines {
  /// The lines without the numbers, which are entered in the ledger, when each line counts one on.
  static func cut(
    _ lines: [Manuscript.Line], of text: [UInt8], into ledger: inout Ledger
  ) -> [Manuscript.Line] {
    guard lines.count >= fewest else { return lines }
    var kept: [Manuscript.Line] = []
    var numbers: [UInt8] = []
    var blanks = 0
    for (index, line) in lines.enumerated() {
      guard let end = number(index + 1, text[line.range]) else { return lines }
      numbers += text[line.range.lowerBound..<end]
      let words = end..<line.range.upperBound
      guard
        let inner = LineScanner.line(words, of: text, number: line.number, blanksBefore: blanks)
      else {
        blanks += 1
        continue
      }
      kept.append(inner)
      blanks = 0
    }
    ledger.entries.append(
      .init(
        .markup, rule: "line-number", reason: "numbers of the lines",
        text: String(decoding: numbers, as: UTF8.self), lines: nil))
    return kept
  }

  /// How many lines there must be; fewer could be a list.
  private static let fewest = 20

  /// Where a line's words begin behind the number and a sign or a blank; `nil` when it has another number or none.
  private static func number(_ number: Int, _ line: ArraySlice<UInt8>) -> Int? {
    let digits = String(number).utf8
    let zeros = line.prefix { $0 == UInt8(ascii: "0") }.count
    guard line.dropFirst(zeros).starts(with: digits) else { return nil }
    let rest = line.dropFirst(zeros + digits.count)
    guard let sign = rest.first else { return line.endIndex }
    let isSign = ".:)|".utf8.contains(sign)
    let next = isSign ? rest.dropFirst() : rest
    guard let blank = next.first else { return line.endIndex }
    guard blank == 0x20 || blank == 0x09 else { return nil }
    return next.startIndex + 1
  }
}
