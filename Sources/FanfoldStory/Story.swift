/// One work of fan fiction as a careful reader understands it: what it is called, who wrote it, its
/// chapters, its notes. It holds no markup and nothing of EPUB: readers make it from any format, the
/// binder turns it into a book.
public struct Story: Sendable, Hashable, Codable {
  /// What a library would file the story under.
  public var metadata: StoryMetadata
  /// The author's words before the first chapter: a dedication, a disclaimer, thanks.
  public var notesBefore: [Note]
  /// The chapters in reading order. A story without chapters has one, with neither label nor title.
  public var chapters: [Chapter]
  /// The author's words after the last chapter.
  public var notesAfter: [Note]
  /// The pictures that the text refers to, each once, in the order in which they come.
  public var images: [StoryImage]
  /// The cover that the source has; `nil` when it has none.
  public var cover: StoryImage?
  /// Everything of the input that is not in the text above, and why.
  public var ledger: Ledger

  /// A story of the given parts; all but the chapters may be empty.
  public init(
    metadata: StoryMetadata = StoryMetadata(), notesBefore: [Note] = [], chapters: [Chapter],
    notesAfter: [Note] = [], images: [StoryImage] = [], cover: StoryImage? = nil,
    ledger: Ledger = Ledger()
  ) {
    self.metadata = metadata
    self.notesBefore = notesBefore
    self.chapters = chapters
    self.notesAfter = notesAfter
    self.images = images
    self.cover = cover
    self.ledger = ledger
  }

  /// The words of the chapters, notes left out, counted as a word processor counts them.
  public var wordCount: Int { chapters.reduce(0) { $0 + $1.wordCount } }
}

extension Story {
  /// Calls `body` with the blocks of chapters and notes in reading order.
  public func forEachBlock(_ body: (Block) -> Void) {
    func visit(_ notes: [Note]) { for note in notes { note.blocks.forEach(body) } }
    visit(notesBefore)
    for chapter in chapters {
      visit(chapter.notesBefore)
      chapter.blocks.forEach(body)
      visit(chapter.notesAfter)
    }
    visit(notesAfter)
  }
}
