internal import FanfoldStory

/// Finds files that hold the same text as an earlier one, as happens when a chapter is saved twice. Their text goes
/// into the ledger instead of a second time into the book.
struct DoubledParts {
  private(set) var parts: [StoryPart]
  private(set) var remarks: [Conversion.Remark] = []

  init(_ parts: [StoryPart]) {
    self.parts = parts
    guard parts.count > 1 else { return }
    var first: [CharacterTally: Int] = [:]
    for (index, part) in parts.enumerated() {
      let tally = part.story.textTally
      guard let other = first[tally], Self.words(part.story) == Self.words(parts[other].story)
      else {
        first[tally] = first[tally] ?? index
        continue
      }
      remarks.append(
        .init(
          file: part.input.name,
          text: "it has the same text as '\(parts[other].input.name)', which is in the book"))
      self.parts[index].story = Self.emptied(part.story, double: parts[other].input.name)
    }
  }

  /// The story without its text, which is in the ledger.
  private static func emptied(_ story: Story, double other: String) -> Story {
    let lines = story.chapters.compactMap(\.lines)
    let place = lines.first.map { first in
      SourceLines(first.first, max(first.last, lines.last?.last ?? 0))
    }
    var emptied = Story(chapters: [])
    emptied.ledger = story.ledger
    emptied.ledger.entries.append(
      .init(
        .removed, rule: "doubled-part", reason: "the same text as '\(other)'", text: words(story),
        lines: place))
    return emptied
  }

  /// All that is printed of a story.
  private static func words(_ story: Story) -> String {
    var text = ""
    func add(_ notes: [Note]) {
      for note in notes {
        if let label = note.label { text += label + "\n" }
        for block in note.blocks { block.forEachText { text += $0 } }
      }
    }
    add(story.notesBefore)
    for chapter in story.chapters {
      if let heading = chapter.label { text += heading + "\n" }
      if let title = chapter.title { text += title + "\n" }
      add(chapter.notesBefore)
      for block in chapter.blocks { block.forEachText { text += $0 } }
      add(chapter.notesAfter)
    }
    add(story.notesAfter)
    return text
  }
}
