import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("Binding a story")
struct BookTests {
  @Test("the identifier is the UUID of the story's one address")
  func sourceIdentifier() {
    var story = story(chapters: [Chapter(blocks: [])])
    story.metadata.source = " https://www.example.com/ "
    // The same as Python's uuid.uuid5(uuid.NAMESPACE_URL, "https://example.com/").
    #expect(book(story).identifier == "urn:uuid:dd2c1780-811a-5296-81c5-178a0ef488bc")
  }

  @Test("without a source, title and authors identify a story, whatever is in it")
  func titleIdentifier() {
    var first = story(chapters: [Chapter(blocks: [Samples.paragraph("One.")])])
    first.metadata.authors = [Author("A")]
    var second = first
    second.chapters.append(Chapter(blocks: [Samples.paragraph("Two.")]))
    #expect(book(first).identifier == book(second).identifier)
    second.metadata.authors = [Author("B")]
    #expect(book(first).identifier != book(second).identifier)
  }

  @Test("stories without title or author are told apart by their first words")
  func openingIdentifier() {
    let stories = ["One.", "Two."].map {
      Story(chapters: [Chapter(blocks: [Samples.paragraph($0)])])
    }
    #expect(book(stories[0]).identifier != book(stories[1]).identifier)
  }

  @Test("every chapter has an entry in the contents, named as well as may be")
  func headings() {
    let text = [Samples.paragraph("Text.")]
    #expect(contents([Chapter(blocks: text)]) == ["Story"])
    #expect(
      contents([Chapter(blocks: text), Chapter(blocks: text)]) == ["Chapter 1", "Chapter 2"])
    #expect(
      contents([
        Chapter(blocks: text), Chapter(label: "1", title: " The\nStart ", blocks: text),
        Chapter(kind: .epilogue, title: "\u{200B}", blocks: text),
      ]) == ["Story", "1: The Start", "Epilogue"])
  }

  @Test("no file is called otherwise because a chapter came behind it, or one of another kind")
  func names() {
    func names(_ kinds: [Chapter.Kind]) -> [String] {
      book(story(chapters: kinds.map { Chapter(kind: $0, blocks: []) })).sections.map(\.name)
        .filter { $0.contains("-") }
    }
    #expect(names([.chapter, .chapter]) == ["chapter-001", "chapter-002"])
    #expect(
      names([.prologue, .chapter, .interlude, .chapter, .part, .chapter, .epilogue]) == [
        "prologue-001", "chapter-001", "interlude-001", "chapter-002", "part-001", "chapter-003",
        "epilogue-001",
      ])
    let thousand = names(Array(repeating: .chapter, count: 1000))
    #expect(thousand.dropLast() == names(Array(repeating: .chapter, count: 999))[...])
    #expect(thousand.last == "chapter-1000")
  }

  @Test("chapters stand under the part before them")
  func parts() {
    let book = book(
      story(chapters: [
        Chapter(kind: .preface, title: "Preface", blocks: []),
        Chapter(kind: .part, label: "Part I", blocks: []), Chapter(title: "a", blocks: []),
        Chapter(title: "b", blocks: []), Chapter(kind: .part, label: "Part II", blocks: []),
        Chapter(title: "c", blocks: []), Chapter(kind: .afterword, title: "Afterword", blocks: []),
      ]))
    #expect(
      book.contents.map { [$0.title] + $0.children.map(\.title) } == [
        ["Preface"], ["Part I", "a", "b"], ["Part II", "c"], ["Afterword"], ["Colophon"],
      ])
  }

  @Test("a chapter too long for a file goes on in the next, and no letter is lost")
  func longChapter() throws {
    let paragraphs = (0..<2000).map {
      "Paragraph \($0) " + String(repeating: "is & was ", count: 40)
    }
    let book = book(story(chapters: [Chapter(blocks: paragraphs.map(Samples.paragraph))]))
    let files = EPUBPackager.files(of: book).filter { $0.path.contains("chapter") }
    #expect(files.count > 4)
    #expect(files[1].path == "EPUB/text/chapter-001-2.xhtml")
    #expect(files.allSatisfy { $0.bytes.count <= 240_000 })
    #expect(book.contents.map(\.title) == ["Story", "Colophon"])
    #expect(text(of: book) == paragraphs.joined())
    try TestFiles.keep(try EPUBPackager.pack(book), as: "long-chapter")
  }

  @Test(
    "a block too long for a file is cut",
    arguments: [
      Block.Content.paragraph([.emphasis([.text(GiantText.words)])]),
      .paragraph([.text(GiantText.unbroken)]), .preformatted(GiantText.words),
      .lines([[.text(GiantText.words)], [.text(GiantText.unbroken)]]),
      .quotation([Samples.paragraph("a"), Samples.paragraph(GiantText.words)]),
      .list(
        ordered: false, items: [[Samples.paragraph(GiantText.words)], [Samples.paragraph("b")]]),
      .sceneBreak(label: [.text(GiantText.words)]), .subheading([.code(GiantText.unbroken)]),
      .table(GiantText.table),
      .table(Table(rows: [[Table.Cell([Samples.paragraph("a")]), GiantText.cell]])),
      .figure(
        [.image(ImageReference("none", alternative: GiantText.words))],
        caption: [.text(GiantText.unbroken)]),
      .spoiler(summary: [.text(GiantText.words)], [Samples.paragraph(GiantText.unbroken)]),
      .paragraph([
        .ruby([.text(GiantText.words)], reading: [.text(GiantText.unbroken)]),
        .language("fr", [.small([.text(GiantText.words)])]),
        .abbreviation([.text("a")], meaning: GiantText.words),
      ]),
    ])
  func giantBlock(content: Block.Content) {
    let block = Block(content)
    let note = Note(label: "A/N", blocks: [block])
    let book = book(
      Story(chapters: [Chapter(notesBefore: [note], blocks: [block])], notesAfter: [note]))
    #expect(EPUBPackager.files(of: book).allSatisfy { $0.bytes.count <= 240_000 })
    var whole = ""
    block.forEachText { if $0 != "\n" { whole += $0 } }
    #expect(text(of: book) == whole + whole + whole)
  }

  @Test("the numbers of a list go on where it is cut, and an item that is cut keeps its own")
  func cutList() {
    let items = [1_000, 300_000, 1_000].map {
      [Samples.paragraph(String(repeating: "a ", count: $0 / 2))]
    }
    let book = book(
      Story(chapters: [Chapter(blocks: [Block(.list(ordered: true, items: items, start: 7))])]))
    let starts = book.sections.flatMap { section -> [Int] in
      guard case .text(let text) = section.content else { return [] }
      return text.pieces.compactMap { piece in
        if case .block(let block) = piece, case .list(_, _, let start) = block.content {
          start
        } else {
          nil
        }
      }
    }
    #expect(starts == [7, 8, 8])
  }

  @Test("pictures are packed once each, those that no reading system shows not at all")
  func images() throws {
    let good = StoryImage(bytes: TestImages.png, mediaType: "image/gif")
    let unused = StoryImage(bytes: TestImages.gif, mediaType: "image/gif")
    let bad = StoryImage(bytes: Array("BM".utf8), mediaType: "image/png")
    let text = [good, bad, good].map { Inline.image(ImageReference($0.id, alternative: "a <b>")) }
    var story = story(chapters: [Chapter(blocks: [Block(.paragraph(text))])])
    story.images = [good, good, unused, bad]
    let files = EPUBPackager.files(of: book(story)).filter { $0.path.contains("images/") }
    #expect(
      files == [
        ContainerFile(path: "EPUB/images/\(good.id).png", bytes: TestImages.png, storage: .stored)
      ])
    let page = EPUBPackager.files(of: book(story)).first { $0.path.contains("chapter-001") }
    let markup = String(decoding: page?.bytes ?? [], as: UTF8.self)
    #expect(
      markup.contains(
        #"<img src="../images/\#(good.id).png" alt="a &lt;b&gt;" width="4" height="3"/>a &lt;b&gt;<img"#
      ))
  }

  @Test(
    "what the book says about its pictures is what is so",
    arguments: [
      ([], ["textual"], ["textual"], false), (["map"], ["textual", "visual"], ["textual"], true),
      (["map", " "], ["textual", "visual"], ["textual,visual"], false),
    ])
  func accessibility(
    alternatives: [String], modes: [String], sufficient: [String], isDescribed: Bool
  ) {
    let image = StoryImage(bytes: TestImages.png, mediaType: "image/png")
    let pictures = alternatives.map { Inline.image(ImageReference(image.id, alternative: $0)) }
    var story = story(chapters: [Chapter(blocks: [Block(.figure(pictures, caption: []))])])
    story.images = [image]
    let accessibility = book(story).metadata.accessibility
    #expect(accessibility.modes == modes)
    #expect(accessibility.sufficientModes == sufficient)
    #expect(accessibility.features.contains("alternativeText") == isDescribed)
    #expect(accessibility.hazards == ["none"])
  }

  private func story(chapters: [Chapter]) -> Story {
    var story = Story(chapters: chapters)
    story.metadata.title = "Story"
    return story
  }

  private func book(_ story: Story) -> Book {
    Book(binding: story, options: BookOptions(modified: 0))
  }

  private func contents(_ chapters: [Chapter]) -> [String] {
    book(story(chapters: chapters)).contents.dropLast().map(\.title)
  }

  /// The text of the book's blocks, without the line ends that stand for the ends of blocks.
  private func text(of book: Book) -> String {
    var text = ""
    func add(_ block: Block) { block.forEachText { if $0 != "\n" { text += $0 } } }
    func add(_ pieces: [Piece]) {
      for piece in pieces {
        switch piece {
        case .block(let block): add(block)
        case .note(let note): note.blocks.forEach(add)
        case .noteLink: break
        }
      }
    }
    for section in book.sections {
      switch section.content {
      case .text(let section): add(section.pieces)
      case .notes(let pieces), .endnotes(let pieces): add(pieces)
      case .cover, .titlePage, .about, .colophon, .storyPage, .passage, .division, .storyTable,
        .index, .packed:
        break
      }
    }
    return text
  }
}

/// Text longer than any file of a book may be.
enum GiantText {
  static let words = String(repeating: "It was a dark & stormy night. ", count: 10_000)
  static let unbroken = String(repeating: "é<…", count: 50_000)
  static let cell = Table.Cell([Samples.paragraph(words), Samples.paragraph("b")], isHeader: true)
  static let table = Table(
    caption: [.text("Caption")],
    rows: (0..<3000).map { row in
      (0..<4).map { Table.Cell([Samples.paragraph("row \(row) & \($0)")], isHeader: row == 0) }
    })
}
