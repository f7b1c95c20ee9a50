internal import FanfoldStory

/// The scene breaks that only a wide gap shows, in words.
struct GapDecision {
  let story: Story

  func enter(into draft: inout Draft) {
    let gaps = story.chapters.reduce(0) { sum, chapter in
      sum + chapter.blocks.count { $0.content == .sceneBreak(label: []) && $0.lines == nil }
    }
    guard gaps > 0 else { return }
    draft.decide { _ in
      Decision(
        .sceneBreak, "\(gaps) wide gaps", rule: "gap", at: nil,
        because: "wider than the gaps between paragraphs, and the author has no other mark",
        insteadOf: .init(
          "space between paragraphs", reason: "such gaps are rare in this text", isClose: true))
    }
  }
}
