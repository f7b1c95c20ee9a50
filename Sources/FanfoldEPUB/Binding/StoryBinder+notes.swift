internal import FanfoldStory

extension StoryBinder {
  /// The pages of the notes on the story as a whole; none when there is nothing to see.
  func notes(_ notes: [Note], name: String, title: String) -> [Section] {
    var pieces: [Piece] = notePieces(notes).map { .note($0) }
    guard !pieces.isEmpty else { return [] }
    if pieces.count == 1, notes.count == 1, notes[0].label == nil,
      case .note(var note) = pieces[0]
    {
      // One note is what the page is about; it needs no heading besides the page's.
      note.heading = nil
      pieces = [.note(note)]
    }
    return PieceSplitter(limit: Self.fileLimit - 2 * Weight().of(title)).files(
      of: pieces
    )
    .enumerated().map { index, pieces in
      Section(
        name: index == 0 ? name : "\(name)-\(index + 1)", title: title, content: .notes(pieces))
    }
  }

  /// The pages of the chapters' notes; the links in the chapters now lead to them.
  func endnotes(
    _ notes: [NotePiece], linkedFrom chapters: inout [[Section]]
  ) -> [Section] {
    guard !notes.isEmpty else { return [] }
    let title = "Notes on the Chapters"
    let files = PieceSplitter(limit: Self.fileLimit).files(of: notes.map { .note($0) })
    var pages: [String: String] = [:]
    let sections = files.enumerated().map { index, pieces in
      let name = index == 0 ? "endnotes" : "endnotes-\(index + 1)"
      for case .note(let note) in pieces {
        if let id = note.anchor?.id, note.heading != nil { pages[id] = name }
      }
      return Section(name: name, title: title, content: .endnotes(pieces))
    }
    for chapter in chapters.indices {
      for file in chapters[chapter].indices { chapters[chapter][file].link(to: pages) }
    }
    return sections
  }

  func notePieces(_ notes: [Note]) -> [NotePiece] {
    notes.compactMap { note in
      let blocks = note.blocks.filter { $0.isVisible }
      let label = note.label?.plainLine
      guard label != nil || !blocks.isEmpty else { return nil }
      return NotePiece(
        kind: note.kind, heading: label ?? note.kind.heading,
        isGenerated: label == nil, blocks: blocks)
    }
  }
}

extension Section {
  /// Leads the links to notes to the pages that have them.
  fileprivate mutating func link(to pages: [String: String]) {
    guard case .text(var text) = content else { return }
    for index in text.pieces.indices {
      guard case .noteLink(var link) = text.pieces[index], let page = pages[link.note] else {
        continue
      }
      link.page = page
      text.pieces[index] = .noteLink(link)
    }
    content = .text(text)
  }
}
