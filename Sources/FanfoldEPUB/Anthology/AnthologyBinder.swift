package import FanfoldArchive
internal import FanfoldStory

/// Binds stories into one book: title page, table of the stories, the stories in their sections, indexes, colophon.
package struct AnthologyBinder {
  private let facts: AnthologyFacts
  private let options: BookOptions
  private let stories: [BoundStory]
  private let publication: Publication

  private var sections: [Section] = []
  private var contents: [ContentsEntry] = []
  private var files: [PackedFile] = []
  private var images = BookImages()
  private var survey = AccessibilitySurvey(images: BookImages())
  private var rows: [StoryRow] = []
  private var numbers = (story: 0, passage: 0, division: 0)
  private let digits: Int
  private let entries: [AnthologyEntry]

  /// A binder of those pieces in that order.
  package init(_ entries: [AnthologyEntry], facts: AnthologyFacts, options: BookOptions) {
    self.entries = entries
    self.facts = facts
    self.options = options
    stories = entries.flatMap(\.stories)
    publication = AnthologyMetadata(facts: facts, stories: stories, options: options).publication
    if let introduction = facts.introduction {
      images.add(introduction.blocks, from: introduction.images)
    }
    digits = max(3, String(stories.count).utf8.count)
  }

  /// What the book is called and known by.
  package var name: (title: String, identifier: String) {
    (publication.title, publication.identifier)
  }

  /// The whole `.epub`.
  package func pack() throws(ArchiveError) -> [UInt8] {
    var binder = self
    return try binder.packed()
  }

  private mutating func packed() throws(ArchiveError) -> [UInt8] {
    for entry in entries { contents += add(entry) }
    let front = frontSections
    let back = backSections
    var book = Book(
      metadata: publication, sections: front + sections + back,
      contents: front.compactMap(entry) + contents + back.compactMap(entry), images: images,
      cover: options.cover.flatMap { BookImage(cover: $0.image) }, theme: options.theme)
    survey.add(front + back + sections)
    book.metadata.accessibility = Accessibility(
      survey, language: publication.language, certifier: options.certifier?.plainLine)
    book.hasContentsPage = options.hasContentsPage
    book.isForKobo = options.isForKobo
    book.records = (0..<stories.count).map { folder($0 + 1) }
    return try EPUBPackager.pack(book, with: files)
  }

  private func folder(_ number: Int) -> String {
    "story-" + padded(number)
  }

  private func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

// MARK: - Pieces in order

extension AnthologyBinder {
  /// Puts a piece behind those before and gives its lines of the contents.
  private mutating func add(_ entry: AnthologyEntry) -> [ContentsEntry] {
    switch entry {
    case .story(let story): return [add(story)]
    case .passage(let passage):
      numbers.passage += 1
      return add(passage, name: "\(passage.kind.rawValue)-\(numbers.passage)")
    case .division(let title, let introduction, let entries):
      numbers.division += 1
      let name = "section-\(numbers.division)"
      let section = Section(
        name: name, title: title.plainLine ?? "Section \(numbers.division)", content: .division)
      sections.append(section)
      var line = ContentsEntry(title: section.title, section: name)
      if let introduction {
        line.children += add(introduction, name: "\(name)-introduction")
      }
      for entry in entries { line.children += add(entry) }
      return [line]
    }
  }

  private mutating func add(_ passage: Editorial, name: String) -> [ContentsEntry] {
    let section = Section(name: name, title: passage.title, content: .passage(passage))
    images.add(passage.blocks, from: passage.images)
    sections.append(section)
    return [ContentsEntry(title: section.title, section: name)]
  }

  private mutating func add(_ story: BoundStory) -> ContentsEntry {
    numbers.story += 1
    let folder = folder(numbers.story)
    for page in story.pages {
      let name = "\(folder)/\(page.name)"
      sections.append(Section(name: name, title: page.title, content: .packed))
      var file = page.file
      file.path = "EPUB/" + Layout.href(of: name)
      files.append(file)
    }
    var record = story.record
    record.path = "EPUB/" + Layout.record(of: folder)
    files.append(record)
    images.add(story.images)
    survey.add(story.survey)
    let language =
      story.metadata.language == publication.language ? nil : story.metadata.language
    rows.append(
      StoryRow(
        title: story.metadata.title,
        authors: story.metadata.creators.map(\.name).joined(separator: ", "),
        words: story.metadata.wordCount, section: "\(folder)/\(story.pages[0].name)",
        language: language))
    return story.contents.moved(to: folder, language: language)
  }

}

// MARK: - Pages of the anthology's own

extension AnthologyBinder {
  private var frontSections: [Section] {
    var sections: [Section] = []
    if let cover = options.cover.flatMap({ BookImage(cover: $0.image) }) {
      sections.append(
        Section(
          name: "cover", title: "Cover",
          content: .cover(cover, alternative: "Cover: \(publication.title)")))
    }
    sections.append(
      Section(
        name: "titlepage", title: publication.title,
        content: .titlePage(
          AnthologyMetadata(facts: facts, stories: stories, options: options).titlePage)))
    if let introduction = facts.introduction {
      sections.append(
        Section(
          name: "introduction", title: introduction.title, content: .passage(introduction)))
    }
    if stories.count > 1 {
      sections += pages("stories", "The Stories", rows, \.weight) { .storyTable($0) }
    }
    return sections
  }

  private var backSections: [Section] {
    let indexes = AnthologyIndexes(stories: stories, rows: rows)
    let facts = ColophonPage(options: options, ledger: .init()).facts
    return indexes.all.flatMap { index in
      pages(index.name, index.title, index.entries, \.weight) { .index($0) }
    } + [Section(name: "colophon", title: "Colophon", content: .colophon(facts))]
  }

  /// As many pages as the lines take.
  private func pages<Line>(
    _ name: String, _ title: String, _ lines: [Line], _ weight: KeyPath<Line, Int>,
    _ content: ([Line]) -> Section.Content
  ) -> [Section] {
    var files: [[Line]] = []
    var room = 0
    for line in lines {
      let weight = line[keyPath: weight]
      if files.isEmpty || weight > room {
        files.append([])
        room = StoryBinder.fileLimit
      }
      files[files.count - 1].append(line)
      room -= weight
    }
    return files.enumerated().map { index, lines in
      Section(
        name: index == 0 ? name : "\(name)-\(index + 1)", title: title, content: content(lines))
    }
  }

  /// The line of the contents for a page of the binder's: those that go on from another have none.
  private func entry(_ section: Section) -> ContentsEntry? {
    var entry = ContentsEntry(title: section.title, section: section.name)
    switch section.content {
    case .passage: return entry
    case .storyTable, .index, .colophon:
      entry.isGenerated = true
      return section.name.last.map { $0.isNumber } == true ? nil : entry
    case .cover, .titlePage, .about, .notes, .endnotes, .text, .storyPage, .division, .packed:
      return nil
    }
  }
}

extension ContentsEntry {
  /// The line for the same page in a folder.
  fileprivate func moved(to folder: String, language: String?) -> ContentsEntry {
    var entry = self
    entry.section = "\(folder)/\(section)"
    entry.language = language
    entry.children = children.map { $0.moved(to: folder, language: language) }
    return entry
  }
}
