internal import FanfoldStory

/// What a library or a mailing list puts around its texts in many lines: a header down to a line that
/// says so, a licence from a line to the end, an advertisement between two lines.
struct SiteEnvelope {
  let lexicon: Lexicon
  /// The line that ends the header, and the one that begins the licence.
  private let header: Int?
  private let licence: Int?
  /// The last line of the header that was taken.
  private var headerEnd: Int?

  /// - Parameter marks: the lines of rows in order. With several texts in one file the first header and
  ///   the last licence are around them all.
  init(lexicon: Lexicon, marks: [(line: Int, match: ChromeLines.Match)]) {
    self.lexicon = lexicon
    let first = marks.first { $0.match == .below }?.line ?? Int.max
    header = marks.last { $0.match == .above && $0.line < first }?.line
    licence = marks.last { $0.match == .below }?.line
  }

  /// How many bytes may stand above or below.
  private static let longest = 40_000
  /// How many lines a paragraph or an advertisement has at most.
  private static let longestPiece = 12

  /// Takes the row's line and what goes with it.
  mutating func take(_ row: ChromeLines.Row, at line: Int, from draft: inout Draft) {
    guard let lines = lines(of: row, at: line, draft) else { return }
    if row.match == .above {
      readHeader(lines, of: &draft)
      headerEnd = lines.upperBound
    }
    for line in lines {
      draft.take(line, .removed, rule: "site-furniture", reason: "furniture of \(row.site)")
    }
  }

  /// The lines that go; `nil` where the words stand somewhere else than a library puts them.
  private func lines(
    of row: ChromeLines.Row, at line: Int, _ draft: Draft
  ) -> ClosedRange<Int>? {
    let lines = draft.manuscript.lines
    switch row.match {
    case .line, .prefix, .suffix, .pattern: return nil
    case .above:
      guard line == header, lines[line].range.lowerBound <= Self.longest,
        (0..<line).prefix(40).contains(where: { names(row.site, $0, draft) })
      else { return nil }
      return 0...line
    case .below:
      let length = draft.manuscript.text.count - lines[line].range.lowerBound
      guard line == licence, length <= Self.longest else { return line...line }
      return line...lines.count - 1
    case .paragraph:
      guard let headerEnd, line > headerEnd,
        draft.fates[headerEnd..<line].allSatisfy({ $0 == .taken })
      else { return nil }
      return line...endOfParagraph(line, lines)
    case .foot: return foot(row, line, draft)
    case .block:
      let ahead = lines.indices.dropFirst(line + 1).prefix(Self.longestPiece)
      let end = ahead.first { Folding.fold(draft.bytes($0)).hasPrefix(row.end) }
      return line...(end ?? line)
    }
  }

  /// What a mail service writes below a message: few lines below a rule, or words that nobody else writes, and the
  /// text's end.
  private func foot(_ row: ChromeLines.Row, _ line: Int, _ draft: Draft) -> ClosedRange<Int>? {
    let lines = draft.manuscript.lines
    guard line > 0, lines.count - line <= Self.longestFoot,
      lines[(line + 1)...].allSatisfy({ $0.blanksBefore == 0 })
    else { return nil }
    let above = draft.bytes(line - 1)
    let isBelowRule =
      lines[line].blanksBefore == 0 && above.count >= 10
      && above.allSatisfy { "_-=".utf8.contains($0) }
    // Somebody may speak of a short slogan.
    let isAlone = Folding.fold(draft.bytes(line)).utf8.count == row.text.utf8.count
    guard isBelowRule && isAlone || row.text.utf8.count >= 40 else { return nil }
    return (isBelowRule ? line - 1 : line)...lines.count - 1
  }

  /// How many lines a mail service writes.
  private static let longestFoot = 5

  /// The last line before a blank one.
  private func endOfParagraph(_ line: Int, _ lines: [Manuscript.Line]) -> Int {
    let ahead = lines.indices.dropFirst(line + 1).prefix(Self.longestPiece)
    return (ahead.first { lines[$0].blanksBefore > 0 } ?? ahead.upperBound) - 1
  }

  /// Whether a line names the library.
  private func names(_ site: String, _ line: Int, _ draft: Draft) -> Bool {
    Folding.fold(draft.manuscript.bytes(draft.manuscript.lines[line].range))
      .contains(Folding.fold(site))
  }

  /// Reads what a library's header says about the work itself.
  private func readHeader(_ lines: ClosedRange<Int>, of draft: inout Draft) {
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
