package import FanfoldStory

/// The rating vocabularies of sites and authors.
package struct Ratings {
  private var levels: [String: Rating.Level] = [:]

  package init() {
    let names: [String: Rating.Level] = [
      "g": .general, "t": .teen, "m": .mature, "e": .explicit, "n": .notRated,
    ]
    for row in Table("ratings").rows where row.count >= 2 { levels[row[1]] = names[row[0]] }
  }

  /// The rating in an author's words, with the level they mean when that is known: the whole text, or its first
  /// words ("PG-13 for language", "Fiction T", "R (violence)").
  func rating(_ raw: String) -> Rating {
    Rating(raw, level: level(Folding.fold(raw)))
  }

  /// The level of a folded text, `nil` when no rating begins it.
  package func level(_ folded: String) -> Rating.Level? {
    var text = folded[...]
    for prefix in ["fiction rated:", "rated", "fiction"] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count).drop { $0 == " " || $0 == ":" }
    }
    let words = text.split(whereSeparator: { " ,;:()[]/.!".contains($0) }).prefix(4)
    for count in stride(from: words.count, through: 1, by: -1) {
      if let level = levels[words.prefix(count).joined(separator: " ")] { return level }
    }
    return nil
  }
}
