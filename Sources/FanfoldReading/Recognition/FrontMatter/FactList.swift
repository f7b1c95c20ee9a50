internal import FanfoldStory

/// Facts about a story between commas and without labels: "Lantern Hill, Mara/Tom, PG-13", "mara/tom, 100 words".
struct FactList {
  private(set) var fandom: String?
  private(set) var relationships: [Relationship] = []
  private(set) var rating: Rating?
  /// Whether a rating or a number of words is among them, which sentences do not have.
  private(set) var isStated: Bool

  /// `nil` when none of the pieces is a rating, a number of words or a pairing.
  init?(_ words: String, ratings: Ratings) {
    let pieces = Self.pieces(of: words)
    // "Lantern Hill :: Slash :: R": no sentence has such signs.
    let isBarred = pieces.count >= 3 && words.contains { $0 == "|" || $0 == ":" }
    guard (1...6).contains(pieces.count), !pieces.contains(""),
      pieces.first.map({ $0.split(separator: " ").count <= 5 }) == true
    else { return nil }
    let rated = pieces.first {
      ($0.count > 1 || isBarred) && Self.isMarked($0) && ratings.level(Folding.fold($0)) != nil
    }
    let isCounted = pieces.contains { $0.hasSuffix(" words") && ($0.first?.isNumber ?? false) }
    let pairs = pieces.filter { $0 != rated && Self.isPairing($0) }
    let areNames = pairs.allSatisfy { pair in
      pair.split(separator: "/").allSatisfy { $0.first?.isUppercase == true }
    }
    // "Boston, MA" is a place.
    let isRated = rated != nil && rated != "MA"
    let isDoubtful = rated == "MA" || !pairs.isEmpty && !areNames
    let known = pairs.count + (rated == nil ? 0 : 1) + (isCounted ? 1 : 0)
    let longest = pieces.map { $0.split(separator: " ").count }.max() ?? 0
    isStated = isRated || isCounted
    guard known > (isDoubtful ? 1 : 0), longest <= (known > 1 ? 10 : 5) else { return nil }
    rating = rated.map(ratings.rating)
    relationships = pairs.flatMap { PairingParser.relationships($0) }
    if let first = pieces.first, first != rated, !first.contains("/"), first.first?.isLetter == true
    {
      fandom = first
    }
  }

  /// Whether a word is written as ratings are, "R", "PG-13", "nc-17".
  private static func isMarked(_ word: String) -> Bool {
    word == word.uppercased()
      || (4...6).contains(word.count) && word.first?.isLetter == true
        && word.contains(where: \.isNumber)
  }

  /// The words between commas, bars or double colons, or in sentences of a few words, "Lantern Hill. Mara/Tom. PG."
  private static func pieces(of words: String) -> [String] {
    var pieces = words.split(whereSeparator: { ",;|".contains($0) }).map(String.init)
    if pieces.count == 1 { pieces = words.components(partedBy: " :: ") }
    if pieces.count == 1, words.hasSuffix(".") {
      pieces = words.dropLast().components(partedBy: ". ")
    }
    return pieces.map(PairingParser.trimmed)
  }

  /// "Mara/Tom", "Mara/Tom/Ann"; a stroke joins other words too.
  private static func isPairing(_ piece: String) -> Bool {
    let names = piece.split(separator: "/", omittingEmptySubsequences: false)
    return (2...4).contains(names.count)
      && names.allSatisfy { name in
        name.first?.isLetter == true && name.count > 1 && name.split(separator: " ").count <= 2
          && name.allSatisfy { $0.isLetter || " .'-".contains($0) }
          && !alternatives.contains(Folding.fold(String(name)))
      }
  }

  /// Words that strokes part from others: "and/or", "he/she", "hurt/comfort".
  private static let alternatives: Set<String> = [
    "and", "or", "either", "he", "she", "him", "her", "his", "hers", "they", "them", "their", "yes",
    "no", "on", "off", "hurt", "comfort", "revised", "edited", "slash", "het", "gen", "femslash",
  ]

  /// Fills what is not known yet.
  func enter(into metadata: inout StoryMetadata) {
    metadata.rating = metadata.rating ?? rating
    if metadata.fandoms.isEmpty, let fandom { metadata.fandoms = [fandom] }
    if metadata.relationships.isEmpty { metadata.relationships = relationships }
  }
}
