internal import FanfoldStory

/// Makes the story out of a draft in which every line has found its place.
struct StoryAssembler {
  private let draft: Draft
  private let headings: [ChapterOutline.Heading]
  private let headingLines: Set<Int>
  private let composer: TextComposer

  init(_ draft: Draft, headings: [ChapterOutline.Heading]) {
    self.draft = draft
    self.headings = headings
    headingLines = Set(
      headings.filter(\.takesLine).flatMap { [$0.line] + ($0.titleLine.map { [$0] } ?? []) })
    composer = TextComposer(draft.manuscript)
  }

  func story() -> Story {
    var story = Story(metadata: draft.metadata, chapters: [], ledger: draft.ledger)
    enterLostLabels(&story.ledger)
    let firstHeading = headings.first?.line ?? draft.fates.count
    let opening = Section(lines: 0..<firstHeading, heading: nil)
    var marks: [UInt8] = []
    let (front, openingChapter) = assemble(opening, &marks)
    story.notesBefore = front.before
    if var chapter = openingChapter {
      if !headings.isEmpty { chapter.kind = .preface }
      chapter.notesAfter = front.after
      story.chapters.append(chapter)
    } else {
      story.notesBefore += front.after
    }
    for (index, heading) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1].line : draft.fates.count
      let (notes, chapter) = assemble(Section(lines: heading.line..<end, heading: heading), &marks)
      var made = chapter ?? Chapter(blocks: [])
      name(&made, heading, &story.ledger)
      made.notesBefore = notes.before
      made.notesAfter = notes.after
      story.chapters.append(made)
    }
    if let last = story.chapters.indices.last, headings.isEmpty {
      story.notesAfter = story.chapters[last].notesAfter
      story.chapters[last].notesAfter = []
    }
    if !marks.isEmpty {
      story.ledger.entries.append(
        .init(
          .markup, rule: "emphasis", reason: "marks of emphasis",
          text: String(decoding: marks, as: UTF8.self),
          lines: nil))
    }
    return story
  }

  /// The label of a note that lost its lines to other findings is all there is of it.
  private func enterLostLabels(_ ledger: inout Ledger) {
    var kept: Set<Int> = []
    for line in draft.fates.indices where !headingLines.contains(line) {
      if case .note(let index) = draft.fates[line] { kept.insert(index) }
    }
    for index in draft.notes.indices where !kept.contains(index) {
      guard let label = draft.notes[index].label else { continue }
      ledger.entries.append(
        .init(
          .markup, rule: "header-label", reason: "label of a note without words",
          text: draft.manuscript.string(label), lines: nil))
    }
  }

  private struct Section {
    var lines: Range<Int>
    var heading: ChapterOutline.Heading?
  }

  private func name(
    _ chapter: inout Chapter, _ heading: ChapterOutline.Heading, _ ledger: inout Ledger
  ) {
    let text = draft.manuscript
    chapter.kind = heading.kind
    chapter.label = heading.label.map { composer.line($0) }
    chapter.title = heading.title.map { composer.line($0) }
    let number = text.lines[heading.line].number
    chapter.lines = SourceLines(number, chapter.lines?.last ?? number)
    guard heading.takesLine else { return }
    // The signs around the words of the heading.
    var used = [heading.label, heading.title].compactMap { $0 }.sorted {
      $0.lowerBound < $1.lowerBound
    }
    for line in [heading.line, heading.titleLine].compactMap({ $0 }) {
      var start = draft.range(line).lowerBound
      for piece in used
      where draft.range(line).lowerBound <= piece.lowerBound
        && piece.upperBound <= draft.range(line).upperBound
      {
        enter(start..<piece.lowerBound, line, &ledger)
        start = piece.upperBound
      }
      enter(start..<draft.range(line).upperBound, line, &ledger)
    }
    used = []
  }

  private func enter(_ range: Range<Int>, _ line: Int, _ ledger: inout Ledger) {
    let text = draft.manuscript.string(range)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    let number = draft.manuscript.lines[line].number
    ledger.entries.append(
      .init(
        .markup, rule: "heading", reason: "signs of a heading", text: text,
        lines: SourceLines(number, number)))
  }

  /// The chapter and the notes made of a run of lines; no chapter when the lines hold none of the story's text.
  private func assemble(_ section: Section, _ marks: inout [UInt8]) -> (
    notes: (before: [Note], after: [Note]), Chapter?
  ) {
    var notes: (before: [Note], after: [Note]) = ([], [])
    var blocks: [Block] = []
    var last: Int?
    var noteIndex: Int?
    for block in draft.manuscript.blocks(overlapping: section.lines) {
      var lines = block.lines.clamped(to: section.lines)
      while let first = lines.first {
        let fate = headingLines.contains(first) ? .taken : draft.fates[first]
        let run = lines.prefix { (headingLines.contains($0) ? .taken : draft.fates[$0]) == fate }
        lines = run.upperBound..<lines.upperBound
        switch fate {
        case .taken:
          noteIndex = nil
        case .note(let index):
          let made = composer.blocks(run, of: block, draft, &marks)
          let isSame = noteIndex == index
          if blocks.isEmpty {
            add(made, note: index, isSame: isSame, to: &notes.before)
          } else {
            add(made, note: index, isSame: isSame, to: &notes.after)
          }
          noteIndex = index
          continue
        case .ending:
          notes.after.append(
            Note(kind: .ending, blocks: composer.blocks(run, of: block, draft, &marks)))
        case .sceneBreak(let label):
          blocks.append(
            contentsOf: run.map { line in composer.sceneBreak(line, label: label, draft) })
        case .subheading:
          blocks += run.map { composer.subheading($0, draft) }
        case .text, .kept:
          if block.followsGap, run.first == block.lines.first, isGapBreak(first, blocks) {
            blocks.append(Block(.sceneBreak(label: [])))
          }
          blocks.append(joining: composer.blocks(run, of: block, draft, &marks))
        }
        last = run.last
        noteIndex = nil
      }
    }
    guard !blocks.isEmpty else { return (notes, nil) }
    var chapter = Chapter(blocks: blocks)
    if let last, let first = blocks.first?.lines?.first {
      chapter.lines = SourceLines(first, draft.manuscript.lines[last].number)
    }
    return (notes, chapter)
  }

  private func isGapBreak(_ line: Int, _ blocks: [Block]) -> Bool {
    guard draft.gapsAreBreaks, let previous = blocks.last, case .paragraph = previous.content else {
      return false
    }
    return line < draft.storyEnd && line > draft.storyStart
  }

  private func add(_ blocks: [Block], note index: Int, isSame: Bool, to notes: inout [Note]) {
    if isSame, let last = notes.indices.last {
      notes[last].blocks += blocks
      return
    }
    let made = draft.notes[index]
    notes.append(
      Note(kind: made.kind, label: made.label.map { draft.manuscript.string($0) }, blocks: blocks))
  }
}
