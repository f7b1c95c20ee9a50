internal import FanfoldStory

/// A text that came as a quotation, each line behind the ">" of mail and Usenet (RFC 3676 §4.5) or the "|" of other
/// programs, because somebody replied with it or passed it on, once or several times.
enum QuotedLines {
  /// The lines without the signs, which are entered in the ledger, when nearly all have them.
  static func cut(
    _ lines: [Manuscript.Line], of text: [UInt8], into ledger: inout Ledger
  ) -> [Manuscript.Line] {
    guard let sign = signs.first(where: { isQuotation(lines, text, $0) }) else { return lines }
    var kept: [Manuscript.Line] = []
    var quoting: [UInt8] = []
    var blanks = 0
    for line in lines {
      blanks += line.blanksBefore
      guard text[line.range].first == sign else {
        if isAttribution(text[line.range]) {
          ledger.entries.append(MailHeader.entry(line, text))
        } else {
          kept.append(line.after(blanks: blanks))
          blanks = 0
        }
        continue
      }
      let start = behind(sign, line.range, text)
      quoting += text[line.range.lowerBound..<start].filter { $0 == sign }
      let isSpaced = start < line.range.upperBound && text[start] == 0x20
      let words = start + (isSpaced ? 1 : 0)..<line.range.upperBound
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
        .markup, rule: "quoted-text", reason: "signs of a quotation, before each line",
        text: String(decoding: quoting, as: UTF8.self), lines: nil))
    return kept
  }

  /// Where the words begin behind all signs of a line, which may have a blank between them.
  private static func behind(_ sign: UInt8, _ range: Range<Int>, _ text: [UInt8]) -> Int {
    var start = range.lowerBound
    while let next = text[start..<range.upperBound].prefix(2).firstIndex(of: sign),
      next == start || text[start] == 0x20
    {
      start = next + 1
    }
    return start
  }

  private static let signs = [UInt8(ascii: ">"), bar]

  /// Whether nine lines of ten are quoted, and enough of them.
  private static func isQuotation(
    _ lines: [Manuscript.Line], _ text: [UInt8], _ sign: UInt8
  ) -> Bool {
    // Most texts have no such sign on their first lines.
    guard lines.count >= 8,
      lines.prefix(30).contains(where: { text[$0.range.lowerBound] == sign })
    else { return false }
    let quoted = lines.count { text[$0.range.lowerBound] == sign }
    return quoted * 10 >= lines.count * 9 && (sign != bar || !isTable(lines, text))
  }

  private static let bar = UInt8(ascii: "|")

  /// Whether bars stand before lines as the edge of a frame or a table does: behind them too, or before short
  /// lines.
  private static func isTable(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Bool {
    let framed = lines.count { line in
      text[line.range.upperBound - 1] == bar
        && text[line.range].contains(where: SceneBreakMarks.isWordByte)
    }
    let long = lines.count { $0.range.count >= 30 }
    return framed * 10 > lines.count || long * 2 < lines.count
  }

  /// "In article <…> Ann Hale writes:", "On Monday Ann wrote:".
  private static func isAttribution(_ line: ArraySlice<UInt8>) -> Bool {
    line.last == UInt8(ascii: ":")
      && ["writes", "wrote", "said", "schrieb", "écrit"].contains { verb in
        line.dropLast().suffix(verb.utf8.count).elementsEqual(verb.utf8)
      }
  }
}
