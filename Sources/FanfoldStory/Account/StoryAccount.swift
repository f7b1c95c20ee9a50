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
        for block in note.blocks { block.forEachText { tally.add($0) } }
      }
    }
    add(notesBefore)
    for chapter in chapters {
      if let label = chapter.label { tally.add(label) }
      if let title = chapter.title { tally.add(title) }
      add(chapter.notesBefore)
      for block in chapter.blocks { block.forEachText { tally.add($0) } }
      add(chapter.notesAfter)
    }
    add(notesAfter)
    return tally
  }
}
