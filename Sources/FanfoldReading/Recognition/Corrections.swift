internal import FanfoldStory

/// Carries out what a sidecar says about lines, before anything is guessed about them.
struct Corrections {
  let sidecar: Sidecar

  /// Takes out the lines that are to go and protects those that are to stay.
  func apply(to draft: inout Draft) {
    for line in draft.fates.indices where draft.fates[line] == .text {
      let number = draft.manuscript.lines[line].number
      if Self.contains(sidecar.keep, number) {
        draft.fates[line] = .kept
      } else if Self.contains(sidecar.drop, number) {
        draft.take(line, .removed, rule: "sidecar", reason: "left out by the reader's wish")
      }
    }
  }

  private static func contains(_ ranges: [SourceLines], _ line: Int) -> Bool {
    ranges.contains { $0.first <= line && line <= $0.last }
  }

  /// The chapters the sidecar names, with the headings that were found where they stand on the same lines.
  func headings(
    _ starts: [Sidecar.ChapterStart], found: [ChapterOutline.Heading], in draft: inout Draft
  ) -> [ChapterOutline.Heading] {
    var rest = found[...]
    var headings: [ChapterOutline.Heading] = []
    for start in starts.sorted(by: { $0.line < $1.line }) {
      while let next = rest.first, number(next.line, draft) < start.line { rest.removeFirst() }
      if var next = rest.first, number(next.line, draft) == start.line {
        rest.removeFirst()
        next.kind = start.kind
        next.correction = start
        headings.append(next)
      } else if let line = line(start.line, draft, after: headings.last?.line) {
        headings.append(heading(start, line, draft))
      } else {
        draft.remarks.append(
          "the sidecar begins a chapter on line \(start.line), which has no text")
      }
    }
    return headings
  }

  private func number(_ line: Int, _ draft: Draft) -> Int { draft.manuscript.lines[line].number }

  /// The first line of text at that line of the source or below.
  private func line(_ number: Int, _ draft: Draft, after last: Int?) -> Int? {
    draft.fates.indices.first {
      draft.manuscript.lines[$0].number >= number && draft.fates[$0] != .taken && $0 > last ?? -1
    }
  }

  /// A chapter where none was found: its line is the heading when it says the same words, or when no other words
  /// are given and it is short enough to be one.
  private func heading(
    _ start: Sidecar.ChapterStart, _ line: Int, _ draft: Draft
  ) -> ChapterOutline.Heading {
    let inner = Decoration.stripped(draft.bytes(line))
    let given = [start.label, start.title].compactMap { $0 }.joined()
    let isHeading =
      given.isEmpty
      ? inner.count <= HeadingParser.longest && !inner.isEmpty
      : Self.bare(given) == Self.bare(draft.manuscript.string(inner))
    return ChapterOutline.Heading(
      line: line, kind: start.kind, title: isHeading ? inner : nil, rule: "sidecar",
      takesLine: isHeading, correction: start)
  }

  /// The letters and digits alone.
  private static func bare(_ text: String) -> String {
    Folding.fold(text).filter { $0.isLetter || $0.isNumber }
  }
}
