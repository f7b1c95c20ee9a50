import FanfoldArchive
import FanfoldEPUB
import FanfoldPublication
import FanfoldReading
import FanfoldStory
import Testing

@Suite("An anthology")
struct AnthologyTests {
  private static func bound(
    _ story: Story, notes: NotePlacement = .inline, typography: Typography = .full
  ) throws -> BoundStory {
    var options = Samples.options
    options.notes = notes
    options.typography = typography
    options.cover = story.cover.map { BookCover($0) }
    return try BoundStory(story, options: options)
  }

  private static func short(
    _ title: String, by author: String = "Ann", fandom: String = "Tides", language: String = "en"
  ) -> Story {
    var story = Story(chapters: [
      Chapter(blocks: [Block(.paragraph([.text("It rained on \(title).")]))])
    ])
    story.metadata.title = title
    story.metadata.authors = [Author(author)]
    story.metadata.fandoms = [fandom]
    story.metadata.language = language
    return story
  }

  private static func files(
    _ entries: [AnthologyEntry], title: String = "Storms", editors: [String] = []
  ) throws -> (bytes: [UInt8], pages: [String: String]) {
    let facts = AnthologyFacts(title: title, editors: editors)
    let bytes = try AnthologyBinder(entries, facts: facts, options: Samples.options).pack()
    let container = try ContainerReader(bytes)
    var pages: [String: String] = [:]
    for entry in container.entries {
      pages[entry.path] = String(decoding: try container.bytes(of: entry), as: UTF8.self)
    }
    return (bytes, pages)
  }

  @Test("is the same files as ever")
  func golden() throws {
    var two = Self.short("The Ebb", by: "Bea")
    two.chapters = [
      Chapter(
        label: "Chapter One", notesBefore: [Note(blocks: [Block(.paragraph([.text("Hello.")]))])],
        blocks: [Block(.paragraph([.text("It ebbed.")]))]),
      Chapter(label: "Chapter Two", blocks: [Block(.paragraph([.text("It flowed.")]))]),
    ]
    let german = Self.short("Die Flut", by: "Bea", fandom: "Watt", language: "de")
    let words = [Block(.paragraph([.text("Three stories of "), .emphasis([.text("water")])]))]
    let entries: [AnthologyEntry] = [
      .division(
        title: "High Water", introduction: Editorial(.introduction, title: "", blocks: words),
        [.story(try Self.bound(two, notes: .popup)), .story(try Self.bound(german))]),
      .passage(Editorial(.interlude, title: "Slack", blocks: words)),
      .story(try Self.bound(Self.short("Foam"))),
      .story(try Self.bound(Self.short("Spray"))),
      .story(try Self.bound(Self.short("Brine & Salt"))),
    ]
    let (bytes, _) = try Self.files(entries, editors: ["Cleo Ed"])
    let container = try ContainerReader(bytes)
    var files: [ContainerFile] = []
    // The theme is a file of its own already.
    for entry in container.entries where !entry.path.hasSuffix(".css") {
      files.append(ContainerFile(path: entry.path, bytes: try container.bytes(of: entry)))
    }
    try TestFiles.compare(files, withGolden: "anthology")
    try TestFiles.keep(bytes, as: "anthology-storms")
  }

  @Test("holds a picture that two stories show once")
  func pictures() throws {
    let story = Samples.lighthouse
    let one = try Self.files([.story(try Self.bound(story))]).pages
    let two = try Self.files([
      .story(try Self.bound(story)), .story(try Self.bound(story)),
    ])
    #expect(one.keys.count { $0.contains("/images/") } > 0)
    #expect(
      one.keys.filter { $0.contains("/images/") }.sorted()
        == two.pages.keys.filter { $0.contains("/images/") }.sorted())
    try TestFiles.keep(two.bytes, as: "anthology-lighthouses")
  }

  @Test("has one level of contents for old readers, and none below a story of one chapter")
  func contents() throws {
    let pages = try Self.files([
      .division(
        title: "All", introduction: nil,
        [
          .story(try Self.bound(Samples.lighthouse)), .story(try Self.bound(Self.short("Foam"))),
        ])
    ]).pages
    let ncx = try #require(pages["EPUB/toc.ncx"])
    #expect(ncx.contains(#"<meta name="dtb:depth" content="1"/>"#))
    #expect(!ncx.contains("</navPoint>\n</navPoint>"))
    let nav = try #require(pages["EPUB/nav.xhtml"])
    #expect(nav.contains(">Foam</a></li>"))
    #expect(nav.contains("<a href=\"story-001/chapter-001.xhtml\">"))
  }

  @Test("has indexes when there are enough stories", arguments: [4, 5])
  func indexes(count: Int) throws {
    let stories = try (1...count).map { number in
      AnthologyEntry.story(
        try Self.bound(Self.short("Story \(number)", by: number == 1 ? "zoe" : "Ann")))
    }
    let pages = try Self.files(stories).pages
    let index = pages["EPUB/text/index-authors.xhtml"]
    #expect((index != nil) == (count >= 5))
    // All are of one fandom, of which there is nothing to look up.
    #expect(pages["EPUB/text/index-fandoms.xhtml"] == nil)
    guard let index else { return }
    let terms = index.split(separator: #"epub:type="index-term">"#).dropFirst().map { $0.prefix(3) }
    #expect(terms == ["Ann", "zoe"])
  }

  private static func readBack(_ story: Story, _ notes: NotePlacement) throws -> Story {
    var options = Samples.options
    options.notes = notes
    let book = try EPUBPackager.pack(Book(binding: story, options: options))
    return try StoryReader().read(StoryFile(name: "a.epub", bytes: book)).story
  }

  @Test("gives back each story as its own book would", arguments: 1...40)
  func split(seed: UInt64) throws {
    var random = RandomStories(seed: seed)
    let placements: [NotePlacement] = [.inline, .end, .popup]
    let placement = placements[Int(seed) % 3]
    var entries: [AnthologyEntry] = []
    var expected: [Story] = []
    for story in [random.story(), Samples.lighthouse, random.story()] {
      // The strings are such as no book can hold: what is left of them after two readings stays.
      guard let once = try? Self.readBack(story, placement),
        let twice = try? Self.readBack(once, placement)
      else { continue }
      entries.append(.story(try Self.bound(twice, notes: placement)))
      expected.append(try Self.readBack(twice, placement).kept)
    }
    let (bytes, _) = try Self.files(entries, title: "Seed \(seed)")
    let members = try #require(BoundStories(bytes)).all
    #expect(members.count == expected.count)
    for (member, story) in zip(members, expected) {
      let reading = try StoryReader().read(
        StoryFile(name: member.name, bytes: try member.epub()))
      #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing, seed \(seed)")
      let back = reading.story.kept
      #expect(back.metadata == story.metadata, "seed \(seed)")
      #expect(back.notesBefore == story.notesBefore, "seed \(seed)")
      #expect(back.chapters.count == story.chapters.count, "seed \(seed)")
      for (one, other) in zip(back.chapters, story.chapters) {
        #expect(one == other, "seed \(seed)")
      }
      #expect(back == story, "seed \(seed)")
    }
    if seed <= 6 { try TestFiles.keep(bytes, as: "anthology-\(seed)") }
  }
}
