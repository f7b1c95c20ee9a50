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
    // Spans lend their elements, arrays count who holds them.
    let blocks = blocks.span
    for index in blocks.indices {
      guard case .paragraph(let inlines) = blocks[index].content else {
        blocks[index].forEachText { add($0) }
        continue
      }
      let line = inlines.span
      for place in line.indices {
        guard case .text(let text) = line[place] else {
          line[place].forEachText { add($0) }
          continue
        }
        add(text)
      }
    }
  }
}
