import FanfoldReading
import FanfoldStory
import Testing

@Suite("Labels without colons and tables of them")
struct LabelShapeTests {
  @Test("in corner brackets, the value behind them or below")
  func corners() throws {
    for joint in ["", "\n"] {
      let text =
        "【タイトル】\(joint)灯のある町\n\n【作者】\(joint)霧島ゆう\n\n【あらすじ】\(joint)旅人が手紙を届けに来る。\n\n第1話　雨\n\n\(prose(4))"
      let metadata = try read(text).story.metadata
      #expect(metadata.title == "灯のある町")
      #expect(metadata.authors == [Author("霧島ゆう")])
      #expect(metadata.summary == [[.text("旅人が手紙を届けに来る。")]])
    }
  }

  @Test("voices in corner brackets are the story's")
  func voices() throws {
    let story = try read("The Soup Plate\n\n第1章\n\n【警告】敌人接近。\n\n\(prose(4))").story
    #expect(story.body.first == "【警告】敌人接近。")
    #expect(story.metadata.warnings.isEmpty)
  }

  @Test("alone above the summary")
  func alone() throws {
    let story = try read(
      "Ольга Ветрова\n\nПереправа\n\nАннотация\n\nДва берега.\n\n1\n\n\(prose(4))\n\n2\n\n\(prose(4))"
    ).story
    #expect(story.metadata.summary == [[.text("Два берега.")]])
    #expect(story.headings == ["1", "2"])
  }

  @Test(
    "in the rows or the columns of a table, and in a list",
    arguments: [
      """
      <table><tr><th>Title</th><td>Tea</td></tr><tr><th>Author</th><td>Edgar</td></tr>
      <tr><th>Rating</th><td>PG</td></tr></table>
      """,
      """
      <table><tr><th>Title</th><th>Author</th><th>Rating</th></tr>
      <tr><td>Tea</td><td>Edgar</td><td>PG</td></tr></table>
      """,
      "<dl><dt>Title</dt><dd>Tea</dd><dt>Author</dt><dd>Edgar</dd><dt>Rating</dt><dd>PG</dd></dl>",
    ])
  func tables(table: String) throws {
    let reading = try read(
      "<html><title>A Slash Archive</title><body><h2>A Slash Archive</h2>\(table)<hr>\(paragraphs)",
      name: "tea.html")
    #expect(reading.story.metadata.title == "Tea")
    #expect(reading.story.metadata.authors == [Author("Edgar")])
    #expect(reading.story.metadata.rating?.raw == "PG")
    #expect(reading.story.body.count == 6)
    #expect(reading.account.isClosed)
  }

  @Test("a table of something else stays")
  func otherTable() throws {
    let table = "<table><tr><th>Name</th><td>Ann</td></tr><tr><th>Age</th><td>12</td></tr></table>"
    let story = try read(
      "<title>Tea</title><body><h1>Tea</h1>\(paragraphs)\(table)\(paragraphs)", name: "tea.html"
    ).story
    #expect(story.body.joined().contains("Age"))
  }

  @Test("the title block of Pandoc")
  func pandoc() throws {
    let reading = try read(
      "% The Orchard Wall\n% Bea Lind; Ada Holm\n% 12 June 2015\n\n# One\n\n\(prose(4))\n\n# Two\n\n\(prose(4))",
      name: "a.md")
    let metadata = reading.story.metadata
    #expect(metadata.title == "The Orchard Wall")
    #expect(metadata.authors.map(\.name) == ["Bea Lind", "Ada Holm"])
    #expect(metadata.published?.description == "2015-06-12")
    #expect(reading.story.headings == ["One", "Two"])
    #expect(reading.account.isClosed)
    #expect(try read("% of the soup was gone.\n\n\(prose(4))", name: "a.md").story.body.count == 5)
  }

  @Test("a table of labels in the middle of a text is the story's")
  func lateTable() throws {
    let table =
      "<table><tr><th>Name</th><th>Status</th><th>Author</th></tr><tr><td>Ferry</td><td>sunk</td><td>Ann</td></tr></table>"
    let long = "<p>\(prose(1))</p><p>\(prose(1))</p>"
    let story = try read(
      "<title>Tea</title><body><h1>Tea</h1>\(long)\(table)\(long)", name: "tea.html"
    )
    .story
    #expect(story.metadata.title == "Tea")
    #expect(story.body.joined().contains("Ferry"))
  }

  @Test("facts without labels below a heading, in small letters too, and a name above labels")
  func factsBelow() throws {
    let story = try read(
      "<title>tea | a journal</title><body><h2>tea</h2><div>hill | mara/tom | pg-13 | 1200 words</div>\(paragraphs)",
      name: "tea.html"
    ).story
    #expect(story.metadata.rating?.raw == "pg-13")
    #expect(story.metadata.fandoms == ["hill"])
    let named = try read("TIDAL LOCK\n==========\nRuth Ostrow\nPublished: 2013\n\n\(prose(6))")
      .story
    #expect(named.metadata.authors == [Author("Ruth Ostrow")])
    // A ship's number is no rating.
    #expect(
      try read("The Ferry\nU.S.S. Trafalgar NCC-1760, Tactical\n\n\(prose(6))").story.metadata
        .rating == nil)
  }

  private let paragraphs = Array(
    repeating: "<p>It was late, and nobody had said a word about the soup that stood there.</p>",
    count: 6
  ).joined(separator: "\n")
}
