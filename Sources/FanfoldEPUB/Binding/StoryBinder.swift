public import FanfoldStory

extension Book {
  /// Binds a story: title page, about page, notes, chapters, notes, colophon.
  public init(binding story: Story, options: BookOptions) {
    self = StoryBinder(story: story, options: options).book()
  }

  /// What a book of the story is called and known by, before it is bound.
  package static func name(
    of story: Story, options: BookOptions
  ) -> (title: String, identifier: String) {
    let publication = Publication(of: story, options: options)
    return (publication.title, publication.identifier)
  }
}

/// Makes a book of one story.
struct StoryBinder {
  /// XHTML files stay under 240 KB; this leaves room for what is around the text.
  static let fileLimit = 230_000

  /// The story with its marks set.
  let story: Story
  let options: BookOptions
  private let publication: Publication
  /// The title as the pages show it.
  private let title: String

  init(story: Story, options: BookOptions) {
    self.story = story.typeset(options.typography)
    self.options = options
    publication = Publication(of: story, options: options)
    title = self.story.metadata.title?.plainLine ?? publication.title
  }

  func book() -> Book {
    let before = notes(story.notesBefore, name: "notes-before", title: "Author’s Notes")
    let after = notes(story.notesAfter, name: "notes", title: "Notes")
    let chapters = chapterSections()
    let about = AboutPage(story: story, publication: publication).section
    let colophon = ColophonPage(options: options, ledger: story.ledger).section
    let titlePage = Section(
      name: "titlepage", title: title,
      content: .titlePage(TitlePage(story: story, title: title, publication: publication)))

    let cover = options.cover.flatMap { BookImage(cover: $0.image) }
    var sections = [cover.map(coverSection), titlePage].compactMap { $0 }
    if let about { sections.append(about) }
    sections += before
    sections += chapters.flatMap(\.self)
    sections += after
    sections.append(colophon)

    // EPUB 3.3 §7.4.1: the contents follow the order of the spine.
    var contents = [about, before.first].compactMap { $0 }.map(entry)
    contents += chapterEntries(chapters)
    contents += after.prefix(1).map(entry)
    contents.append(entry(colophon))

    var metadata = publication
    let images = BookImages(of: story)
    metadata.accessibility = Accessibility(sections: sections, images: images)
    return Book(
      metadata: metadata, sections: sections, contents: contents, images: images, cover: cover)
  }

  private func coverSection(_ image: BookImage) -> Section {
    let authors = publication.creators.map(\.name).joined(separator: ", ")
    let words = authors.isEmpty ? publication.title : "\(publication.title), \(authors)"
    return Section(
      name: "cover", title: "Cover", content: .cover(image, alternative: "Cover: \(words)"))
  }

  private func entry(_ section: Section) -> ContentsEntry {
    ContentsEntry(title: section.title, section: section.name)
  }
}

// MARK: - Chapters

extension StoryBinder {
  /// The sections of each chapter: one, or as many as its length asks for.
  ///
  /// A name says what kind of chapter it is and the how manieth of its kind, in three digits or as
  /// many as it takes: so no file has another name because a chapter came behind it, be it the
  /// thousandth, or one of another kind before it. Bookmarks of readers go by these names.
  private func chapterSections() -> [[Section]] {
    let headings = ChapterHeadings(storyTitle: title).headings(of: story.chapters)
    var numbers: [String: Int] = [:]
    return zip(story.chapters, headings).map { chapter, heading in
      let stem = chapter.kind.rawValue
      numbers[stem, default: 0] += 1
      let digits = String(numbers[stem, default: 0])
      let padding = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
      return sections(of: chapter, heading: heading, name: "\(stem)-\(padding)\(digits)")
    }
  }

  private func sections(of chapter: Chapter, heading: Heading, name: String) -> [Section] {
    let pieces =
      notePieces(chapter.notesBefore) + chapter.blocks.filter { $0.isVisible }.map { .block($0) }
      + notePieces(chapter.notesAfter)
    let limit = Self.fileLimit - Weight().of(heading.line) * 3 - Weight().of(title)
    let files = PieceSplitter(limit: max(4096, limit)).files(of: pieces)
    return files.enumerated().map { index, pieces in
      Section(
        name: index == 0 ? name : "\(name)-\(index + 1)", title: heading.line,
        content: .text(
          TextSection(
            kind: chapter.kind, heading: index == 0 ? heading : nil, pieces: pieces)))
    }
  }

  /// The chapters' lines of the contents; those after a part stand under it.
  private func chapterEntries(_ chapters: [[Section]]) -> [ContentsEntry] {
    var entries: [ContentsEntry] = []
    var isInPart = false
    for (chapter, sections) in zip(story.chapters, chapters) {
      guard let section = sections.first else { continue }
      switch chapter.kind {
      case .part, .preface, .afterword:
        isInPart = chapter.kind == .part
        entries.append(entry(section))
      case .chapter, .prologue, .epilogue, .interlude:
        if isInPart {
          entries[entries.count - 1].children.append(entry(section))
        } else {
          entries.append(entry(section))
        }
      }
    }
    return entries
  }
}

// MARK: - Notes

extension StoryBinder {
  /// The pages of the notes on the story as a whole; none when there is nothing to see.
  private func notes(_ notes: [Note], name: String, title: String) -> [Section] {
    var pieces = notePieces(notes)
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

  private func notePieces(_ notes: [Note]) -> [Piece] {
    notes.compactMap { note in
      let blocks = note.blocks.filter { $0.isVisible }
      let label = note.label?.plainLine
      guard label != nil || !blocks.isEmpty else { return nil }
      return .note(
        NotePiece(
          kind: note.kind, heading: label ?? Self.heading(of: note.kind),
          isGenerated: label == nil, blocks: blocks))
    }
  }

  private static func heading(of kind: Note.Kind) -> String {
    switch kind {
    case .authorsNote: "Author’s Note"
    case .disclaimer: "Disclaimer"
    case .dedication: "Dedication"
    case .thanks: "Thanks"
    case .archiving: "Archiving"
    case .spoilers: "Spoilers"
    case .challenge: "Challenge"
    case .summary: "Summary"
    case .ending, .other: "Note"
    }
  }
}

extension Block {
  /// Whether there is anything to see; a blank paragraph makes no element of the book.
  var isVisible: Bool {
    if case .sceneBreak = content { return true }
    var isVisible = false
    forEachText { if !isVisible { isVisible = $0.hasVisibleCharacter } }
    if !isVisible { forEachImage { _ in isVisible = true } }
    return isVisible
  }
}

extension [Inline] {
  /// Whether there is anything to see.
  var isVisible: Bool {
    var isVisible = false
    for inline in self where !isVisible {
      inline.forEachText { if !isVisible { isVisible = $0.hasPrintedCharacter } }
      inline.forEachImage { _ in isVisible = true }
    }
    return isVisible
  }
}

extension String {
  /// Whether something is left of it in ``plainLine``.
  fileprivate var hasPrintedCharacter: Bool {
    unicodeScalars.contains { scalar in
      if scalar.isASCII { return scalar.value > 0x20 && scalar.value != 0x7F }
      let category = scalar.properties.generalCategory
      return !scalar.properties.isWhitespace && category != .control && category != .format
    }
  }

  fileprivate var hasVisibleCharacter: Bool {
    unicodeScalars.contains { scalar in
      scalar.value > 0x20 && (scalar.value < 0x7F || !scalar.properties.isWhitespace)
    }
  }
}
