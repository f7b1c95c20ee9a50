internal import FanfoldStory

/// The choice of the headings in words: those that were chosen, and the lines that only look like headings.
struct ChapterDecisions {
  /// What was considered; `nil` where the format says what the headings are.
  let outline: ChapterOutline?
  let headings: [ChapterOutline.Heading]

  /// Enters the headings and, as what could have been headings too, the lines that were not chosen.
  func enter(into draft: inout Draft) {
    let counts = headings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    for heading in headings {
      draft.decide { decision(heading, alike: counts[heading.rule] ?? 1, $0) }
    }
    guard let outline else { return }
    let chosen = Set(headings.map(\.line) + outline.redundantLines)
    for found in outline.candidates where !chosen.contains(found.line) && isTelling(found) {
      draft.decide { rejection(found, $0) }
    }
    if let first = outline.redundantLines.first {
      draft.decide { draft in
        Decision(
          .contents, "\(outline.redundantLines.count) lines", rule: "contents",
          at: draft.place(first), because: "headings without text between them that come again")
      }
    }
  }

  /// Why a line is a heading, one of so many that the same rule found.
  private func decision(
    _ heading: ChapterOutline.Heading, alike: Int, _ draft: Draft
  ) -> Decision {
    let words = heading.label.map { draft.manuscript.string($0) } ?? draft.words(heading.line)
    let evidence =
      switch heading.rule {
      case "heading-sequence": "a number alone, one of \(alike) that follow each other"
      case "labelled-title": "the label of a title, one of \(alike) with a text each"
      case "stated-heading": "the format says that it is a heading"
      case "sidecar": "the sidecar says so"
      default: "'\(words)' heads a chapter, \(alike == 1 ? "the only one" : "one of \(alike)")"
      }
    let title = heading.title.map { ": " + draft.manuscript.string($0) } ?? ""
    return Decision(
      .chapter, heading.label == nil ? draft.words(heading.line) : words + title,
      rule: heading.rule, at: draft.place(heading.line...heading.lastLine),
      because: evidence,
      insteadOf: heading.rule == "heading-sequence"
        ? .init("a number in the text", reason: "\(alike) of them rise", isClose: alike < 4) : nil)
  }

  /// Numbers in running text are no news; a word for a chapter, or a number on a line of its own, is.
  private func isTelling(_ found: CandidateFinder.Found) -> Bool {
    found.candidate.isExplicit || found.isAlone
  }

  private func rejection(_ found: CandidateFinder.Found, _ draft: Draft) -> Decision {
    let reason: String
    if !found.candidate.isExplicit {
      reason = "a number alone that belongs to no rising row"
    } else if found.isAlone {
      reason = "such words count only when several of them rise"
    } else {
      reason = "it is not alone on its line's paragraph"
    }
    return Decision(
      .chapter, draft.words(found.line), rule: "not-a-heading", at: draft.place(found.line),
      because: reason,
      insteadOf: .init(
        "a chapter's heading", at: draft.place(found.line), reason: reason,
        isClose: found.candidate.isExplicit))
  }
}
