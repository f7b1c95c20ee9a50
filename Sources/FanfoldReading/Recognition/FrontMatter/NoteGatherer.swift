internal import FanfoldStory

/// Makes notes of what is left before the story: paragraphs about it, facts without labels, rules.
struct NoteGatherer {
  let lexicon: Lexicon
  let dates: DateParser

  /// Everything before `end` that nobody claimed becomes a note, unless it is prose long enough to be a preface.
  func gather(_ draft: inout Draft, before end: Int) {
    if end > draft.storyStart, isPreface(draft, draft.storyStart..<end) {
      gather(&draft, before: draft.storyStart)
      return
    }
    draft.storyStart = max(draft.storyStart, end)
    var run: [Int] = []
    for line in 0..<min(end, draft.fates.count) {
      guard draft.fates[line] == .text else {
        flush(&run, &draft)
        continue
      }
      if lexicon.sceneBreaks.mark(draft.bytes(line)) == .plain {
        flush(&run, &draft)
        draft.take(line, .markup, rule: "front-rule", reason: "rule around the title or a note")
      } else if dates.isDateLine(draft.manuscript.string(draft.range(line))) {
        flush(&run, &draft)
        let date = dates.date(in: draft.manuscript.string(draft.range(line)))
        draft.metadata.published = draft.metadata.published ?? date
        draft.decide { draft in
          Decision(
            .published, date?.description ?? "", rule: "date-line", at: draft.place(line),
            because: "a line before the story that is a date")
        }
        draft.take(line, .metadata, rule: "date-line", reason: "date of the story")
      } else {
        run.append(line)
      }
    }
    flush(&run, &draft)
  }

  private func flush(_ run: inout [Int], _ draft: inout Draft) {
    guard !run.isEmpty else { return }
    draft.makeNote(run, kind: .authorsNote, rule: "front-note")
    run = []
  }

  /// Whether the lines between the header and the first chapter tell rather than announce.
  private func isPreface(_ draft: Draft, _ lines: Range<Int>) -> Bool {
    let free = lines.filter { draft.fates[$0] == .text }
    let size = free.reduce(0) { $0 + draft.range($1).count }
    guard size >= 600 else { return false }
    var folded = ""
    for line in free.prefix(40) { folded += Folding.fold(draft.bytes(line)) + " " }
    return lexicon.notes.weight(of: folded) < 4 + size / 1000
  }
}
