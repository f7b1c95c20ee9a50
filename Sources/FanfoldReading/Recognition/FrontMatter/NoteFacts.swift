internal import FanfoldStory

/// Facts that authors state in the sentences of their notes instead of in a header: "I'd rate this story NC-17".
struct NoteFacts {
  let ratings: Ratings

  func read(_ draft: inout Draft) {
    guard draft.metadata.rating == nil else { return }
    for line in draft.fates.indices.prefix(120) {
      guard case .note = draft.fates[line],
        let rating = rating(in: draft.manuscript.string(draft.range(line)))
      else {
        continue
      }
      draft.metadata.rating = rating
      draft.decide { draft in
        Decision(
          .rating, rating.raw, rule: "rating-in-note", at: draft.place(line),
          because: "a note says so in a sentence")
      }
      return
    }
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
