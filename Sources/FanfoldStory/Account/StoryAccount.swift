/// The account of every character (each one ends up in the text, in the metadata or in the ledger).
public struct StoryAccount: Sendable, Hashable {
  public var input: CharacterTally
  public var text: CharacterTally
  public var ledger: CharacterTally

  /// The account of a story that was read from an input of that tally.
  public init(input: CharacterTally, story: Story) {
    self.input = input
    text = story.textTally
    ledger = CharacterTally()
    for entry in story.ledger.entries { ledger.add(entry.text) }
  }

  /// Whether nothing was lost and nothing invented.
  public var isClosed: Bool {
    var output = text
    output.add(ledger)
    return output == input
  }

  /// How many bytes of characters are missing from the output; negative when there are too many.
  public var missing: Int { input.count - text.count - ledger.count }
}

extension Story {
  /// The characters of everything that is printed as text: headings, chapters and notes.
  public var textTally: CharacterTally {
    var tally = CharacterTally()
    func add(_ notes: [Note]) {
      for note in notes {
        if let label = note.label { tally.add(label) }
        tally.add(note.blocks)
      }
    }
    add(notesBefore)
    for chapter in chapters {
      if let label = chapter.label { tally.add(label) }
      if let title = chapter.title { tally.add(title) }
      add(chapter.notesBefore)
      tally.add(chapter.blocks)
      add(chapter.notesAfter)
    }
    add(notesAfter)
    return tally
  }
}

extension CharacterTally {
  /// Counts the text of blocks; that of paragraphs without a closure for each run, since nearly all text is in them.
  fileprivate mutating func add(_ blocks: [Block]) {
    for block in blocks {
      guard case .paragraph(let inlines) = block.content else {
        block.forEachText { add($0) }
        continue
      }
      for inline in inlines {
        if case .text(let text) = inline { add(text) } else { inline.forEachText { add($0) } }
      }
    }
  }
}
