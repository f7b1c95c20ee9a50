internal import FanfoldStory

/// The choice of the title in words: the line that won, and the one that came second.
struct TitleDecision {
  private let candidates: [TitleCandidate]

  init(_ candidates: [TitleCandidate]) {
    self.candidates = candidates.sorted { ($0.score, -$0.line) > ($1.score, -$1.line) }
  }

  /// The title a label names.
  func headerLine(_ line: Int, _ header: HeaderLine, _ draft: Draft) -> Decision {
    let label = draft.manuscript.string(header.label)
    return Decision(
      .title, draft.metadata.title ?? "", rule: "header-line", at: draft.place(line),
      because: "the label '\(label)'",
      insteadOf: second(to: draft.manuscript.string(header.value), draft, "has no label", score: 20)
    )
  }

  /// The line that looks most like a title.
  func line(_ best: TitleCandidate, _ draft: Draft) -> Decision {
    Decision(
      .title, draft.metadata.title ?? "", rule: "title-line", at: draft.place(best.line),
      because: "looks most like a title: \(points(best)), 3.5 are needed",
      insteadOf: second(
        to: draft.manuscript.string(best.text), draft, "looks less like a title", score: best.score)
    )
  }

  /// The title in a message's subject.
  func subject(_ subject: SubjectLine, _ draft: Draft) -> Decision {
    let fact = draft.manuscript.facts.first { $0.subject == .subject }
    return Decision(
      .title, subject.title, rule: "subject", at: fact.map { SourceLines($0.line, $0.line) },
      because: "the subject of the message",
      insteadOf: second(to: subject.title, draft, "is weak", score: 3.5))
  }

  /// The best candidate with other words, when it is one at all.
  private func second(
    to title: String, _ draft: Draft, _ fault: String, score: Double
  ) -> Decision.Alternative? {
    let folded = Folding.fold(title)
    for other in candidates where other.score >= 1 {
      let words = draft.manuscript.string(other.text)
      guard Folding.fold(words) != folded else { continue }
      return .init(
        words, at: draft.place(other.line), reason: "\(fault): \(points(other))",
        isClose: other.score + 1.5 >= score)
    }
    return nil
  }

  private func points(_ candidate: TitleCandidate) -> String {
    let tenths = Int((candidate.score * 10).rounded())
    let fraction = tenths % 10 == 0 ? "" : ".\(abs(tenths % 10))"
    return "\(tenths / 10)\(fraction) points"
  }
}
