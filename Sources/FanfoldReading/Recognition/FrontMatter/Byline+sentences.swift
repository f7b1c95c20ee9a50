/// Sentences with a "by" that are no bylines.
extension Byline {
  /// "rowan_hale" and "rowan77", but not "mid-July" and "e-mail2".
  static func isPseudonym(_ bytes: ArraySlice<UInt8>) -> Bool {
    PersonName.looksLikePseudonym(bytes) && !bytes.contains(0x2D)
      && bytes.contains { $0 == 0x5F || (0x30...0x39).contains($0) }
  }

  /// Whether a name is one that sentences have as well, behind what was done: "Killed by J.R. Hale".
  static func isDoubtful(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.split(whereSeparator: isBlank).first else { return true }
    return first.count > 2 && PersonName.isInitials(first)
      || first.first.map { (0x61...0x7A).contains($0) } ?? true
  }

  /// Whether a word says what was done, "ruined", "taken".
  static func isDone(_ word: ArraySlice<UInt8>) -> Bool {
    let folded = Folding.fold(word)
    return folded.utf8.count >= 5 && folded.hasSuffix("ed") && !folded.hasSuffix("eed")
      && !nouns.contains(folded) || participles.contains(folded)
  }

  /// Words that end as if something had been done.
  private static let nouns: Set<String> = ["hundred", "kindred", "sacred", "hatred"]
  private static let participles: Set<String> = [
    "shot", "held", "kept", "sold", "sent", "struck", "stung", "bought", "brought",
    "caught", "taught", "torn", "worn", "shown", "thrown", "drawn", "taken", "given", "driven",
    "beaten", "eaten", "stolen", "chosen", "bitten", "spoken", "written", "woken", "stand",
    "stands",
  ]

  /// Whether a sentence goes on behind a comma: ", back by fall.", but not ", a story of the sea."
  static func isClause(_ text: [UInt8], _ rest: Range<Int>) -> Bool {
    guard text[rest].first == 0x2C, text[rest].last == 0x2E else { return false }
    let words = text[rest].dropFirst().split(whereSeparator: isBlank)
    guard words.count >= 2, let first = words.first, let letter = first.first else { return false }
    return (0x61...0x7A).contains(letter) && !first.contains(0x40)
      && !leads.contains(Folding.fold(first))
  }

  /// What may lead on behind a name and a comma.
  private static let leads: Set<String> = [
    "a", "an", "another", "the", "for", "with", "and", "author", "aka", "copyright", "based",
    "written", "first", "posted", "on",
  ]
}
