internal import FanfoldStory

/// The outline of a manuscript whose format says which blocks are headings and which are notes.
struct StatedOutline {
  let parser: HeadingParser

  /// Marks the notes in the draft and gives the headings in order.
  func read(_ draft: inout Draft) -> [ChapterOutline.Heading] {
    var headings: [ChapterOutline.Heading] = []
    var run: (role: Manuscript.Block.Role?, lines: [Int]) = (nil, [])
    func flush(_ draft: inout Draft) {
      if case .note(let kind) = run.role {
        draft.makeNote(run.lines, kind: kind, rule: "stated-note")
      }
      run = (nil, [])
    }
    for block in draft.manuscript.blocks {
      if run.role != block.role { flush(&draft) }
      switch block.role {
      // A name that only a site's furniture has, "Work Text:", heads nothing.
      case .heading where isTaken(block, draft), .headingTitle where isTaken(block, draft): break
      case .heading(let kind):
        headings.append(heading(block, kind, draft.manuscript))
      case .headingTitle:
        if let last = headings.indices.last, headings[last].titleLine == nil,
          let line = block.lines.first
        {
          headings[last].titleLine = line
          headings[last].title = draft.manuscript.lines[line].range
        }
      case .note:
        run.role = block.role
        run.lines += block.lines
      case .body, nil: break
      }
    }
    flush(&draft)
    return headings
  }

  private func isTaken(_ block: Manuscript.Block, _ draft: Draft) -> Bool {
    draft.fates[block.lines.lowerBound] == .taken
  }

  /// A heading's words: parted into numbering and name where they are made so.
  private func heading(
    _ block: Manuscript.Block, _ kind: Chapter.Kind, _ manuscript: Manuscript
  ) -> ChapterOutline.Heading {
    let line = block.lines.lowerBound
    let range = manuscript.lines[line].range
    let stated = ChapterOutline.Heading(
      line: line, kind: kind, label: nil, title: range, rule: "stated-heading")
    guard let read = parser.parse(manuscript.text, range), read.isExplicit, kind == .chapter else {
      return stated
    }
    // "78. Chapter 78": what a site shows for a chapter without a name.
    if let title = read.title, manuscript.text[title].allSatisfy({ (0x30...0x39).contains($0) }) {
      return stated
    }
    return ChapterOutline.Heading(
      line: line, kind: read.kind.kind, label: read.label, title: read.title, number: read.number,
      rule: "stated-heading")
  }
}
