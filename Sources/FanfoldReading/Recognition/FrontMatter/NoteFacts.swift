internal import FanfoldStory

/// Facts that authors state in the sentences of their notes instead of in a header: "I'd rate this story NC-17",
/// "Smallville, Clark/Lex, NC-17, 2300 words".
struct NoteFacts {
  let ratings: Ratings

  func read(_ draft: inout Draft) {
    for line in draft.fates.indices.prefix(120) {
      guard case .note = draft.fates[line] else { continue }
      let text = draft.manuscript.string(draft.range(line))
      if text.utf8.count <= 120 { readList(text, &draft.metadata) }
      if draft.metadata.rating == nil, let rating = rating(in: text) {
        draft.metadata.rating = rating
        draft.decide { draft in
          Decision(
            .rating, rating.raw, rule: "rating-in-note", at: draft.place(line),
            because: "a note says so in a sentence")
        }
      }
    }
  }

  /// A line of facts between commas.
  private func readList(_ text: String, _ metadata: inout StoryMetadata) {
    guard
      text.contains(",") || text.contains(" :: ") || text.contains("/")
        || text.utf8.count <= 6,
      let facts = FactList(text, ratings: ratings), facts.isStated
    else { return }
    facts.enter(into: &metadata)
  }

  /// A rating within six words after "rate", "rated" or "rating". Those of one letter must be capitals, since "a" and
  /// "r" are words elsewhere.
  private func rating(in text: String) -> Rating? {
    let words = text.split(whereSeparator: { " ,;:.!?()[]\"".contains($0) })
    guard let verb = words.firstIndex(where: { Self.verbs.contains(Folding.fold(String($0))) })
    else { return nil }
    for word in words[(verb + 1)...].prefix(6) {
      let isPlain = word.count == 1 || word.allSatisfy(\.isLetter)
      if isPlain, word != word.uppercased() { continue }
      if let level = ratings.level(Folding.fold(String(word))) {
        return Rating(String(word), level: level)
      }
    }
    return nil
  }

  private static let verbs: Set<String> = ["rate", "rated", "rating", "rates"]
}
