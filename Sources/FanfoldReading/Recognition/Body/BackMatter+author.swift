internal import FanfoldStory

/// What is said about the author behind a story.
extension BackMatter {
  /// "Rowan Hale teaches chemistry." below a rule: what magazines say about those who write for them.
  func speaksOfAuthor(_ lines: [Int], _ draft: Draft) -> Bool {
    guard let first = lines.first(where: { lexicon.sceneBreaks.mark(draft.bytes($0)) == nil }),
      lines.reduce(0, { $0 + draft.range($1).count }) <= 900
    else { return false }
    let words = Folding.fold(draft.bytes(first))
    if lines.count == 1, isAddress(words) { return true }
    return words.hasPrefix("about the author")
      || draft.metadata.authors.contains { author in
        author.name.contains(" ")
          && Self.presentVerbs.contains {
            words.hasPrefix(Folding.fold(author.name) + " " + $0 + " ")
          }
      }
  }

  /// What is told about people who write, and of nobody in a story.
  private static let presentVerbs = [
    "is", "lives", "writes", "teaches", "works", "has", "holds", "studies", "was born", "enjoys",
  ]

  /// An address and nothing else: "rowan@example.org", "Feedback to: rowan@example.org".
  private func isAddress(_ words: String) -> Bool {
    guard words.utf8.count <= 60, let last = words.split(separator: " ").last else { return false }
    let halves = last.split(separator: "@")
    return halves.count == 2 && halves[1].dropLast().contains(".")
  }
}
