import Fanfold
import Testing

@Suite("Names of books")
struct NameTemplateTests {
  private static func story(_ title: String, authors: [String] = ["Ann"]) -> Story {
    var metadata = StoryMetadata()
    metadata.title = title
    metadata.authors = authors.map { Author($0) }
    return Story(metadata: metadata, chapters: [])
  }

  private static func path(
    _ template: String, _ title: String, authors: [String] = ["Ann"]
  ) throws -> String {
    try NameTemplate(template).path(
      for: story(title, authors: authors), title: title, file: "saved-page")
  }

  @Test(
    "are taken by every file system",
    arguments: [
      ("Who Are You?", "Ann - Who Are You.epub"),
      ("AC/DC: Live", "Ann - AC-DC- Live.epub"),
      ("a\\b|c", "Ann - a-b-c.epub"),
      ("Wait...", "Ann - Wait.epub"),
      ("  blanks \t and\nlines ", "Ann - blanks and lines.epub"),
      ("<b>*\"Bold\"*</b>", "Ann - b'Bold'-b.epub"),
      ("\u{0}\u{7}bell\u{1B}[31m", "Ann - bell[31m.epub"),
      ("\u{202E}gpj.exe", "Ann - gpj.exe.epub"),
      ("...", "Ann.epub"),
      ("👩‍🚀 Été", "Ann - 👩‍🚀 Été.epub"),
      ("日本語のお話", "Ann - 日本語のお話.epub"),
    ])
  func safe(title: String, name: String) throws {
    #expect(try Self.path("{author} - {title}.epub", title) == name)
  }

  @Test(
    "are never those of devices, hidden or empty",
    arguments: [
      ("CON", "CON_.epub"), ("nul", "nul_.epub"), ("Com1.txt", "Com1.txt_.epub"),
      ("lpt³", "lpt³_.epub"), ("console", "console.epub"), ("COM12", "COM12.epub"),
      (".hidden", "hidden.epub"), ("..", "Untitled.epub"), ("?", "Untitled.epub"),
      ("../../etc/passwd", "etc-passwd.epub"),
    ])
  func reserved(title: String, name: String) throws {
    #expect(try Self.path("{title}", title) == name)
  }

  @Test(
    "are cut between characters",
    arguments: ["a", "é", "語", "👩‍👩‍👧"])
  func length(letter: String) throws {
    let name = try Self.path("{title}.epub", String(repeating: letter, count: 400))
    #expect(name.utf8.count <= SafeName.lengthLimit)
    #expect(name.utf8.count > SafeName.lengthLimit - letter.utf8.count - 5)
    #expect(name.dropLast(5).allSatisfy { String($0) == letter })
  }

  @Test("leave out what is not known")
  func unknown() throws {
    let template = "{author}/{series} {index} - {title}.epub"
    #expect(try Self.path(template, "Rain") == "Ann/Rain.epub")
    #expect(try Self.path(template, "Rain", authors: []) == "Rain.epub")
    var story = Self.story("Rain")
    story.metadata.series = [SeriesPlace("Weather", position: "2")]
    #expect(
      try NameTemplate(template).path(for: story, title: "Rain", file: "x")
        == "Ann/Weather 2 - Rain.epub")
    #expect(
      try Self.path("{authors}/{file}", "Rain", authors: ["A", "B"]) == "A, B/saved-page.epub")
  }

  @Test(
    "come from templates that are understood",
    arguments: [
      ("{titel}", "there is no '{titel}' for names", "did you mean '{title}'?"),
      (
        "{author}", "the template '{author}' gives many books the same name",
        "use {title} or {file} in it"
      ),
    ])
  func mistakes(template: String, problem: String, help: String) {
    let mistake = #expect(throws: NameTemplate.Mistake.self) { try NameTemplate(template) }
    #expect(mistake == .init(problem: problem, help: help))
  }

  @Test("that are one on some disks get numbers")
  func collisions() {
    var shelf = NameShelf()
    shelf.reserve("Sea.epub")
    let wishes = [
      "sea.epub", "SEA.epub", "Ann/x.epub", "ann/X.epub", "caf\u{E9}.epub", "cafe\u{301}.epub",
    ]
    #expect(
      wishes.map { shelf.take($0) } == [
        "sea (2).epub", "SEA (3).epub", "Ann/x.epub", "Ann/X (2).epub", "caf\u{E9}.epub",
        "cafe\u{301} (2).epub",
      ])
  }
}
