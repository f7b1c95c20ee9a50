internal import FanfoldStory

/// The notes of a chapter that stand apart from it, and what stands in their place.
struct NotesApart {
  /// What stands in the chapter before its text: links, or the notes themselves.
  private(set) var before: [Piece] = []
  /// What stands in the chapter after its text.
  private(set) var after: [Piece] = []
  private var notes: [String: NotePiece] = [:]
  private let placement: NotePlacement
  private let name: String
  private let title: String
  /// What the notes that go into the chapter's own files weigh there.
  private(set) var weight = 0

  /// Popups are to be read at a glance, and those of more than 5,000 characters Kobo's readers do not
  /// open (checked 2026-11): a longer note stands in its place.
  private static let popupLimit = 5_000
  /// All popups of a chapter together leave room for its text.
  private static let popupRoom = StoryBinder.fileLimit / 4

  init(
    _ placement: NotePlacement, chapter name: String, title: String, before: [NotePiece],
    after: [NotePiece]
  ) {
    self.placement = placement
    self.name = name
    self.title = title
    self.before = before.enumerated().map { set($1, number: $0 + 1, isBefore: true) }
    self.after = after.enumerated().map {
      set($1, number: before.count + $0 + 1, isBefore: false)
    }
  }

  private mutating func set(_ note: NotePiece, number: Int, isBefore: Bool) -> Piece {
    let noteWeight = Weight().of(.note(note))
    switch placement {
    case .inline, .none: return .note(note)
    case .popup:
      guard noteWeight <= Self.popupLimit, weight + noteWeight <= Self.popupRoom else {
        return .note(note)
      }
      weight += noteWeight + 8 * Weight.ofTags
    case .end: break
    }
    var note = note
    let anchor = NoteAnchor(
      id: "\(name)-note-\(number)", chapter: name, chapterTitle: title, isBefore: isBefore,
      isPopup: placement == .popup)
    note.anchor = anchor
    notes[anchor.id] = note
    return .noteLink(
      NoteLink(
        note: anchor.id, page: nil, heading: note.heading ?? "", isGenerated: note.isGenerated))
  }

  /// The notes that the links in a file lead to, which lead back to it.
  func notes(linkedFrom pieces: [Piece], in file: String) -> [NotePiece] {
    pieces.compactMap { piece in
      guard case .noteLink(let link) = piece, var note = notes[link.note] else { return nil }
      note.anchor?.chapter = file
      return note
    }
  }
}
