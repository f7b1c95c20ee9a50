internal import FanfoldMarkup

/// Pages that a site shows instead of a story: a log-in form, "story not found", a warning that must be clicked away, a
/// list of chapters. Each is a row of `not-a-story.txt`.
enum PageRefusal {
  /// Throws when the page is one of them.
  static func check(_ tree: MarkupTree, file: String) throws(ReadError) {
    for row in Table("not-a-story").rows where row.count >= 4 {
      guard let selector = try? Selector(row[0]) else { continue }
      let isShown = tree.all(selector).contains {
        row[1].isEmpty || Folding.fold(tree.text(of: $0)).contains(row[1])
      }
      guard isShown, !hasStory(tree, row) else { continue }
      throw ReadError("no-story", file: file, problem: row[2], help: row[3])
    }
  }

  private static func hasStory(_ tree: MarkupTree, _ row: Table.Row) -> Bool {
    guard row.count > 4, let story = try? Selector(row[4]) else { return false }
    return tree.first(story) != nil
  }

  /// Throws when the text found on an unknown page does not read like a story: few of its lines end as sentences do.
  static func checkProse(_ manuscript: Manuscript) throws(ReadError) {
    var sentences = 0
    var prose = 0
    var all = 0
    for line in manuscript.lines where !line.range.isEmpty {
      let bytes = manuscript.bytes(line)
      all += bytes.count
      if bytes.count >= 20, Sentence.ends(bytes) {
        sentences += 1
        prose += bytes.count
      }
    }
    guard sentences < 3, prose * 3 < all || all == 0 else { return }
    throw ReadError(
      "no-story", file: manuscript.file, problem: "the page holds no story, only lists and links",
      help: "open the story itself and save that page")
  }
}
