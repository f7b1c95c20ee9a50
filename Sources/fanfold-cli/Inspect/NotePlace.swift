import Fanfold

/// A note with the place it has in the story and in its file.
struct NotePlace {
  let note: Note
  /// The index of the chapter it belongs to; `nil` for notes around the whole story.
  let chapter: Int?
  let file: String?

  /// All notes of a story, in reading order.
  static func all(in inspection: Inspection) -> [NotePlace] {
    let story = inspection.story
    var places = story.notesBefore.map {
      NotePlace(note: $0, chapter: nil, file: inspection.parts.first?.file)
    }
    for index in story.chapters.indices {
      let file = inspection.file(ofChapter: index)
      let chapter = story.chapters[index]
      places += (chapter.notesBefore + chapter.notesAfter).map {
        NotePlace(note: $0, chapter: index, file: file)
      }
    }
    let last = story.chapters.indices.last.flatMap { inspection.file(ofChapter: $0) }
    return places + story.notesAfter.map { NotePlace(note: $0, chapter: nil, file: last) }
  }

  /// The note's lines, when its file has lines.
  var lines: SourceLines? {
    let lines = note.blocks.compactMap(\.lines)
    guard let first = lines.first, let last = lines.last else { return nil }
    return SourceLines(first.first, last.last)
  }

  /// The words, its label left out.
  var text: String {
    var text = ""
    for block in note.blocks { block.forEachText { text += $0 } }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// What the author calls the note, or what it is.
  var name: String { note.label ?? note.kind.heading }
}

extension Inspection {
  /// The file a chapter is in.
  func file(ofChapter index: Int) -> String? {
    parts.first { $0.chapters.contains(index) }?.file
  }
}

extension Chapter {
  /// How many pictures the text shows.
  var pictureCount: Int {
    var count = 0
    for block in blocks { block.forEachImage { _ in count += 1 } }
    return count
  }

  /// How many tables the text has.
  var tableCount: Int {
    blocks.count { block in
      if case .table = block.content { true } else { false }
    }
  }

  /// How many changes of scene the text has.
  var sceneBreakCount: Int {
    blocks.count { block in
      if case .sceneBreak = block.content { true } else { false }
    }
  }
}
