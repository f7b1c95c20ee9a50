internal import FanfoldMarkup
internal import FanfoldStory

/// What a typescript repeats on each of its pages: "- 12 -", "Page 12", "Hale / LONG ROAD / 12". The text that a page's end
/// cut in two is joined again.
struct RunningHeads {
  private let text: [UInt8]
  private let lines: [Manuscript.Line]
  /// For each line whether a form feed stands before it.
  private let startsPage: Set<Int>
  private let headings: HeadingParser

  /// The lines without the furniture, which is entered in the ledger.
  static func cut(
    _ lines: [Manuscript.Line], of text: [UInt8], headings: HeadingParser,
    into ledger: inout Ledger
  ) -> [Manuscript.Line] {
    let furniture = RunningHeads(lines, text, headings)
    let taken = furniture.find()
    guard !taken.isEmpty || !furniture.startsPage.isEmpty else { return lines }
    for index in taken.sorted() {
      let line = lines[index]
      ledger.entries.append(
        .init(
          .removed, rule: "running-head", reason: "number or running head of a page",
          text: String(decoding: text[line.range], as: UTF8.self),
          lines: SourceLines(line.number, line.number)))
    }
    return furniture.joined(without: taken)
  }

  private init(_ lines: [Manuscript.Line], _ text: [UInt8], _ headings: HeadingParser) {
    self.headings = headings
    self.lines = lines
    self.text = text
    startsPage = Self.formFeeds(lines, text)
  }

  private static func formFeeds(_ lines: [Manuscript.Line], _ text: [UInt8]) -> Set<Int> {
    guard text.span.firstIndex(of: [0x0C]) != nil else { return [] }
    return Set(
      lines.indices.dropFirst().filter { index in
        text[lines[index - 1].range.upperBound..<lines[index].range.lowerBound].contains(0x0C)
      })
  }

  // MARK: finding

  /// A line with a number that the next page's would follow: what it says beside the number, and where it stands.
  private struct Sign {
    var line: Int
    var number: Int
  }

  private enum Place: Hashable { case foot, head, anywhere }

  private struct Kind: Hashable {
    var words: String
    var place: Place
  }

  private func find() -> Set<Int> {
    var kinds: [Kind: [Sign]] = [:]
    for index in lines.indices {
      guard let (number, words) = numbered(index) else { continue }
      let place: Place =
        endsPage(index) ? .foot : startsPage.contains(index) ? .head : .anywhere
      kinds[Kind(words: words, place: place), default: []].append(Sign(line: index, number: number))
    }
    var taken: Set<Int> = []
    for (kind, signs) in kinds {
      let run = Self.longestRun(signs)
      guard arePageSigns(run, kind) else { continue }
      taken.formUnion(run.map(\.line))
      taken.formUnion(repeated(above: run))
    }
    return taken
  }

  /// The lines right above page numbers that say the same on most pages: the title.
  private func repeated(above signs: [Sign]) -> [Int] {
    guard signs.count >= 3 else { return [] }
    let above = signs.map { $0.line - 1 }.filter { line in
      line >= 0 && lines[line].range.count <= 60 && !Sentence.ends(text[lines[line].range])
        && text[lines[line].range.lowerBound] != 0x22
    }
    let groups = Dictionary(grouping: above) { Folding.fold(text[lines[$0].range]) }
    let most = groups.values.max { $0.count < $1.count } ?? []
    return most.count >= 3 && most.count * 3 >= signs.count * 2 ? most : []
  }

  /// Whether a page ends below a line, or the text.
  private func endsPage(_ index: Int) -> Bool {
    startsPage.contains(index + 1) || index + 1 == lines.count && !startsPage.isEmpty
  }

