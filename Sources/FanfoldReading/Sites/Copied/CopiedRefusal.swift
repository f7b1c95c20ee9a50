/// Texts of pages that a site shows instead of a story: "Story Not Found", a work for members only. The words by which
/// they are known are rows of `not-a-story-copied.txt`.
enum CopiedRefusal {
  /// Throws when the text is one of them; a long one holds more than such a page does.
  static func check(
    _ text: [UInt8], lines: [Manuscript.Line], file: String
  ) throws(ReadError) {
    guard text.count <= longestPage else { return }
    let folded = lines.filter { $0.range.count <= longestLine }.map { Folding.fold(text[$0.range]) }
    for row in Table("not-a-story-copied").rows where row.count >= 3 {
      if row.count > 3, text.count > shortPage { continue }
      guard folded.contains(where: { $0.hasPrefix(row[0]) }) else { continue }
      throw ReadError("no-story", file: file, problem: row[1], help: row[2])
    }
  }

  /// In bytes: such pages have menus and a sentence or two.
  private static let longestPage = 12_000
  private static let longestLine = 400
  /// What pages have that say no more than one thing.
  private static let shortPage = 1000
}
