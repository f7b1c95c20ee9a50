internal import FanfoldStory

/// The summary that sites show without a label: a paragraph between the author's name and the header below it.
struct UnlabelledSummary {
  let lexicon: Lexicon
  /// The lines with labels.
  let headers: [Int: HeaderLine]

  /// Takes the one paragraph between a byline and a header of several labels for the summary.
  func read(_ draft: inout Draft, below byline: Int, before end: Int) {
    guard draft.metadata.summary.isEmpty,
      let header = headers.keys.filter({ $0 > byline && $0 < end }).min(),
      header - byline <= Self.most, isHeader(from: header)
    else { return }
    let lines = (byline + 1..<header).filter { draft.fates[$0] == .text }
    guard let first = lines.first, let last = lines.last, last - first < lines.count,
      draft.manuscript.block(of: first) == draft.manuscript.block(of: last),
      Sentence.ends(draft.bytes(last))
    else { return }
    let words = lines.map { draft.manuscript.string(draft.range($0)) }.joined(separator: " ")
    guard (20...900).contains(words.utf8.count),
      lexicon.notes.weight(of: Folding.fold(words)) < 3
    else { return }
    draft.metadata.summary = [[.text(words)]]
    draft.decide { draft in
      Decision(
        .summary, words, rule: "unlabelled-summary", at: draft.place(first...last),
        because: "a paragraph between the author's name and the header")
    }
    for line in lines {
      draft.take(line, .metadata, rule: "unlabelled-summary", reason: "summary of the story")
    }
  }

  /// How many lines may stand between the name and the header.
  private static let most = 14

  /// Whether two labels of a catalogue stand there, of which one is no author's to write.
  private func isHeader(from line: Int) -> Bool {
    let fields = (line..<line + 8).compactMap { headers[$0]?.field }
    return Set(fields).count >= 2 && fields.contains(where: Self.catalogue.contains)
  }

  private static let catalogue: Set<HeaderLabels.Field> = [
    .rating, .status, .chapters, .size, .published, .updated, .language, .fandom,
  ]
}
