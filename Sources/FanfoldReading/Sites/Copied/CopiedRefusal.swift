/// Texts of pages that a site shows instead of a story: "Story Not Found", a work for members only. The words by which
/// they are known are rows of `not-a-story-copied.txt`.
enum CopiedRefusal {
  /// Throws when the text is one of them; a long one holds more than such a page does.
  static func check(
    _ text: [UInt8], lines: [Manuscript.Line], file: String
  ) throws(ReadError) {
    guard text.count <= longestPage else { return }
    let folded = lines.filter {
      $0.range.count <= longestLine && heads.mayMatch(text.span, $0.range)
    }.map { Folding.fold(text[$0.range]) }
    for sign in signs where text.count <= shortPage || !sign.isShort {
      guard folded.contains(where: { $0.hasPrefix(sign.words) }) else { continue }
      throw ReadError("no-story", file: file, problem: sign.problem, help: sign.help)
    }
  }

  private static let heads = LineHeads(signs.map(\.words))
  private static let signs = Table("not-a-story-copied").rows.filter { $0.count >= 3 }
    .map { (words: $0[0], problem: $0[1], help: $0[2], isShort: $0.count > 3) }

  /// In bytes: such pages have menus and a sentence or two.
  private static let longestPage = 12_000
  private static let longestLine = 400
  /// What pages have that say no more than one thing.
  private static let shortPage = 1000
}