  /// The number of a short line and its other words: "page", "hale / long road /".
  private func numbered(_ index: Int) -> (Int, String)? {
    let range = lines[index].range
    guard range.count <= 60, hasDigit(range), let last = text[range].last,
      Self.isDigit(last) || "-])~.*".utf8.contains(last) || startsPage.contains(index)
    else { return nil }
    let digits = text[range].split { !Self.isDigit($0) }
    guard let piece = digits.last, piece.count <= 4,
      let number = Int(String(decoding: piece, as: UTF8.self)),
      headings.parse(text, range)?.isExplicit != true
    else { return nil }
    let words = String(
      decoding: text[range.lowerBound..<piece.startIndex] + text[piece.endIndex..<range.upperBound],
      as: UTF8.self)
    return (number, Folding.fold(words).filter { $0.isLetter })
  }

  private func hasDigit(_ range: Range<Int>) -> Bool {
    let text = text.span
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isDigit(text[index]) { return true }
      index += 1
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The longest run of numbers that rise one by one.
  private static func longestRun(_ signs: [Sign]) -> [Sign] {
    var best: [Sign] = []
    var run: [Sign] = []
    for sign in signs {
      if let last = run.last, sign.number != last.number + 1 { run = [] }
      run.append(sign)
      if run.count > best.count { best = run }
    }
    return best
  }

  /// Whether lines that count up count pages, and not chapters: by the word, by the pages' ends, or because they stand
  /// in the middle of sentences.
  private func arePageSigns(_ signs: [Sign], _ kind: Kind) -> Bool {
    guard signs.count >= 2, let first = signs.first, let last = signs.last else { return false }
    let apart = (last.line - first.line) / (signs.count - 1)
    if Self.pageWords.contains(kind.words) { return apart >= 10 }
    let cutsSentences = signs.count(where: cutsSentence) * 2 > signs.count
    switch kind.place {
    case .foot: return kind.words.isEmpty || cutsSentences || signs.count >= 3
    case .head: return cutsSentences || !kind.words.isEmpty && first.number == 2 && apart >= 10
    case .anywhere:
      return signs.count >= 3 && first.number <= 3 && apart >= 10
        && (cutsSentences || arePaced(signs))
    }
  }

  /// Whether signs stand as far from each other as pages are long, every one, and many in the middle of sentences.
  private func arePaced(_ signs: [Sign]) -> Bool {
    let places = signs.map { lines[$0.line].number }
    let paces = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let least = paces.min(), let most = paces.max(), most - least <= 3,
      least >= Self.shortestPage
    else { return false }
    return signs.count(where: cutsSentence) * 3 >= signs.count
  }

  /// In lines; the sections of a poem are shorter.
  private static let shortestPage = 40

  private static let pageWords: Set<String> = ["page", "pg", "p", "seite", "pagina", "strona"]

  /// Whether a sentence goes on from the line before a sign to the line behind it.
  private func cutsSentence(_ sign: Sign) -> Bool {
    guard sign.line > 0, sign.line + 1 < lines.count else { return false }
    return goesOn(lines[sign.line - 1], lines[sign.line + 1])
  }

  private func goesOn(_ before: Manuscript.Line, _ after: Manuscript.Line) -> Bool {
    guard !Sentence.ends(text[before.range]), let first = text[after.range].first else {
      return false
    }
    return (0x61...0x7A).contains(first) || text[before.range].last == UInt8(ascii: ",")
  }

  // MARK: joining

  /// The lines that are left; those around a page's end are one paragraph where a sentence goes on.
  private func joined(without taken: Set<Int>) -> [Manuscript.Line] {
    var kept: [Manuscript.Line] = []
    kept.reserveCapacity(lines.count)
    var isPageEnd = false
    var blanks = 0
    for (index, line) in lines.enumerated() {
      isPageEnd = isPageEnd || taken.contains(index) || startsPage.contains(index)
      blanks = max(blanks, line.blanksBefore)
      if taken.contains(index) { continue }
      if isPageEnd, let last = kept.last {
        kept.append(line.after(blanks: goesOn(last, line) ? 0 : min(blanks, ordinaryGap)))
      } else {
        kept.append(line)
      }
      isPageEnd = false
      blanks = 0
    }
    return kept
  }

  /// The blank lines between two paragraphs: none in a text that indents them.
  private var ordinaryGap: Int {
    lines.count { $0.blanksBefore > 0 } * 12 > lines.count ? 1 : 0
  }
}
