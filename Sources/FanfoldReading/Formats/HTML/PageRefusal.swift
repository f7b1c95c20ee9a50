internal import FanfoldMarkup

/// Pages that a site shows instead of a story: a log-in form, "story not found", a warning that must be clicked away, a
/// list of chapters. Each is a row of `not-a-story.txt`.
enum PageRefusal {
  /// Throws when the page is one of them.
  static func check(_ tree: MarkupTree, file: String) throws(ReadError) {
    let rows = Table("not-a-story").rows.filter { $0.count >= 4 }
    for row in rows {
      guard let selector = try? Selector(row[0]) else { continue }
      for node in tree.all(selector) {
        let words = Folding.fold(tree.text(of: node))
        guard row[1].isEmpty || words.contains(row[1]) else { continue }
        throw ReadError("no-story", file: file, problem: row[2], help: row[3])
      }
    }
  }
}
