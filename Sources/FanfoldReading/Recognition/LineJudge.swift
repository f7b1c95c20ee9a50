/// Gives lines their signs: one look at a line's length, its first letters and its last serves all recognisers.
struct LineJudge: Sendable {
  /// For each key of ``PrefixFilter`` what a line that begins so may be.
  private var byPrefix = [LineSigns](repeating: [], count: PrefixFilter.keyCount)
  /// The lines of furniture, for their ends.
  private let chrome: ChromeLines
  /// More letters of what a sign is given for, since lines with it are looked at closely.
  private let heads: (furniture: LineHeads, endings: LineHeads)
  /// What begins as furniture does, for lines that begin with another sign than a letter.
  private let furniture: PrefixFilter
  /// The bytes with which furniture begins.
  private let furnitureBytes: [Bool]

  /// A judge of lines by those tables.
  init(
    furniture: ChromeLines, endings: Endings, headings: HeadingWords, sceneBreaks: SceneBreakMarks
  ) {
    chrome = furniture
    heads = (furniture.heads, endings.heads)
    self.furniture = furniture.filter
    furnitureBytes = furniture.firstBytes
    let filters: [(filter: PrefixFilter, sign: LineSigns)] = [
      (furniture.filter, .furniture), (endings.filter, .ending), (headings.filter, .heading),
      (sceneBreaks.filter, .sceneBreak), (PrefixFilter(Self.mailFields), .mailField),
      (PrefixFilter(Self.rings), .heading),
    ]
    for (filter, sign) in filters { filter.forEachKey { byPrefix[$0].formUnion(sign) } }
  }

  /// What stands on both sides of words, "oOo Chapter 1 oOo".
  private static let rings = ["ooo", "xxx", "xox", "oxo", "o0o"]
  private static let mailFields = ["fro", "dat", "sub", "to:", "new", "mes"]

  /// The signs of a manuscript's lines.
  func signs(of manuscript: Manuscript) -> [LineSigns] {
    let text = manuscript.text.span
    let prefixes = byPrefix.span
    var signs: [LineSigns] = []
    signs.reserveCapacity(manuscript.lines.count)
    for line in manuscript.lines { signs.append(self.signs(text, line.range, prefixes)) }
    return signs
  }

  private func signs(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefixes: Span<LineSigns>
  ) -> LineSigns {
    // A line without text is a rule that the format draws.
    guard range.count > 8 else { return range.isEmpty ? [] : .short }
    let slogan: LineSigns = chrome.mayEndInSlogan(text, range) ? .furniture : []
    let first = text[range.lowerBound]
    if SceneBreakMarks.isWordByte(first), first < 0x80 {
      var signs = byHead(text, range, prefixes)
      if range.count > 60 { signs.remove(.sceneBreak) }
      if hasFewLetters(text, range) { signs.insert(.sceneBreak) }
      return signs.union(slogan).subtracting(Self.ruledOut(by: range.count))
    }
    let speech = Self.quotationMark(text, range)
    let inner = range.lowerBound + speech..<range.upperBound
    let next = text[inner.lowerBound]
    guard speech > 0, SceneBreakMarks.isWordByte(next), next < 0x80 else {
      return signed(text, range).union(slogan).subtracting(Self.ruledOut(by: range.count))
    }
    // Speech: the mark says nothing, the words in it are judged.
    var signs = byHead(text, inner, prefixes).subtracting([.furniture, .mailField])
    if range.count > 60 { signs.subtract([.sceneBreak, .heading]) }
    if speech == 1, range.count > 40 { signs.remove(.heading) }
    if range.count <= 20 { signs.insert(.heading) }
    if hasFewLetters(text, range) { signs.insert(.sceneBreak) }
    if mayBeFurniture(text, range) { signs.insert(.furniture) }
    return signs.union(slogan).subtracting(Self.ruledOut(by: range.count))
  }

  /// What a line that begins with a letter or a digit may be by its first three bytes; nearly anything where folding
  /// could change them.
  private func byHead(
    _ text: Span<UInt8>, _ range: Range<Int>, _ prefixes: Span<LineSigns>
  ) -> LineSigns {
    let (second, third) = (text[range.lowerBound + 1], text[range.lowerBound + 2])
    var signs = prefixes[PrefixFilter.key(text, range)]
    let isCertain =
      second < 0x80 && third < 0x80 && (second > 0x20 || second == 0x20 && third > 0x20)
      && third >= 0x20
    guard isCertain else { return signs.union([.furniture, .ending, .heading, .sceneBreak]) }
    if signs.contains(.furniture), !heads.furniture.mayMatch(text, range) {
      signs.remove(.furniture)
    }
    if signs.contains(.ending), !heads.endings.mayMatch(text, range) { signs.remove(.ending) }
    return signs
  }

  /// What a line may be that begins with a sign or a letter beyond ASCII.
  private func signed(_ text: Span<UInt8>, _ range: Range<Int>) -> LineSigns {
    var signs: LineSigns = [.ending, .heading, .sceneBreak]
    if "[({/".utf8.contains(text[range.lowerBound]) { signs.insert(.bracket) }
    if mayBeFurniture(text, range) { signs.insert(.furniture) }
    return signs
  }

  private func mayBeFurniture(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound]
    return (first >= 0x80 || furnitureBytes[Int(first)]) && furniture.mayMatch(text, range)
  }

  /// What a line of so many bytes is not, whatever it looks like.
  private static func ruledOut(by count: Int) -> LineSigns {
    if count <= 110 { return [] }
    if count <= 120 { return .heading }
    if count <= 200 { return [.heading, .ending] }
    return [.heading, .ending, .sceneBreak]
  }

  /// The length in bytes of a double quotation mark, straight or curly, that a line begins with, or 0.
  private static func quotationMark(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    if text[start] == 0x22 { return 1 }
    return text[start] == 0xE2 && text[start + 1] == 0x80 && text[start + 2] == 0x9C ? 3 : 0
  }

  /// Whether a short line has at most five different letters, as ornaments have; prose shows more at once.
  private func hasFewLetters(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count <= 80 && SceneBreakMarks.hasFewLetters(text, range)
  }
}
