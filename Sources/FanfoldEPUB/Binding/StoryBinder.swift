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
    let publication = Publication(of: story, options: options, isCounted: false)
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
    var typeset = story.typeset(options.typography)
    if options.notes == .none { _ = typeset.removeNotes() }
    self.story = typeset
    self.options = options
    publication = Publication(of: story, options: options)
    title = self.story.metadata.title?.plainLine ?? publication.title
  }

  func book() -> Book {
    let about = AboutPage(story: story, publication: publication).section
    let colophon = ColophonPage(options: options, ledger: story.ledger).section
    let titlePage = Section(
      name: "titlepage", title: title,
      content: .titlePage(TitlePage(story: story, title: title, publication: publication)))
    let cover = options.cover.flatMap { BookImage(cover: $0.image) }
    let body = body()
    let front = [cover.map(coverSection), titlePage, about].compactMap { $0 }
    var book = book(
      of: front + body.sections + [colophon],
      // EPUB 3.3 §7.4.1: the contents follow the order of the spine.
      contents: [about].compactMap { $0 }.map(generatedEntry) + body.contents
        + [generatedEntry(colophon)])
    book.cover = cover
    return book
  }

  /// The story as a part of an anthology: behind its own title page, which says all that is known about it.
  func part(cover image: BookImage?, introduction: Editorial?) -> Book {
    let page = Section(
      name: "story", title: title,
      content: .storyPage(
        StoryPage(
          titlePage: TitlePage(story: story, title: title, publication: publication),
          facts: AboutPage(story: story, publication: publication).facts + origin, cover: image,
          language: publication.language, isRightToLeft: publication.isRightToLeft)))
    let introduction = introduction.map { passage in
      Section(name: "introduction", title: passage.title, content: .passage(passage))
    }
    let body = body()
    var contents = entry(page)
    // A story of one chapter is one line.
    if story.chapters.count > 1 { contents.children = body.contents }
    var book = book(
      of: [page] + [introduction].compactMap { $0 } + body.sections, contents: [contents])
    book.isPart = true
    return book
  }

  /// The story's files, and what of them is not in the book.
  private var origin: [Fact] {
    var options = options
    // The maker of the book is named once, in its colophon.
    options.generator = ""
    return ColophonPage(options: options, ledger: story.ledger).facts
  }

  private func book(of sections: [Section], contents: [ContentsEntry]) -> Book {
    var metadata = publication
    let images = BookImages(of: story)
    metadata.accessibility = Accessibility(
      sections: sections, images: images, language: metadata.language,
      certifier: options.certifier?.plainLine)
    var book = Book(
      metadata: metadata, sections: sections, contents: contents, images: images,
      theme: options.theme)
    book.hasContentsPage = options.hasContentsPage
    book.isForKobo = options.isForKobo
    book.hasInitials = options.hasInitials
    return book
  }

  /// The story's own pages and their lines of the contents.
  private func body() -> (sections: [Section], contents: [ContentsEntry]) {
    let before = notes(story.notesBefore, name: "notes-before", title: "Author’s Notes")
    let after = notes(story.notesAfter, name: "notes", title: "Notes")
    var notesApart: [NotePiece] = []
    var chapters = chapterSections(notesApart: &notesApart)
    let endnotes = endnotes(notesApart, linkedFrom: &chapters)
    var sections: [Section] = []
    // At the end are also the notes that would stand before the first chapter.
    let isAtEnd = options.notes == .end
    if !isAtEnd { sections += before }
    sections += chapters.flatMap(\.self)
    if isAtEnd { sections += before }
    sections += endnotes + after

    var contents: [ContentsEntry] = []
    if !isAtEnd { contents += before.prefix(1).map(generatedEntry) }
    contents += chapterEntries(chapters)
    if isAtEnd { contents += before.prefix(1).map(generatedEntry) }
    contents += (endnotes.prefix(1) + after.prefix(1)).map(generatedEntry)
    return (sections, contents)
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

  /// An entry for a page that the binder named, in its own language.
  private func generatedEntry(_ section: Section) -> ContentsEntry {
    var entry = entry(section)
    entry.isGenerated = true
    return entry
  }
}

// MARK: - Chapters

extension StoryBinder {
  /// The sections of each chapter: one, or as many as its length asks for.
  ///
  /// A name says what kind of chapter it is and the how manieth of its kind, in three digits or as
  /// many as it takes: so no file has another name because a chapter came behind it, be it the
  /// thousandth, or one of another kind before it. Bookmarks of readers go by these names.
  private func chapterSections(notesApart: inout [NotePiece]) -> [[Section]] {
    let headings = ChapterHeadings(storyTitle: title).headings(of: story.chapters)
    var numbers: [String: Int] = [:]
    return zip(story.chapters, headings).map { chapter, heading in
      let stem = chapter.kind.rawValue
      numbers[stem, default: 0] += 1
      let digits = String(numbers[stem, default: 0])
      let padding = String(repeating: "0", count: max(0, 3 - digits.utf8.count))
      return sections(
        of: chapter, heading: heading, name: "\(stem)-\(padding)\(digits)",
        notesApart: &notesApart)
    }
  }

  /// - Parameter notesApart: Where the notes go that are to stand behind the story.
  private func sections(
    of chapter: Chapter, heading: Heading, name: String, notesApart: inout [NotePiece]
  ) -> [Section] {
    let apart = NotesApart(
      options.notes, chapter: name, title: heading.line,
      before: notePieces(chapter.notesBefore), after: notePieces(chapter.notesAfter))
    var pieces = apart.before
    pieces.reserveCapacity(pieces.count + chapter.blocks.count + apart.after.count)
    for block in chapter.blocks where block.isVisible { pieces.append(.block(block)) }
    pieces += apart.after
    let limit = Self.fileLimit - Weight().of(heading.line) * 3 - Weight().of(title) - apart.weight
    let files = PieceSplitter(limit: max(4096, limit)).files(of: pieces)
    var sections: [Section] = []
    for (index, pieces) in files.enumerated() {
      let file = index == 0 ? name : "\(name)-\(index + 1)"
      let notes = apart.notes(linkedFrom: pieces, in: file)
      let isHere = options.notes == .popup
      if !isHere { notesApart += notes }
      sections.append(
        Section(
          name: file, title: heading.line,
          content: .text(
            TextSection(
              kind: chapter.kind, heading: index == 0 ? heading : nil,
              pieces: pieces + (isHere ? notes.map { .note($0) } : [])))))
    }
    return sections
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
