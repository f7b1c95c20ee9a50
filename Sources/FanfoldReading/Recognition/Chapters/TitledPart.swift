/// A line of the story's title and the number of a part: "The Long Road, Part 2", "The Long Road (2/3)". Such lines head
/// chapters when several have the same words and rising numbers.
struct TitledPart {
  /// The words before the numbering.
  let title: Range<Int>
  /// "Part 2", "2/3".
  let label: Range<Int>
  let number: Int
  let style: Numerals.Style

  init?(_ text: [UInt8], _ range: Range<Int>, parser: HeadingParser) {
    guard range.count <= HeadingParser.longest, Self.mayEndInNumber(text, range, parser) else {
      return nil
    }
    let words = text[range].split(whereSeparator: Self.isBlank)
    guard (2...14).contains(words.count) else { return nil }
    // The numbering is the last word, the last two ("Part 2") or four ("Part 2 of 3").
    for count in [4, 2, 1] where words.count > count {
      let label = words[words.count - count].startIndex..<range.upperBound
      let inner = Decoration.stripped(text[label])
      guard let found = Self.numbering(text, inner, words: count, parser: parser) else { continue }
      var end = words[words.count - count - 1].endIndex
      while end > range.lowerBound, Self.separators.contains(text[end - 1]) { end -= 1 }
      let title = Decoration.stripped(text[range.lowerBound..<end])
      guard text[title].contains(where: SceneBreakMarks.isLetter) else { return nil }
      (self.title, self.label) = (title, inner)
      (number, style) = found
      return
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// A look at a line's last letters, so that prose is passed over: whether its last word has a digit, the one before
  /// begins as "part" and its like do, or letters beyond ASCII stand there, which may be digits too.
  static func isPossible(_ text: Span<UInt8>, _ range: Range<Int>, _ parser: HeadingParser) -> Bool
  {
    var end = range.upperBound
    while end > range.lowerBound, !SceneBreakMarks.isWordByte(text[end - 1]), text[end - 1] != 0x3F
    {
      end -= 1
    }
    let last = wordStart(text, range.lowerBound, end)
    for index in last..<end where text[index] >= 0x80 || (0x30...0x39).contains(text[index]) {
      return true
    }
    end = last
    while end > range.lowerBound, !SceneBreakMarks.isWordByte(text[end - 1]) { end -= 1 }
    let first = wordStart(text, range.lowerBound, end)
    return first < end && parser.words.filter.mayMatch(text, first..<end)
  }

  /// Where the word begins that ends at `end`.
  private static func wordStart(_ text: Span<UInt8>, _ lowest: Int, _ end: Int) -> Int {
    var start = end
    while start > lowest, !isBlank(text[start - 1]) { start -= 1 }
    return start
  }

  /// What stands between the title and the numbering.
  private static let separators = Set(",:;-\u{2013}([ ".utf8)

  /// A look at the last two words: a digit in the last, or "part" and its like before it.
  private static func mayEndInNumber(
    _ text: [UInt8], _ range: Range<Int>, _ parser: HeadingParser
  ) -> Bool {
    guard let blank = text[range].lastIndex(where: isBlank) else { return false }
    if text[blank..<range.upperBound].contains(where: { (0x30...0x39).contains($0) }) {
      return true
    }
    let rest = HeadingTokens.trimmed(text, range.lowerBound..<blank)
    let start = text[rest].lastIndex(where: isBlank).map { $0 + 1 } ?? rest.lowerBound
    let word = text[start..<rest.upperBound]
    return word.count <= 12 && parser.words.mayBegin(word)
      && parser.words[Folding.fold(word)]?.isNumbered == true
  }

  private static func numbering(
    _ text: [UInt8], _ label: Range<Int>, words: Int, parser: HeadingParser
  ) -> (Int, Numerals.Style)? {
    if words == 1 { return fraction(text[label]).map { ($0, .digits) } }
    guard let heading = parser.parse(text, label), let number = heading.number,
      heading.title == nil, heading.label == label, let style = heading.series.style,
      heading.isExplicit, heading.kind != .entry
    else { return nil }
    return (number, style)
  }

  /// The 2 of "2/3" and "2/?".
  private static func fraction(_ word: ArraySlice<UInt8>) -> Int? {
    let halves = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy({ (1...3).contains($0.count) }),
      halves[1].elementsEqual("?".utf8) || halves[1].allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(String(decoding: halves[0], as: UTF8.self))
  }
}

/// The headings of a text whose every part begins with the story's title and a number.
struct TitledParts {
  /// The lines, in order; none where it takes more than that to make them headings.
  private(set) var found: [CandidateFinder.Found] = []
  /// The title they share.
  private(set) var title: Range<Int>?

  init(_ draft: Draft, parser: HeadingParser) {
    let manuscript = draft.manuscript
    let text = manuscript.text
    var groups: [String: [(line: Int, part: TitledPart)]] = [:]
    for block in manuscript.blocks where block.lines.count <= 2 && !block.isApart {
      let line = block.lines.lowerBound
      guard draft.fates[line].isText, TitledPart.isPossible(text.span, draft.range(line), parser),
        block.lines.count == 1 || Self.isByline(draft.bytes(line + 1)),
        let part = TitledPart(text, Decoration.stripped(draft.bytes(line)), parser: parser)
      else { continue }
      groups[Folding.fold(manuscript.text[part.title]), default: []].append((line, part))
    }
    let mostOften = groups.values.max {
      ($0.count, -($0.first?.line ?? 0)) < ($1.count, -($1.first?.line ?? 0))
    }
    guard let parts = mostOften, parts.count >= 2,
      zip(parts, parts.dropFirst()).allSatisfy({ (1...3).contains($1.part.number - $0.part.number) }
      )
    else { return }
    title = parts[0].part.title
    found = parts.map { line, part in
      .init(
        line: line,
        candidate: HeadingCandidate(
          series: .init(word: "", style: part.style), kind: .chapter, number: part.number,
          label: part.label, title: nil, isExplicit: true),
        isAlone: true)
    }
  }

  /// Whether a line names the author below each title.
  private static func isByline(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= 60 && line.count > 4
      && line.prefix(3).elementsEqual("by ".utf8, by: { $0 | 0x20 == $1 | 0x20 })
  }
}
