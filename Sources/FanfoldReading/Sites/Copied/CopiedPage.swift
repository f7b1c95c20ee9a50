internal import FanfoldMarkup
internal import FanfoldStory

/// A site's page that somebody marked from top to bottom and copied: its text as the screen showed it, menus and all.
/// What is known of it is taken out before anyone looks for a title among the menus.
struct CopiedPage {
  /// The site's name, for the ledger.
  var site: String
  var facts: [Manuscript.Fact] = []
  /// The lines that became facts, by their indices.
  var metadata: Set<Int> = []
  /// The lines that go into the story; all others are furniture.
  var story: Range<Int>
  /// The lines among these that are furniture too.
  var dropped: Set<Int> = []
  /// The name of the chapter where it stands above the story, with its line.
  var heading: (line: Int, range: Range<Int>)?

  /// The page of which these are the lines; `nil` when no site's page looks like that.
  static func find(in lines: [Manuscript.Line], of text: [UInt8]) -> CopiedPage? {
    let view = CopiedLines(lines, of: text)
    return CopiedWork.page(view) ?? CopiedSite.page(view)
  }

  /// States what a field is, unless there is nothing to say.
  mutating func state(
    _ field: HeaderLabels.Field, _ value: String, line: Int, isItem: Bool = false
  ) {
    let words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { return }
    facts.append(.init(subject: .field(field), value: words, line: line, isItem: isItem))
  }

  /// The lines of the story; the others are entered in the ledger.
  func cut(
    _ lines: [Manuscript.Line], _ text: [UInt8], into ledger: inout Ledger
  ) -> [Manuscript.Line] {
    var kept: [Manuscript.Line] = []
    // The gaps around what is cut in the story part what stands before it from what comes then.
    var blanks = 0
    for (index, line) in lines.enumerated() {
      if let heading, heading.line == index {
        enter(text, line.range.lowerBound..<heading.range.lowerBound, line, header, &ledger)
        enter(text, heading.range.upperBound..<line.range.upperBound, line, header, &ledger)
        kept.append(line.cut(to: heading.range, of: text))
        blanks = 0
      } else if let removal = removal(of: index) {
        enter(text, line.range, line, removal, &ledger)
        if story.contains(index) { blanks = max(blanks, line.blanksBefore) }
      } else {
        kept.append(blanks > line.blanksBefore ? line.after(blanks: blanks) : line)
        blanks = 0
      }
    }
    return kept
  }

  /// Why a line is not in the story.
  struct Removal {
    let fate: Ledger.Entry.Fate
    let rule: String
    let reason: String
  }

  var header: Removal {
    Removal(
      fate: .metadata, rule: "copied-header", reason: "what \(site) says about the story")
  }

  private var furniture: Removal {
    Removal(fate: .removed, rule: "copied-furniture", reason: "furniture of \(site)")
  }

  /// What happens to the line of that index; `nil` for those of the story.
  func removal(of line: Int) -> Removal? {
    if metadata.contains(line) { return header }
    return story.contains(line) && !dropped.contains(line) ? nil : furniture
  }

  /// Which of the lines that were cut is the name of the chapter.
  func headingIndex(in lines: [Manuscript.Line]) -> Int? {
    heading.flatMap { heading in lines.firstIndex { $0.range == heading.range } }
  }

  private func enter(
    _ text: [UInt8], _ range: Range<Int>, _ line: Manuscript.Line, _ removal: Removal,
    _ ledger: inout Ledger
  ) {
    let words = String(decoding: text[range], as: UTF8.self)
    guard words.contains(where: { !$0.isWhitespace }) else { return }
    ledger.entries.append(
      .init(
        removal.fate, rule: removal.rule, reason: removal.reason, text: words,
        lines: SourceLines(line.number, line.number)))
  }
}

/// The lines of a text as the readers of copied pages look at them: without the signs of lists and in folded form.
struct CopiedLines {
  let lines: [Manuscript.Line]
  let text: [UInt8]
  /// The lines in which the head of a page is looked for, with their words.
  private(set) var heads: [(line: Int, words: Range<Int>)] = []

  init(_ lines: [Manuscript.Line], of text: [UInt8]) {
    self.lines = lines
    self.text = text
    heads = lines.prefix(Self.reach).indices.lazy.filter { lines[$0].range.count <= 400 }
      .map { ($0, words($0)) }
  }

  /// The lines among ``heads`` that have the byte.
  func heads(with sign: UInt8) -> [(line: Int, words: Range<Int>)] {
    guard let last = heads.last else { return [] }
    let span = text.span.extracting(..<last.words.upperBound)
    var found: [(line: Int, words: Range<Int>)] = []
    var next = 0
    var start = 0
    while let place = span.firstIndex(of: sign, from: start) {
      while heads[next].words.upperBound <= place { next += 1 }
      if heads[next].words.contains(place) { found.append(heads[next]) }
      start = max(place + 1, heads[next].words.upperBound)
    }
    return found
  }

  /// How far down a head may begin.
  private static let reach = 600

  var count: Int { lines.count }

  /// A line's words without the sign of a list before them, "• Gen" or "☆ Gen".
  func words(_ line: Int) -> Range<Int> {
    var range = lines[line].range
    let first = text[range].first
    for sign in Self.listSigns where sign.first == first && text[range].starts(with: sign) {
      range = range.lowerBound + sign.count..<range.upperBound
      break
    }
    return HeadingTokens.trimmed(text, range)
  }

  func string(_ line: Int) -> String { String(decoding: text[words(line)], as: UTF8.self) }

  /// The folded words of a line; nothing for one that is too long to be furniture.
  func folded(_ line: Int) -> String {
    lines[line].range.count > 160 ? "" : Folding.fold(text[words(line)])
  }

  private static let listSigns = ["• ", "☆ ", "□ ", "* ", "+ ", "- ", "o "].map { Array($0.utf8) }
}
