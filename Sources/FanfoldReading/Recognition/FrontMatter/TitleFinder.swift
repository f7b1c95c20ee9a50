internal import FanfoldMarkup

/// A line that may be the story's title.
struct TitleCandidate {
  var line: Int
  /// The title's words.
  var text: Range<Int>
  var score: Double
  /// Whether the line stands out so much that the story cannot have begun before it.
  var isAnchor: Bool { score >= 6 }
}

/// Weighs the signs that a line is the story's title: its words, its place, what is around it.
struct TitleFinder {
  let draft: Draft
  let lexicon: Lexicon
  let dates: DateParser

  func candidate(_ line: Int, _ block: Manuscript.Block, subject: SubjectLine?) -> TitleCandidate? {
    let bytes = draft.bytes(line)
    guard bytes.count <= 110, line < 150 || block.lines.count == 1,
      lexicon.sceneBreaks.mark(bytes) != .plain
    else { return nil }
    let inner = quotedTitle(bytes) ?? Self.stripped(bytes)
    guard !inner.isEmpty, !dates.isDateLine(draft.manuscript.string(inner)) else { return nil }
    var score = TitleShape.score(draft.manuscript.text[inner])
    // What the format sets as the heading of all is a title however it reads.
    if line == 0, case .heading(1) = block.kind { score = max(score, 0) }
    guard score > -2 else { return nil }
    if lexicon.endings.meaning(of: Folding.fold(draft.manuscript.text[inner])) != nil { return nil }
    score += place(line, block) + setting(line, inner)
    score += agreement(inner, subject) + heading(line, block)
    if lexicon.notes.weight(of: Folding.fold(bytes)) >= 2 { score -= 2 }
    if bytes.last == UInt8(ascii: ":") { score -= 3 }
    if isTrail(bytes) || SiteName.ends(draft.manuscript.text[inner]) { score -= 5 }
    if isPairing(bytes, inner) { score -= 5 }
    if Self.isSetting(bytes) { score -= 3 }
    if CopyrightReader.isNotice(bytes) { score -= 6 }
    if isAboveNotice(line) { score += 3 }
    // "Star Trek: The Next Generation" above the title of an episode that never was.
    if isQuoted(line + 1), lexicon.fandoms.isName(Folding.fold(draft.manuscript.text[inner])) {
      score -= 4
    }
    return TitleCandidate(line: line, text: inner, score: score)
  }

  /// The line without its decoration; "[1999] The Ninth Door" keeps its bracket.
  private static func stripped(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
    let inner = Decoration.withoutRings(bytes, Decoration.stripped(withoutTag(bytes)))
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    guard inner.lowerBound > bytes.startIndex, bytes[inner.lowerBound - 1] == open,
      bytes[inner].contains(close), !bytes[inner].contains(open)
    else { return inner }
    return inner.lowerBound - 1..<inner.upperBound
  }

  /// "[FIC] The Ninth Door" without the tag of a list or a journal.
  private static func withoutTag(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.first == UInt8(ascii: "["),
      let close = bytes.prefix(14).firstIndex(of: UInt8(ascii: "]")), close + 2 < bytes.endIndex,
      SubjectLine.announces(String(decoding: bytes[..<close].dropFirst(), as: UTF8.self))
    else { return bytes }
    return bytes[(close + 1)...]
  }

  /// "(Mara/Tom)" under the title.
  private func isPairing(_ bytes: ArraySlice<UInt8>, _ inner: Range<Int>) -> Bool {
    guard bytes.first == UInt8(ascii: "(") || bytes.first == UInt8(ascii: "["),
      bytes.contains(UInt8(ascii: "/"))
    else { return false }
    return FactList(draft.manuscript.string(inner), ratings: lexicon.ratings) != nil
  }

