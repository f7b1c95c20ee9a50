internal import FanfoldStory

/// The frames in which Fimfiction's text downloads put the titles of a story and of its chapters, as programmers write
/// comments:
///
///     //------------------------------//
///     // The Long Road
///     // by Ann Hale
///     //------------------------------//
struct CommentFrames {
  /// The lines without the frames, which are entered in the ledger.
  private(set) var lines: [Manuscript.Line]
  /// The numbers of the lines that are the headings of chapters.
  private(set) var headings: Set<Int> = []

  /// Finds frames when one begins on the first lines.
  init(_ lines: [Manuscript.Line], of text: [UInt8], into ledger: inout Ledger) {
    guard lines.prefix(Self.reach).contains(where: { Self.isEdge(text[$0.range]) }) else {
      self.lines = lines
      return
    }
    self.lines = []
    var index = 0
    while index < lines.count {
      guard let end = Self.frameEnd(at: index, lines, text) else {
        self.lines.append(lines[index])
        index += 1
        continue
      }
      add(lines[index...end], text, into: &ledger)
      index = end + 1
      guard index < lines.count else { continue }
      let isTitle = Self.frameEnd(at: index, lines, text) != nil
      if isTitle { headings.remove(self.lines.last { headings.contains($0.number) }?.number ?? 0) }
      guard !isTitle else { continue }
      self.lines.append(lines[index].after(blanks: max(1, lines[index].blanksBefore)))
      index += 1
    }
  }

  /// How many lines from the top the first frame may begin.
  private static let reach = 12
  /// How many lines a frame has at most, with its edges.
  private static let longest = 8

  /// Takes a frame's words out of it; its first line is a heading.
  private mutating func add(
    _ frame: ArraySlice<Manuscript.Line>, _ text: [UInt8], into ledger: inout Ledger
  ) {
    var signs = ""
    var isFirst = true
    for line in frame {
      let isEdge = Self.isEdge(text[line.range])
      let bare =
        isEdge ? line.range.upperBound..<line.range.upperBound : Self.bare(line.range, text)
      signs += String(decoding: text[line.range.lowerBound..<bare.lowerBound], as: UTF8.self)
      guard
        let inner = LineScanner.line(
          bare, of: text, number: line.number,
          blanksBefore: isFirst ? max(1, line.blanksBefore) : line.blanksBefore)
      else { continue }
      if isFirst { headings.insert(line.number) }
      isFirst = false
      lines.append(inner.indented(0))
    }
    ledger.entries.append(
      .init(
        .markup, rule: "frame", reason: "frame drawn around lines", text: signs,
        lines: frame.first.map { SourceLines($0.number, $0.number) }))
  }

  /// The lower edge of the frame that begins at a line.
  private static func frameEnd(
    at start: Int, _ lines: [Manuscript.Line], _ text: [UInt8]
  ) -> Int? {
    guard isEdge(text[lines[start].range]) else { return nil }
    let ahead = lines.indices.dropFirst(start + 1).prefix(longest - 1)
    guard let end = ahead.first(where: { isEdge(text[lines[$0].range]) }), end > start + 1,
      lines[start + 1..<end].allSatisfy({ isInside($0, text) })
    else { return nil }
    return end
  }

  /// Whether a line can be in a frame: a comment, or words that are centred; scenes have neither.
  private static func isInside(_ line: Manuscript.Line, _ text: [UInt8]) -> Bool {
    let words = text[line.range]
    return words.starts(with: "//".utf8) || line.indent > 0 && !Sentence.ends(words)
  }

  /// "//------//", eight hyphens or more.
  private static func isEdge(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 12 && line.starts(with: "//--".utf8) && line.suffix(4).elementsEqual("--//".utf8)
      && line.dropFirst(2).dropLast(2).allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// A line without the "//" before it.
  private static func bare(_ range: Range<Int>, _ text: [UInt8]) -> Range<Int> {
    let isComment = text[range].starts(with: "//".utf8)
    return HeadingTokens.trimmed(text, range.lowerBound + (isComment ? 2 : 0)..<range.upperBound)
  }
}
