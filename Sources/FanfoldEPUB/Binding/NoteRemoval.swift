package import FanfoldStory

extension Story {
  /// Takes all notes out of the story; what was in them is in the entries that come back, so that
  /// the account of the story's characters stays closed.
  package mutating func removeNotes() -> [Ledger.Entry] {
    var entries = notesBefore.map(\.omission)
    for index in chapters.indices {
      entries += (chapters[index].notesBefore + chapters[index].notesAfter).map(\.omission)
      chapters[index].notesBefore = []
      chapters[index].notesAfter = []
    }
    entries += notesAfter.map(\.omission)
    notesBefore = []
    notesAfter = []
    ledger.entries += entries
    return entries
  }
}

extension Note {
  fileprivate var omission: Ledger.Entry {
    var text = label.map { $0 + "\n" } ?? ""
    for block in blocks { block.forEachText { text += $0 } }
    let lines = blocks.compactMap(\.lines)
    let span = lines.map(\.first).min().flatMap { first in
      lines.map(\.last).max().map { SourceLines(first, $0) }
    }
    return Ledger.Entry(
      .removed, rule: "notes-unwanted", reason: "a note of the author’s, left out as asked",
      text: text, lines: span)
  }
}
