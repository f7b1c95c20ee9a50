internal import FanfoldStory

/// The header of a story that stands below it: "Tags: fluff, rain" under a post, "Pairing: … / Rating: …" under a
/// drabble.
struct BackLabels {
  let lexicon: Lexicon

  /// Takes the labelled lines at the end of the text as what is said about the story. Notes among them are left for
  /// those who read the author's words there.
  func read(_ draft: inout Draft) {
    var found: [Int: HeaderLine] = [:]
    var first: Int?
    for line in (draft.storyStart..<max(draft.storyStart, draft.fates.count)).reversed() {
      guard draft.fates[line] == .text else {
        if draft.fates[line].isText { break }
        continue
      }
      guard draft.range(line).count <= Self.longest,
        let header = HeaderLine.parse(
          draft.manuscript.text, draft.range(line), labels: lexicon.labels),
        draft.manuscript.text[header.label.upperBound..<header.value.lowerBound].contains(0x3A)
      else { break }
      first = line
      if HeaderFields.noteKind(header.field) == nil { found[line] = header }
    }
    guard let first, isBelow(first, draft), isHeader(found.values.map(\.field)) else { return }
    let block = HeaderBlock(
      fields: HeaderFields(lexicon: lexicon), headers: found, end: draft.fates.count)
    block.enter(into: &draft)
  }

  /// In bytes; a longer line tells.
  private static let longest = 200

  /// Whether a line begins a paragraph, with a story above it.
  private func isBelow(_ line: Int, _ draft: Draft) -> Bool {
    let block = draft.manuscript.blocks[draft.manuscript.block(of: line)]
    let above = draft.range(line).lowerBound - draft.range(draft.storyStart).lowerBound
    return block.lines.lowerBound == line && above > 200
  }

  /// Whether the labels are believable: several, or one that nobody in a story uses.
  private func isHeader(_ fields: [HeaderLabels.Field]) -> Bool {
    fields.count >= 2 || fields.contains { Self.telling.contains($0) }
  }

  /// What no letter and no script in a story has.
  private static let telling: Set<HeaderLabels.Field> = [
    .author, .beta, .category, .fandom, .rating, .ratingWarning, .relationship, .summary, .tag,
  ]
}
