/// A header that lost its line breaks: "Title: X Author: Y Rating: PG", "Genere: A | Stato: B". Cuts such lines at
/// their labels, before anyone looks at them.
struct FlatHeader {
  /// Whether folded words are a label.
  private let isLabel: @Sendable (String) -> Bool
  /// How many lines from the top are looked at.
  private let reach: Int
  /// The longest line that is looked at, in bytes.
  private let longest: Int
  /// How many labels a line must have to be cut; two lines of two are as sure as one of three.
  private var fewest = 3

  /// The header of a story.
  init(labels: HeaderLabels) {
    isLabel = { labels.exactField(for: $0) != nil }
    (reach, longest) = (16, 1200)
  }

  /// The header of a message, which is on top.
  static let mail = FlatHeader(isLabel: MailHeader.isField, reach: 1, longest: 4096)

  private init(isLabel: @escaping @Sendable (String) -> Bool, reach: Int, longest: Int) {
    self.isLabel = isLabel
    self.reach = reach
    self.longest = longest
  }

  /// The lines with those on top that hold several labels cut up; the pieces keep their line's number.
  func cut(_ lines: [Manuscript.Line], of text: [UInt8]) -> [Manuscript.Line] {
    let top = lines.prefix(reach)
    guard top.contains(where: { mayHold($0, text) }) else { return lines }
    let cutter = settled(by: top, text)
    return top.flatMap { cutter.pieces($0, text) } + lines.dropFirst(reach)
  }

  /// The same with the number of labels that these lines ask for.
  private func settled(by top: ArraySlice<Manuscript.Line>, _ text: [UInt8]) -> FlatHeader {
    var cutter = self
    let pairs = top.count {
      mayHold($0, text) && labelStarts($0.range, text).first == $0.range.lowerBound
        && labelStarts($0.range, text).count == 2
    }
    if pairs >= 2 { cutter.fewest = 2 }
    return cutter
  }

  /// Cuts up the paragraphs on top of a format that has some, below a message's header.
  func cut(_ manuscript: inout Manuscript) {
    let top = manuscript.headerLines..<manuscript.headerLines + reach
    let cutter = settled(
      by: manuscript.lines.dropFirst(top.lowerBound).prefix(reach), manuscript.text)
    for index in manuscript.blocks.indices.prefix(reach).reversed() {
      let block = manuscript.blocks[index]
      guard block.kind == .paragraph, !block.isApart, block.enclosure == nil else { continue }
      let cut = block.lines.flatMap { line in
        let whole = manuscript.lines[line]
        return top.contains(line) ? cutter.pieces(whole, manuscript.text) : [whole]
      }
      guard cut.count > block.lines.count else { continue }
      var whole = block
      whole.lines = 0..<cut.count
      manuscript.replace(index, by: [whole], of: cut)
    }
  }

  private func mayHold(_ line: Manuscript.Line, _ text: [UInt8]) -> Bool {
    line.range.count <= longest && text[line.range].count { $0 == 0x3A } >= 2
  }

  private func pieces(_ line: Manuscript.Line, _ text: [UInt8]) -> [Manuscript.Line] {
    guard mayHold(line, text) else { return [line] }
    let starts = labelStarts(line.range, text)
    let isBarred = starts.contains { isAfterBar($0, text) }
    guard starts.count >= (isBarred ? 1 : fewest) else { return [line] }
    var bounds = [line.range.lowerBound] + starts.filter { $0 > line.range.lowerBound }
    bounds.append(line.range.upperBound)
    return zip(bounds, bounds.dropFirst()).enumerated().map { index, piece in
      let range = HeadingTokens.trimmed(text, piece.0..<piece.1)
      return Manuscript.Line(
        range: range, indent: line.indent, width: Columns.count(text.span, range),
        number: line.number, blanksBefore: index == 0 ? line.blanksBefore : 0)
    }
  }

  /// Where known labels begin, each with a capital and after a blank.
  private func labelStarts(_ range: Range<Int>, _ text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    for colon in range where text[colon] == 0x3A {
      guard let start = labelStart(endingAt: colon, after: starts.last ?? range.lowerBound, text)
      else { continue }
      starts.append(start)
    }
    return starts
  }

  /// The longest label of up to three words that ends at a colon.
  private func labelStart(endingAt colon: Int, after limit: Int, _ text: [UInt8]) -> Int? {
    var best: Int?
    var words = 0
    var index = colon
    while index > limit, words < 3 {
      index -= 1
      let isStart = index == limit || text[index - 1] == 0x20
      guard isStart, text[index] != 0x20 else { continue }
      words += 1
      let isCapital = (0x41...0x5A).contains(text[index]) || text[index] >= 0xC0
      guard isCapital, isLabel(Folding.fold(text[index..<colon])) else {
        continue
      }
      best = index
    }
    return best
  }

  private func isAfterBar(_ start: Int, _ text: [UInt8]) -> Bool {
    start >= 2 && text[start - 1] == 0x20 && text[start - 2] == 0x7C
  }
}
