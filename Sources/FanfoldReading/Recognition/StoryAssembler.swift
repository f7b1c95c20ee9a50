internal import FanfoldStory

/// Makes the story out of a draft in which every line has found its place.
struct StoryAssembler {
  private let draft: Draft
  private let headings: [ChapterOutline.Heading]
  /// The lines of headings that take them.
  private let headingLines: HeadingLines
  private let composer: TextComposer
  private let nesting: BlockNesting

  init(_ draft: Draft, headings: [ChapterOutline.Heading]) {
    self.draft = draft
    self.headings = headings
    headingLines = HeadingLines(headings.filter(\.takesLine), lineCount: draft.fates.count)
    composer = TextComposer(draft.manuscript)
    nesting = BlockNesting(draft.manuscript)
  }

  func story() -> Story {
    var story = Story(metadata: draft.metadata, chapters: [], ledger: draft.ledger)
    story.cover = draft.manuscript.cover
    enterLostLabels(&story.ledger)
    let firstHeading = headings.first?.line ?? draft.fates.count
    let opening = Section(lines: 0..<firstHeading, heading: nil)
    var marks: [UInt8] = []
    let (front, openingChapter) = assemble(opening, &marks)
    story.notesBefore = front.before
    var frontispiece: [Block] = []
    if let chapter = openingChapter, !headings.isEmpty, chapter.isPictures {
      // Pictures over the first heading belong to what is below it.
      frontispiece = chapter.blocks
      story.notesBefore += front.after
    } else if var chapter = openingChapter {
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
      if index == 0 { made.blocks = frontispiece + made.blocks }
      made.notesBefore = notes.before
      made.notesAfter = notes.after
      story.chapters.append(made)
    }
    if let last = story.chapters.indices.last, headings.isEmpty {
      story.notesAfter = story.chapters[last].notesAfter
      story.chapters[last].notesAfter = []
    }
    story.images = shown(draft.manuscript.images, in: story)
    if !marks.isEmpty {
      story.ledger.entries.append(
        .init(
          .markup, rule: "emphasis", reason: "marks of emphasis",
          text: String(decoding: marks, as: UTF8.self),
          lines: nil))
    }
    return story
  }

  /// The pictures that stand in the text; the lines of others have become something else.
  private func shown(_ images: [StoryImage], in story: Story) -> [StoryImage] {
    guard !images.isEmpty else { return [] }
    var ids: Set<String> = []
    story.forEachBlock { $0.forEachImage { ids.insert($0.id) } }
    return images.filter { ids.contains($0.id) }
  }

  /// The label of a note that lost its lines to other findings is all there is of it.
  private func enterLostLabels(_ ledger: inout Ledger) {
    guard draft.notes.contains(where: { $0.label != nil }) else { return }
    var kept: Set<Int> = []
    for line in draft.fates.indices {
      guard case .note(let index) = draft.fates[line], !headingLines.contains(line) else {
        continue
      }
      kept.insert(Int(index))
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
    let used = [heading.label, heading.title].compactMap { $0 }.sorted {
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
  }

  private func enter(_ range: Range<Int>, _ line: Int, _ ledger: inout Ledger) {
    guard !range.isEmpty else { return }
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
    var notes: (before: [NoteText], after: [NoteText]) = ([], [])
    var leaves = BlockNesting.Leaves()
    var last: Int?
    var noteIndex: Int?
    let sources = draft.manuscript.blocks(overlapping: section.lines)
    leaves.reserve(sources.count)
    for block in sources {
      var lines = block.lines.clamped(to: section.lines)
      while let first = lines.first {
        let fate = fate(first)
        var end = first + 1
        while end < lines.upperBound, self.fate(end) == fate { end += 1 }
        let run = first..<end
        lines = end..<lines.upperBound
        switch fate {
        case .taken:
          noteIndex = nil
        case .note(let index):
          let index = Int(index)
          let made = self.leaves(run, of: block, &marks)
          let isSame = noteIndex == index
          if leaves.blocks.isEmpty {
            add(made, note: index, isSame: isSame, to: &notes.before)
          } else {
            add(made, note: index, isSame: isSame, to: &notes.after)
          }
          noteIndex = index
          continue
        case .ending:
          notes.after.append(
            NoteText(
              note: Note(kind: .ending, blocks: []), leaves: self.leaves(run, of: block, &marks)))
        case .sceneBreak(let label):
          for line in run {
            let made = composer.sceneBreak(line, label: label?.range, draft)
            leaves.append(made, in: nesting.path(ofBreakIn: block))
          }
        case .subheading:
          for line in run {
            leaves.append(composer.subheading(line, draft), in: nesting.path(of: block))
          }
        case .text, .kept, .apart:
          if block.followsGap, first == block.lines.lowerBound, isGapBreak(first, leaves) {
            leaves.append(Block(.sceneBreak(label: [])), in: [])
          }
          if let made = composer.block(run, of: block, draft, &marks) {
            leaves.append(made, in: nesting.path(of: block))
          }
        }
        last = end - 1
        noteIndex = nil
      }
    }
    let made = (notes.before.map(note), notes.after.map(note))
    guard let start = leaves.blocks.first else { return (made, nil) }
    var chapter = Chapter(blocks: nesting.nest(leaves))
    if let last, let first = start.lines?.first {
      chapter.lines = SourceLines(first, draft.manuscript.lines[last].number)
    }
    return (made, chapter)
  }

  /// What has become of a line; the words of a heading are in its chapter already.
  private func fate(_ line: Int) -> Draft.Fate {
    headingLines.contains(line) ? .taken : draft.fates[line]
  }

  private func leaves(
    _ lines: Range<Int>, of block: Manuscript.Block, _ marks: inout [UInt8]
  ) -> [BlockNesting.Leaf] {
    guard let made = composer.block(lines, of: block, draft, &marks) else { return [] }
    return [nesting.leaf(made, in: block)]
  }

  private func isGapBreak(_ line: Int, _ leaves: BlockNesting.Leaves) -> Bool {
    guard draft.gapsAreBreaks, case .paragraph = leaves.lastFree?.content else { return false }
    return line < draft.storyEnd && line > draft.storyStart
  }

  /// A note and its text, which is not put together yet.
  private struct NoteText {
    var note: Note
    var leaves: [BlockNesting.Leaf]
  }

  private func add(
    _ leaves: [BlockNesting.Leaf], note index: Int, isSame: Bool, to notes: inout [NoteText]
  ) {
    if isSame, let last = notes.indices.last {
      notes[last].leaves += leaves
      return
    }
    let made = draft.notes[index]
    let label = made.label.map { draft.manuscript.string($0) }
    notes.append(NoteText(note: Note(kind: made.kind, label: label, blocks: []), leaves: leaves))
  }

  private func note(_ text: NoteText) -> Note {
    var note = text.note
    note.blocks = nesting.nest(text.leaves)
    return note
  }
}

extension Chapter {
  /// Whether there is nothing in it but pictures.
  fileprivate var isPictures: Bool {
    notesBefore.isEmpty
      && blocks.allSatisfy { if case .figure = $0.content { true } else { false } }
  }
}
