/// Goes through the lines of a manuscript for those that may head a chapter.
struct CandidateFinder {
  struct Found {
    /// An index into the manuscript's lines.
    var line: Int
    var candidate: HeadingCandidate
    /// Whether nothing else is in the line's block.
    var isAlone: Bool
  }

  private let draft: Draft
  private let manuscript: Manuscript
  private let parser: HeadingParser

  init(_ draft: Draft, parser: HeadingParser) {
    self.draft = draft
    manuscript = draft.manuscript
    self.parser = parser
  }

  func find() -> [Found] {
    var found: [Found] = []
    for block in manuscript.blocks where !block.isApart {
      for index in candidates(in: block) where draft.mayBe(.heading, index) {
        let line = manuscript.lines[index]
        guard line.range.count <= HeadingParser.longest, mayBeHeading(line),
          let candidate = parser.parse(manuscript.text, line.range)
        else { continue }
        let isAlone = block.lines.count == 1
        if isAlone || candidate.isExplicit {
          found.append(Found(line: index, candidate: candidate, isAlone: isAlone))
        }
      }
    }
    return found
  }

  /// The lines of a block that can be headings: in wrapped text only the first, else any.
  private func candidates(in block: Manuscript.Block) -> Range<Int> {
    if block.flow == .wrapped, block.lines.count > 1, !endsEarly(block.lines.lowerBound) {
      return block.lines.lowerBound..<block.lines.lowerBound
    }
    return block.flow == .wrapped
      ? block.lines.lowerBound..<block.lines.lowerBound + 1 : block.lines
  }

  /// Whether a line stops well before the margin although the next one goes on.
  private func endsEarly(_ index: Int) -> Bool {
    let line = manuscript.lines[index]
    return manuscript.shape.fits(next: 12, after: line.indent + line.width)
  }

  /// "I", "IV." and the like, too short for the filter.
  private func isLoneNumeral(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 8 && bytes.allSatisfy { "IVXLivxl.:) ".utf8.contains($0) }
  }

  /// "The Key ......... 3": a line of a table of contents with its page.
  private func hasLeader(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, (0x30...0x39).contains(last) else { return false }
    var dots = 0
    for byte in bytes.reversed() {
      if byte == 0x2E { dots += 1 } else if byte > 0x39 { break }
    }
    return dots >= 4
  }

  /// A look at the first letters, so that most lines of dialogue are not read as headings.
  private func mayBeHeading(_ line: Manuscript.Line) -> Bool {
    let bytes = manuscript.bytes(line)
    if bytes.first == 0x22, bytes.count > 40 { return false }
    if hasLeader(bytes) { return false }
    guard let start = bytes.firstIndex(where: SceneBreakMarks.isWordByte) else { return false }
    if bytes[start] >= 0x80 {
      return bytes.count <= 60 || (0xE3...0xED).contains(bytes[start]) || bytes[start] == 0xD0
    }
    let rest = Decoration.behindRing(bytes[start...])
    return isLoneNumeral(rest) || parser.words.mayBegin(rest)
  }
}
