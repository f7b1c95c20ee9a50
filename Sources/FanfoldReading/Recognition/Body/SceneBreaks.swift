internal import FanfoldStory

/// Finds the changes of scene in a story: rows of signs, words for a break, gaps that are rarer and wider than
/// those between paragraphs.
struct SceneBreaks {
  let marks: SceneBreakMarks
  let notes: NoteWords

  func read(_ draft: inout Draft, headings: [ChapterOutline.Heading]) {
    let headingLines = HeadingLines(headings, lineCount: draft.fates.count)
    markSigns(&draft, headingLines)
    markRareSigns(&draft, headingLines)
    dropRulesAtEdges(&draft, headingLines)
    dropFences(&draft, headings)
    let marked = draft.fates.count { if case .sceneBreak = $0 { true } else { false } }
    draft.gapsAreBreaks = marked < 2
    for line in draft.explains ? draft.fates.indices : 0..<0 {
      guard case .sceneBreak(let label) = draft.fates[line] else { continue }
      draft.decide { Self.decision(line, label?.range, $0) }
    }
  }

  private static func decision(_ line: Int, _ label: Range<Int>?, _ draft: Draft) -> Decision {
    let isRule = draft.range(line).isEmpty
    return Decision(
      .sceneBreak, label.map(draft.manuscript.string) ?? draft.words(line), rule: "scene-break",
      at: draft.place(line),
      because: isRule
        ? "a rule that the format draws"
        : label == nil ? "a line of signs alone" : "words between signs",
      insteadOf: label == nil && !(isRule || draft.range(line).count < 3)
        ? nil
        : isRule
          ? nil
          : .init(
            "a line of the story",
            reason: label == nil ? "it is short" : "signs part it from the text",
            isClose: true))
  }

  private func markSigns(_ draft: inout Draft, _ headingLines: HeadingLines) {
    for line in draft.storyStart..<max(draft.storyStart, draft.storyEnd)
    where draft.mayBe(.sceneBreak, line) && draft.fates[line].isText
      && !headingLines.contains(line)
    {
      let bytes = draft.bytes(line)
      guard bytes.count <= 200, mayBeBreak(bytes) else { continue }
      switch marks.mark(bytes) {
      case .plain where fencesAside(line, bytes, draft):
        draft.take(line, .markup, rule: "aside", reason: "dashes beside the author's words")
      case .plain:
        draft.fates[line] = .sceneBreak(label: nil)
        draft.enter(
          draft.range(line), line: line, .markup, rule: "scene-break",
          reason: "signs of a scene break")
      case .labelled(let words):
        let range = draft.range(line)
        draft.fates[line] = .sceneBreak(label: CompactRange(words))
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

  /// Dashes on the first or the last line of a short paragraph fence it off: what stands there is no scene.
  private func fencesAside(_ line: Int, _ bytes: ArraySlice<UInt8>, _ draft: Draft) -> Bool {
    guard bytes.allSatisfy({ $0 == 0x2D || $0 == 0x5F }) else { return false }
    let block = draft.manuscript.blocks[draft.manuscript.block(of: line)]
    guard block.flow == .lines, block.kind == .paragraph, (2...6).contains(block.lines.count),
      line == block.lines.lowerBound || line == block.lines.upperBound - 1
    else { return false }
    return block.lines.reduce(0) { $0 + draft.range($1).count } < 500
  }

  /// A lone dash says nothing by itself, nor do letters between two; three of them, each a paragraph, are how the author
  /// parts scenes.
  private func markRareSigns(_ draft: inout Draft, _ headingLines: HeadingLines) {
    var found: [Substring: [Int]] = [:]
    for block in draft.manuscript.blocks where block.lines.count == 1 {
      let line = block.lines.lowerBound
      guard (draft.storyStart..<draft.storyEnd).contains(line),
        (1...20).contains(draft.range(line).count), draft.fates[line].isText,
        !headingLines.contains(line), SceneBreakMarks.isRare(draft.bytes(line))
      else { continue }
      found[draft.manuscript.string(draft.range(line))[...], default: []].append(line)
    }
    let areMeant = { (mark: Substring, lines: [Int]) in
      // One that is centred needs no others.
      lines.count >= 3
        || Self.plainSigns.contains(mark) && lines.allSatisfy(draft.manuscript.isSetOff)
    }
    for line in found.filter(areMeant).values.joined().sorted() {
      draft.fates[line] = .sceneBreak(label: nil)
      draft.enter(
        draft.range(line), line: line, .markup, rule: "scene-break",
        reason: "signs of a scene break")
    }
  }

  private static let plainSigns: Set<Substring> = ["-", "–", "—", "/", "|", "+", "."]

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
  private func dropRulesAtEdges(_ draft: inout Draft, _ headingLines: HeadingLines) {
    for line in 0..<min(draft.storyStart, draft.fates.count) where draft.fates[line].isPlainBreak {
      draft.fates[line] = .taken
    }
    let last = draft.fates.lastIndex { $0 != .taken && !$0.isPlainBreak } ?? -1
    for line in last + 1..<draft.fates.count { draft.fates[line] = .taken }
    var before: Draft.Fate?
    var pending: [Int] = []
    for line in draft.storyStart..<max(draft.storyStart, draft.storyEnd) {
      // Most lines are text below text, to which nothing is pending.
      if before == .text, pending.isEmpty, draft.fates[line].isText, !headingLines.contains(line) {
        continue
      }
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

  /// A break that parts no scenes but the author's words from the story: the first of a chapter with little before
  /// it, the last with little after it, and that little about the story itself.
  private func dropFences(_ draft: inout Draft, _ headings: [ChapterOutline.Heading]) {
    let starts = [draft.storyStart] + headings.map { $0.lastLine + 1 }
    let ends = headings.map(\.line) + [draft.storyEnd]
    for (start, end) in zip(starts, ends) where start < end {
      let breaks = (start..<end).filter { draft.fates[$0].isPlainBreak }
      if let first = breaks.first, isAboutStory(start..<first, draft, next: \.last, limit: 2500) {
        draft.fates[first] = .taken
      }
      if let last = breaks.last, isAboutStory(last + 1..<end, draft, next: \.first, limit: 400) {
        draft.fates[last] = .taken
      }
    }
  }

  /// Whether lines speak of the story, the one next to the break too.
  private func isAboutStory(
    _ lines: Range<Int>, _ draft: Draft, next: (([Int]) -> Int?), limit: Int
  ) -> Bool {
    let text = lines.filter { draft.fates[$0] == .text }
    let size = text.reduce(0) { $0 + draft.range($1).count }
    guard let near = next(text), size <= limit else { return false }
    let nearest = Folding.fold(draft.bytes(near))
    guard nearest.utf8.count <= 60 || notes.weight(of: nearest) >= 2 else { return false }
    let words = text.map { Folding.fold(draft.bytes($0)) }.joined(separator: " ")
    return notes.weight(of: words) >= max(4, size / 200)
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
