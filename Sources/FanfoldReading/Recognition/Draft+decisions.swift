internal import FanfoldStory

extension Draft {
  /// Remembers a decision when somebody wants to know; else it is not even put into words.
  mutating func decide(_ decision: (Draft) -> Decision?) {
    guard explains, let made = decision(self) else { return }
    decisions.append(made)
  }

  /// Drops doubts about lines that turned out to be something else than text: a header's, a break.
  mutating func dropIdleDoubts() {
    guard explains else { return }
    let text = Set(
      fates.indices.filter { fates[$0] == .text || fates[$0] == .kept }
        .map { manuscript.lines[$0].number })
    decisions.removeAll { decision in
      decision.rule == "not-a-heading" && !(decision.lines.map { text.contains($0.first) } ?? true)
    }
  }

  /// The line as the source counts it.
  func place(_ line: Int) -> SourceLines { place(line...line) }

  /// The lines as the source counts them.
  func place(_ lines: ClosedRange<Int>) -> SourceLines {
    SourceLines(
      manuscript.lines[lines.lowerBound].number, manuscript.lines[lines.upperBound].number)
  }

  /// What is left of a line, as text.
  func words(_ line: Int) -> String { manuscript.string(range(line)) }
}

extension Decision.Subject {
  /// What a header's field is about; `nil` for those whose words become notes.
  init?(_ field: HeaderLabels.Field) {
    let name = field == .ratingWarning ? HeaderLabels.Field.rating.rawValue : field.rawValue
    guard let subject = Self(rawValue: name) else { return nil }
    self = subject
  }
}
