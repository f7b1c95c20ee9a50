internal import FanfoldStory

/// What a library or a mailing list puts around its texts in many lines: a header down to a line that says so, a licence
/// from a line to the end, an advertisement between two lines.
struct SiteEnvelope {
  let lexicon: Lexicon

  /// How much may stand above or below; with more, several texts are in one file.
  private static let longest = 40_000

  /// The lines that go with the line of a row; `nil` when the row takes no others along.
  func lines(of row: ChromeLines.Row, at line: Int, _ draft: Draft) -> ClosedRange<Int>? {
    let lines = draft.manuscript.lines
    let last = lines.count - 1
    switch row.match {
    case .line, .prefix, .suffix, .pattern: return nil
    case .above:
      return lines[line].range.lowerBound <= Self.longest ? 0...line : line...line
    case .below:
      let length = draft.manuscript.text.count - lines[line].range.lowerBound
      return length <= Self.longest ? line...last : line...line
    case .paragraph:
      let next = lines[(line + 1)...].firstIndex { $0.blanksBefore > 0 }
      return line...min((next ?? lines.count) - 1, line + 8)
    case .block:
      let ahead = lines.indices.dropFirst(line + 1).prefix(20)
      let end = ahead.first { Folding.fold(draft.bytes($0)).hasPrefix(row.end) }
      return line...(end ?? line)
    }
  }

  /// Reads what a library's header says about the work itself.
  func readHeader(_ lines: ClosedRange<Int>, of draft: inout Draft) {
    var headers: [Int: HeaderLine] = [:]
    for line in lines where draft.fates[line] == .text {
      let header = HeaderLine.parse(
        draft.manuscript.text, draft.range(line), labels: lexicon.labels)
      if let header, Self.fields.contains(header.field) { headers[line] = header }
    }
    HeaderBlock(
      fields: HeaderFields(lexicon: lexicon), headers: headers, end: lines.upperBound
    ).enter(into: &draft)
    draft.statedTitle = draft.statedTitle ?? draft.metadata.title
  }

  private static let fields: [HeaderLabels.Field] = [.title, .author, .translator, .language]
}
