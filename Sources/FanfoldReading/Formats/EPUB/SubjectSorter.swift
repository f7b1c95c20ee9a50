/// Sorts the subjects of a book, which stand in one list, into what they are: rating, warnings, categories,
/// relationships, and tags for all others.
struct SubjectSorter {
  let ratings: Ratings

  func state(_ subject: String, _ page: inout SitePage) {
    // Some makers escape twice.
    let words = subject.replacing("&amp;", with: "&")
    let folded = Folding.fold(words)
    if Self.shelves.contains(folded) || folded.hasPrefix("last update") { return }
    if let field = Self.fields[folded] { return page.state(field, words, isItem: true) }
    if Self.levels.contains(folded) { return page.state(.rating, words) }
    if isPairing(words) { return page.state(.relationship, words, isItem: true) }
    page.state(.tag, words, isItem: true)
  }

  /// "A/B" or "A & B" with names on both sides; "Hurt/Comfort" and "Action/Adventure" are genres.
  private func isPairing(_ words: String) -> Bool {
    guard !Self.genres.contains(Folding.fold(words)) else { return false }
    let sides =
      words.contains("/")
      ? words.split(separator: "/") : words.components(partedBy: " & ").map { $0[...] }
    return sides.count >= 2
      && sides.allSatisfy { side in
        guard let first = side.first(where: { $0 != " " }) else { return false }
        return first.isUppercase && side.split(separator: " ").count <= 5
      }
  }

  private static let genres: Set<String> = [
    "hurt/comfort", "action/adventure", "friends/lovers", "romance/drama",
    "science fiction/fantasy",
  ]
  /// Where a library puts the book rather than what it is about.
  private static let shelves: Set<String> = ["fanworks", "fanfiction", "fan fiction", "fanfic"]
  /// Ratings that are nothing else when they stand in a list of subjects.
  private static let levels: Set<String> = [
    "general audiences", "teen and up audiences", "mature", "explicit", "not rated", "pg-13",
    "nc-17", "rated: k", "rated: k+", "rated: t", "rated: m", "fiction k", "fiction k+",
    "fiction t", "fiction m",
  ]
  private static let fields: [String: HeaderLabels.Field] = [
    "no archive warnings apply": .warning, "creator chose not to use archive warnings": .warning,
    "choose not to use archive warnings": .warning, "graphic depictions of violence": .warning,
    "major character death": .warning, "rape/non-con": .warning, "underage": .warning,
    "underage sex": .warning, "rape/non-con sex": .warning,
    "gen": .category, "f/m": .category, "m/m": .category, "f/f": .category, "multi": .category,
    "het": .category, "slash": .category, "femslash": .category,
    "in-progress": .status, "completed": .status, "complete": .status, "abandoned": .status,
  ]
}
