internal import FanfoldStory

/// Finds the changes of scene in a story: rows of signs, words for a break, gaps that are rarer and wider than
/// those between paragraphs.
struct SceneBreaks {
  let marks: SceneBreakMarks

  func read(_ draft: inout Draft, headings: [ChapterOutline.Heading]) {
    let headingLines = Set(headings.flatMap { [$0.line, $0.titleLine ?? $0.line] })
    markSigns(&draft, headingLines)
    dropRulesAtEdges(&draft, headingLines)
    let marked = draft.fates.count { if case .sceneBreak = $0 { true } else { false } }
    draft.gapsAreBreaks = marked < 2
    for line in draft.explains ? draft.fates.indices : 0..<0 {
      guard case .sceneBreak(let label) = draft.fates[line] else { continue }
      draft.decide { Self.decision(line, label, $0) }
    }
  }

  private static func decision(_ line: Int, _ label: Range<Int>?, _ draft: Draft) -> Decision {
    let isRule = draft.range(line).isEmpty
    return Decision(
      .sceneBreak, label.map(draft.manuscript.string) ?? draft.words(line), rule: "scene-break",
      at: draft.place(line),
      because: isRule
        ? "a rule that the format draws"
        : label == nil ? "a line of signs alone" : "words between signs")
  }

  private func markSigns(_ draft: inout Draft, _ headingLines: Set<Int>) {
    for line in draft.storyStart..<max(draft.storyStart, draft.storyEnd)
    where draft.fates[line] == .text && !headingLines.contains(line) {
      let bytes = draft.bytes(line)
      guard bytes.count <= 200, mayBeBreak(bytes) else { continue }
      switch marks.mark(bytes) {
      case .plain:
        draft.fates[line] = .sceneBreak(label: nil)
        draft.enter(
          draft.range(line), line: line, .markup, rule: "scene-break",
          reason: "signs of a scene break")
      case .labelled(let words):
        let range = draft.range(line)
        draft.fates[line] = .sceneBreak(label: words)
        draft.enter(
          range.lowerBound..<words.lowerBound, line: line, .markup, rule: "scene-break",
          reason: "signs of a scene break")
        draft.enter(
          words.upperBound..<range.upperBound, line: line, .markup, rule: "scene-break",
          reason: "signs of a scene break")
      case nil: break
      }
    }
  }

  /// A quick look that lets all marks pass: long lines that begin with a letter are text.
  private func mayBeBreak(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let isLower =
      (0x61...0x7A).contains(first) && first != UInt8(ascii: "o") && first != UInt8(ascii: "x")
      && first != UInt8(ascii: "l")
    if isLower || first == 0x22 { return false }
    return (0x41...0x5A).contains(first) || first == UInt8(ascii: "o") || first == UInt8(ascii: "x")
      ? bytes.count <= 80 : true
  }

  /// A rule right after a heading or at the end of a chapter is ornament: no scene follows or precedes it.
  private func dropRulesAtEdges(_ draft: inout Draft, _ headingLines: Set<Int>) {
    for line in 0..<min(draft.storyStart, draft.fates.count)
    where draft.fates[line] == .sceneBreak(label: nil) {
      draft.fates[line] = .taken
    }
    var before: Draft.Fate?
    var pending: [Int] = []
    for line in draft.storyStart..<max(draft.storyStart, draft.storyEnd) {
      let isHeading = headingLines.contains(line)
      if !isHeading, case .sceneBreak(let label) = draft.fates[line] {
        let isPlain = label == nil
        if isPlain, before == nil || !pending.isEmpty {
          draft.fates[line] = .taken
        } else {
          pending.append(line)
        }
        continue
      }
      if isHeading || draft.fates[line] == .ending || isNote(draft.fates[line]) {
        drop(&pending, &draft)
        before = nil
      } else if draft.fates[line] == .text || draft.fates[line] == .kept {
        pending = []
        before = .text
      }
    }
    drop(&pending, &draft)
  }

  private func isNote(_ fate: Draft.Fate) -> Bool {
    if case .note = fate { return true }
    return false
  }

  private func drop(_ pending: inout [Int], _ draft: inout Draft) {
    for line in pending {
      if case .sceneBreak(nil) = draft.fates[line] { draft.fates[line] = .taken }
    }
    pending = []
  }
}