  private func isQuoted(_ line: Int) -> Bool {
    guard draft.fates.indices.contains(line) else { return false }
    let bytes = draft.bytes(line)
    return bytes.count > 2 && bytes.first == 0x22 && bytes.last == 0x22
  }

  /// "Books » Harry Potter", "Libri > Harry Potter": where a page stands on its site.
  private func isTrail(_ bytes: ArraySlice<UInt8>) -> Bool {
    [" > ", " » ", " › ", " ❯ "].contains { bytes.firstRange(of: Array($0.utf8)) != nil }
  }

  /// The title in `"The Ninth Door" part 1 of 3` and `The Ninth Door (1/3)`, without the numbering behind it.
  private func quotedTitle(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    if bytes.first == 0x22, let close = bytes.dropFirst().firstIndex(of: 0x22),
      close + 1 < bytes.endIndex
    {
      let rest = Folding.fold(bytes[(close + 1)...])
      guard
        ["part ", "(part ", "(", "chapter ", "- part "].contains(where: {
          rest.dropFirst().hasPrefix($0) || rest.hasPrefix($0)
        }),
        rest.contains(where: \.isNumber)
      else { return nil }
      return bytes.startIndex + 1..<close
    }
    guard bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), open > bytes.startIndex + 2
    else {
      return nil
    }
    let inside = bytes[(open + 1)..<(bytes.endIndex - 1)]
    guard isFraction(inside) || isPart(open + 1..<bytes.endIndex - 1) else { return nil }
    let words = HeadingTokens.trimmed(draft.manuscript.text, bytes.startIndex..<open)
    return Decoration.stripped(draft.manuscript.text[words])
  }

  /// "1/3", "2/?".
  private func isFraction(_ inside: ArraySlice<UInt8>) -> Bool {
    inside.contains(0x2F) && inside.count <= 7
      && inside.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2F || $0 == 0x3F }
  }

  /// "part 1 of 3", "Chapter Two".
  private func isPart(_ inside: Range<Int>) -> Bool {
    let heading = HeadingParser(words: lexicon.headings).parse(draft.manuscript.text, inside)
    return heading.map { $0.isExplicit && $0.number != nil && $0.title == nil } ?? false
  }

  /// First of the text, alone in its block, with room around it.
  private func place(_ line: Int, _ block: Manuscript.Block) -> Double {
    var score = 0.0
    let lines = draft.manuscript.lines
    let ordinary = draft.manuscript.shape.paragraphGap
    if draft.fates[..<line].allSatisfy({ $0 == .taken }) { score += 1.5 }
    if block.lines.count == 1 {
      score += 0.75
    } else if line != block.lines.lowerBound {
      score -= 1.5
    }
    if line + 1 < lines.count, lines[line + 1].blanksBefore > ordinary { score += 0.75 }
    if lines[line].blanksBefore > ordinary { score += 0.75 }
    if isAboveName(line) { score += line != block.lines.lowerBound ? 3.5 : 2 }
    // The first line below a site's furniture, and the last before the text.
    if line > 0, lines[line].blanksBefore == 0, draft.fates[line - 1] == .taken,
      line + 1 < lines.count, lines[line + 1].blanksBefore > 0
    {
      score += 4
    }
    return score
  }

  /// The first of the headings that the format marks, or a line that stands out like one.
  private func heading(_ line: Int, _ block: Manuscript.Block) -> Double {
    guard case .heading = block.kind, line == block.lines.lowerBound else {
      return line < 12 && draft.manuscript.isSetOff(line) ? 2 : 0
    }
    let first = draft.manuscript.blocks.first { block in
      guard case .heading = block.kind else { return false }
      return !SiteName.ends(draft.bytes(block.lines.lowerBound))
    }
    guard first?.lines == block.lines else { return 0 }
    return line == 0 ? 7 : 5
  }

  /// Whether a pseudonym stands right below, and below that a label or nothing.
  private func isAboveName(_ line: Int) -> Bool {
    let lines = draft.manuscript.lines
    guard line + 2 < lines.count, lines[line + 1].blanksBefore == 0,
      PersonName.looksLikePseudonym(draft.bytes(line + 1))
    else { return false }
    return lines[line + 2].blanksBefore > 0
      || HeaderLine.parse(draft.manuscript.text, draft.range(line + 2), labels: lexicon.labels)
        != nil
  }

  /// Whether the line right below says who holds the rights.
  private func isAboveNotice(_ line: Int) -> Bool {
    let lines = draft.manuscript.lines
    return line + 1 < lines.count && lines[line + 1].blanksBefore == 0
      && CopyrightReader.holder(draft.bytes(line + 1)) != nil
  }

  /// Centred, or between rows of signs.
  private func setting(_ line: Int, _ inner: Range<Int>) -> Double {
    var score = 0.0
    let manuscript = draft.manuscript
    let place = manuscript.lines[line]
    if Alignment.isCentred(place, in: manuscript.shape), !hasAlignedNeighbour(line) { score += 2 }
    let before = inner.lowerBound - place.range.lowerBound
    let after = place.range.upperBound - inner.upperBound
    if before >= 1, after >= 1, !Decoration.isEmphasis(manuscript.text[place.range], inner) {
      score += 1.5
    }
    if isRule(line - 1), isRule(line + 1) { score += 2 }
    return score
  }

  /// Whether a line above or below begins in the same column, as those of an indented paragraph do.
  private func hasAlignedNeighbour(_ line: Int) -> Bool {
    let lines = draft.manuscript.lines
    let isBelow =
      line > 0 && lines[line].blanksBefore == 0 && lines[line - 1].indent == lines[line].indent
    let isAbove =
      line + 1 < lines.count && lines[line + 1].blanksBefore == 0
      && lines[line + 1].indent == lines[line].indent
    return isBelow || isAbove
  }

  private func isRule(_ line: Int) -> Bool {
    guard draft.manuscript.lines.indices.contains(line) else { return false }
    return lexicon.sceneBreaks.mark(draft.manuscript.bytes(draft.manuscript.lines[line])) == .plain
  }

  /// Whether the message's subject says the same.
  private func agreement(_ inner: Range<Int>, _ subject: SubjectLine?) -> Double {
    guard let subject, !subject.title.isEmpty else { return 0 }
    let words = Self.bare(Folding.fold(draft.manuscript.text[inner]))
    let title = Self.bare(Folding.fold(subject.title))
    if words == title { return 6 }
    return words.count >= 4 && title.hasPrefix(words) ? 4 : 0
  }

  private static func bare(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }

  /// "Season 8, after …", "Set in third year": where a story stands, not what it is called.
  private static func isSetting(_ bytes: ArraySlice<UInt8>) -> Bool {
    let words = Folding.fold(bytes).split(separator: " ")
    guard let first = words.first else { return false }
    return words.count > 1
      && ["season", "set", "post", "pre", "spoilers", "takes", "tag", "episode"].contains(first)
      && bytes.contains { (0x30...0x39).contains($0) || $0 == 0x22 }
  }
}

/// Where a line stands between the margins.
enum Alignment {
  /// Whether the room on both sides is about the same, and enough of it to be meant.
  static func isCentred(_ line: Manuscript.Line, in shape: LineShape) -> Bool {
    let width = shape.isWrapped ? shape.width : max(64, min(80, shape.width))
    let left = line.indent - shape.margin
    let right = width - line.indent - line.width
    return left >= 6 && right >= 4 && line.width < width * 4 / 5
      && min(left, right) * 2 >= max(left, right) - 2
  }

  /// Whether a line ends at the right margin and begins past the middle.
  static func isAtEnd(_ line: Manuscript.Line, in shape: LineShape) -> Bool {
    shape.isWrapped && line.indent > shape.width / 2 && line.indent + line.width >= shape.width - 6
  }
}
