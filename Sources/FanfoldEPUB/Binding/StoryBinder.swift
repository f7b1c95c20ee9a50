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

// MARK: - Notes

extension StoryBinder {
  /// The pages of the notes on the story as a whole; none when there is nothing to see.
  private func notes(_ notes: [Note], name: String, title: String) -> [Section] {
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
  private func endnotes(
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

  private func notePieces(_ notes: [Note]) -> [NotePiece] {
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

extension Block {
  /// Whether there is anything to see; a blank paragraph makes no element of the book.
  var isVisible: Bool {
    if case .sceneBreak = content { return true }
    // Nearly all begin with a letter or a quotation mark.
    if let first = openingLine?.openingRun?.utf8.first, (0x21...0x7E).contains(first) {
      return true
    }
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
