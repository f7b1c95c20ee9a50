internal import FanfoldStory

/// A first paragraph that advertises the story instead of beginning it: the summary a site showed above the text,
/// saved without its label.
struct Blurb {
  let lexicon: Lexicon

  /// Makes the first paragraph the summary when it has two signs of one.
  func read(_ draft: inout Draft) {
    let index = draft.manuscript.block(of: draft.storyStart)
    guard draft.metadata.summary.isEmpty, index < draft.manuscript.blocks.count else { return }
    let block = draft.manuscript.blocks[index]
    guard index + 1 < draft.manuscript.blocks.count, block.lines.lowerBound == draft.storyStart,
      (0..<draft.storyStart).allSatisfy({ draft.fates[$0] == .taken })
    else { return }
    let text = block.lines.map { draft.manuscript.string(draft.range($0)) }.joined(separator: " ")
    guard text.utf8.count <= 700, let first = text.first, !"\"“'‘«".contains(first) else { return }
    guard
      signs(
        text, rest: draft.manuscript.text[draft.range(block.lines.upperBound - 1).upperBound...])
        >= 2
    else {
      return
    }
    draft.metadata.summary = [[.text(text)]]
    draft.decide { draft in
      Decision(
        .summary, text, rule: "blurb",
        at: draft.place(block.lines.lowerBound...block.lines.upperBound - 1),
        because: "a first paragraph that advertises the story and is told in another voice",
        insteadOf: .init(
          "the story's first paragraph", reason: "it has signs of a summary", isClose: true))
    }
    for line in block.lines {
      draft.take(line, .metadata, rule: "blurb", reason: "summary of the story")
    }
    draft.storyStart = block.lines.upperBound
  }

  private func signs(_ text: String, rest: ArraySlice<UInt8>) -> Int {
    let words = Folding.fold(text).split(whereSeparator: { !$0.isLetter && $0 != "'" }).map(
      String.init)
    var signs = 0
    if Self.asksWhatHappens(text) { signs += 1 }
    if text.contains("!!!") || text.contains("!!1") { signs += 1 }
    if words.contains(where: Self.labels.contains) || Self.namesPair(text) { signs += 1 }
    if lexicon.notes.weight(of: Folding.fold(text)) >= 4 { signs += 1 }
    if Self.isPresent(words), Self.isPast(rest) { signs += 1 }
    return signs
  }

  /// "ALICE/HATTER": two names with a stroke between them.
  private static func namesPair(_ text: String) -> Bool {
    text.split(separator: " ").contains { word in
      let names = word.split(separator: "/", omittingEmptySubsequences: false)
      return names.count == 2
        && names.allSatisfy { ($0.first?.isUppercase ?? false) && $0.count > 1 }
    }
  }

  /// "How long can that last?", "Will they find out?"
  private static func asksWhatHappens(_ text: String) -> Bool {
    text.split(whereSeparator: { ".!,;".contains($0) }).contains { sentence in
      guard sentence.contains("?") else { return false }
      let words = Folding.fold(String(sentence)).split(separator: " ")
      return words.contains { ["will", "can", "what", "how", "could", "who"].contains($0) }
    }
  }

  private static let labels: Set<String> = [
    "oneshot", "slash", "het", "femslash", "au", "ar", "crossover", "xover", "drabble", "songfic",
    "ficlet", "fluff",
    "angst", "smut", "clois", "chlark", "clana", "clex", "drarry", "dramione", "destiel",
    "johnlock", "msr", "wip", "ooc",
  ]

  private static func isPresent(_ words: [String]) -> Bool {
    let present = words.filter {
      [
        "is", "are", "has", "have", "meet", "meets", "finds", "find", "wants", "must", "will",
        "gets", "goes", "comes", "falls",
      ].contains($0)
    }
    let past = words.filter { ["was", "were", "had", "did", "said", "went", "came"].contains($0) }
    return present.count >= 2 && past.isEmpty
  }

  private static func isPast(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = Folding.fold(rest.prefix(6000)).split(whereSeparator: { !$0.isLetter }).map(
      String.init)
    let past = words.filter { ["was", "were", "had", "said", "did"].contains($0) }
    return past.count * 60 >= words.count
  }
}
