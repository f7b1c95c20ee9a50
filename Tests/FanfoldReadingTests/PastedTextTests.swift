import FanfoldReading
import FanfoldStory
import Testing

@Suite("A text that went into another format as it was")
struct PastedTextTests {
  private static let header = [
    "Path: news.example.org!not-for-mail",
    "From: rowan@example.org (Rowan Hale)",
    "Newsgroups: alt.startrek.creative",
    "Subject: The Ferry (1/1)",
    "Date: 12 Mar 1995 10:00:00 GMT",
    "Message-ID: <1995Mar12.1@example.org>",
  ]

  /// Paragraphs that only their indents part, and one wide gap.
  private static let text = [
    "     The ferry came in at nine, an hour late, with its lamps lit",
    "and nobody on the upper deck, and the two of them stood on the",
    "pier and watched how it made fast to the bollards in the rain.",
    "     \"Is that all of them?\" she asked. \"I was told there would be",
    "a dozen, and now look at this.\"",
    "     It was not, but the others had gone below, where it was warm",
    "and where there was tea to be had, and it took a long time before",
    "the first of them came up the stairs with his bag.",
    "",
    "",
    "     They went home by the long way, past the school and the church",
    "and the houses that had been built since he left, and none of them",
    "said a word that was not about the weather.",
    "     \"It rained all summer,\" said Ann, and she meant it.",
    "     \"It always rained,\" he said, and that was the first thing that",
    "sounded like him, so that she laughed and took the bag out of his",
    "hand and carried it the rest of the way.",
  ]

  private static func escaped(_ line: String) -> String {
    line.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static func word(_ lines: [String]) throws -> [UInt8] {
    let paragraphs = lines.map { line in
      let tabs = String(repeating: "<w:tab/>", count: line.prefix { $0 == "\t" }.count)
      let words = escaped(line.replacing("\t", with: ""))
      return "<w:p><w:r>\(tabs)<w:t xml:space=\"preserve\">\(words)</w:t></w:r></w:p>"
    }
    return try SampleDocument.word(paragraphs.joined())
  }

  private static func openDocument(_ lines: [String]) -> [UInt8] {
    SampleDocument.openDocument(
      lines.map { line in
        let blanks = line.prefix { $0 == " " }.count
        let indent = blanks > 0 ? "<text:s text:c=\"\(blanks)\"/>" : ""
        return "<text:p>\(indent)\(escaped(String(line.dropFirst(blanks))))</text:p>"
      }.joined())
  }

  private static func richText(_ lines: [String]) -> [UInt8] {
    Array("{\\rtf1\\ansi ".utf8) + lines.flatMap { Array("\\pard \($0)\\par\n".utf8) }
      + Array("}".utf8)
  }

  private static func page(_ lines: [String]) -> [UInt8] {
    Array(
      """
      <html><head><meta charset="utf-8"></head><body>\
      <pre style="white-space: pre-wrap;">\(escaped(lines.joined(separator: "\n")))</pre></body></html>
      """.utf8)
  }

  /// A file of the lines by the end of its name.
  private static func file(_ form: String, _ lines: [String]) throws -> StoryFile {
    let bytes: [UInt8] =
      switch form {
      case "docx": try word(lines)
      case "fodt": openDocument(lines)
      case "rtf": richText(lines)
      case "html": page(lines)
      default: Array(lines.joined(separator: "\n").utf8)
      }
    return StoryFile(name: "ferry.\(form)", bytes: bytes)
  }

  @Test("may be indented as a whole", arguments: ["docx", "fodt", "rtf"])
  func indented(form: String) throws {
    let header = Self.header.map { " " + $0 }
    let story = try reader.read(Self.file(form, header + [""] + Self.text)).story
    #expect(story.metadata.title == "The Ferry")
    #expect(story.metadata.authors.map(\.name) == ["Rowan Hale"])
  }

  private static let forms = ["txt", "docx", "fodt", "rtf", "html"]

  @Test("keeps its message's header and its paragraphs", arguments: forms)
  func article(form: String) throws {
    let reading = try reader.read(Self.file(form, Self.header + [""] + Self.text))
    #expect(reading.account.isClosed)
    let story = reading.story
    #expect(story.metadata.title == "The Ferry")
    #expect(story.metadata.authors.map(\.name) == ["Rowan Hale"])
    #expect(story.metadata.fandoms == ["Star Trek"])
    #expect(story.metadata.published?.description == "1995-03-12")
    #expect(story.sceneBreaks == 1)
    #expect(
      story.body.map { String($0.prefix(12)) } == [
        "The ferry ca", "\"Is that all", "It was not, ", "", "They went ho", "\"It rained a",
        "\"It always r",
      ])
  }

  @Test("has its title in the middle of a line", arguments: forms)
  func centred(form: String) throws {
    let title = form == "docx" ? "\t\t\tThe Long Way" : "                        The Long Way"
    let top = ["Rowan Hale  rowan@example.org", "Please criticize, good or bad.", "", title, ""]
    let story = try reader.read(Self.file(form, top + Self.text)).story
    #expect(story.metadata.title == "The Long Way")
  }

  @Test("may have its whole header on one line", arguments: forms)
  func flat(form: String) throws {
    let line = "Title: The Ferry Author: Rowan Hale Fandom: Weather Rating: PG-13"
    let metadata = try reader.read(Self.file(form, [line, ""] + Self.text)).story.metadata
    #expect(metadata.title == "The Ferry")
    #expect(metadata.authors.map(\.name) == ["Rowan Hale"])
    #expect(metadata.fandoms == ["Weather"])
    #expect(metadata.rating?.raw == "PG-13")
  }

  @Test("may have its message's header on one line", arguments: forms)
  func flatMail(form: String) throws {
    let line = Self.header.joined(separator: " ")
    let metadata = try reader.read(Self.file(form, [line, ""] + Self.text)).story.metadata
    #expect(metadata.title == "The Ferry")
    #expect(metadata.authors.map(\.name) == ["Rowan Hale"])
    #expect(metadata.published?.description == "1995-03-12")
  }

  @Test("may begin with a mail that somebody in it writes", arguments: ["docx", "fodt", "rtf"])
  func mailInStory(form: String) throws {
    let mail = ["From: Ann", "To: Tom", "Subject: The ferry", "Date: Tuesday", ""]
    let story = try reader.read(Self.file(form, mail + Self.text)).story
    #expect(story.metadata.authors.isEmpty)
  }

  @Test(
    "may begin with a blank that is no ASCII one, or a tab", arguments: ["\t", "\u{3000}", "  "])
  func blanksFirst(blank: String) throws {
    let lines = ["\(blank)The story began at nine."] + Self.text
    for heading in ["", "<h1>The Ferry</h1>"] {
      let page =
        "<html><body>\(heading)<pre>\(Self.escaped(lines.joined(separator: "\n")))</pre></body></html>"
      let reading = try read(page, name: "ferry.html")
      #expect(reading.account.isClosed)
      #expect(reading.story.body.first?.hasPrefix("The story began at nine.") == true)
    }
  }

  @Test("may begin with a sentence that looks like a field", arguments: forms)
  func sentence(form: String) throws {
    for line in [
      "From the moment he came, nobody in the house slept.",
      "Lines: forty. Path: none. Control: lost. He put it down.",
      "Subject: 17-B. Status: escaped. Location: none. They all went home.",
    ] {
      let reading = try reader.read(Self.file(form, [line, ""] + Self.text))
      let story = reading.story
      let all = story.body + story.notesBefore.map(\.plainText)
      #expect(all.contains { $0.contains(line.suffix(12)) }, "\(line)")
    }
  }

  @Test("keeps its verse, indented or not", arguments: ["docx", "html"])
  func verse(form: String) throws {
    let stanza = [
      "Once upon an evening dreary, while the lamps were lit and weary,",
      "    Over many an ancient and forgotten chart of harbour lore,",
      "While we nodded, nearly sleeping, suddenly there came a creeping,",
      "    As of someone softly weeping, weeping at the ferry door.",
    ]
    let blank = form == "docx" ? "<w:br/>" : "<br>"
    let lines = stanza.map {
      form == "docx"
        ? "<w:t xml:space=\"preserve\">\($0)</w:t>"
        : $0.replacing("    ", with: "&nbsp;&nbsp;&nbsp;&nbsp;")
    }.joined(separator: blank)
    let bytes =
      form == "docx"
      ? try SampleDocument.word(
        String(repeating: "<w:p><w:r>\(lines)</w:r></w:p><w:p/>", count: 4))
      : Array("<html><body>\(String(repeating: "<p>\(lines)</p>", count: 4))</body></html>".utf8)
    let story = try reader.read(StoryFile(name: "raven.\(form)", bytes: bytes)).story
    #expect(story.body.count == 4)
    #expect(story.sceneBreaks == 0)
    for block in story.chapters.flatMap(\.blocks) {
      guard case .lines(let lines) = block.content else {
        Issue.record("no lines: \(block.plainText)")
        continue
      }
      #expect(lines.count == 4)
    }
  }

  @Test("has paragraphs that a tab begins, and none of them is a title or centred")
  func tabs() throws {
    let lines = [
      "\tShe walked slowly up the path and knocked upon the door.",
      "\t\"Who is there?\" somebody asked from inside of the house.", "\tNobody answered.",
      "\tThe rain had been falling since before dawn, and nobody in the house had said a word about it to anyone.",
      "\tShe went away again, and that was the end of it for that day.",
    ]
    let story = try reader.read(Self.file("docx", lines)).story
    #expect(story.metadata.title != "She walked slowly up the path and knocked upon the door.")
    #expect(story.body.count == 5)
    #expect(story.chapters[0].blocks.allSatisfy { $0.alignment == .natural })
  }

  @Test("is called what its book says outright, though it begins with a mail")
  func statedTitle() throws {
    var book = SampleBook(documents: [
      ("index.html", "<p>Subject: your last letter</p><p>Dear Tom,</p><p>\(prose(1))</p>")
    ])
    book.metadata = "<dc:title>Letters Home</dc:title>"
    let story = try book.read().story
    #expect(story.metadata.title == "Letters Home")
    #expect(story.body.first == "Subject: your last letter")
  }

  @Test("is not called what its file is called", arguments: ["ferry_1995", "ferry.txt"])
  func fileName(title: String) throws {
    var book = SampleBook(documents: [
      ("index.html", "<p>The Ferry</p><p>by Rowan Hale</p><p>\(prose(1))</p><p>\(prose(1))</p>")
    ])
    book.metadata = "<dc:title>\(title)</dc:title><dc:creator>Unknown</dc:creator>"
    let metadata = try book.read().story.metadata
    #expect(metadata.title == "The Ferry")
    #expect(metadata.authors.map(\.name) == ["Rowan Hale"])
  }

  @Test(
    "is called what somebody called it, whatever signs are in it",
    arguments: ["Who_Am_I?", "No_Regrets", "S.T.A.R.K._Files", "@_@", "恋爱_告白"])
  func oddTitle(title: String) throws {
    var book = SampleBook(documents: [
      ("index.html", "<h1>The Opening</h1><p>\(prose(1))</p><p>\(prose(1))</p>")
    ])
    book.metadata = "<dc:title>\(title)</dc:title>"
    #expect(try book.read().story.metadata.title == title)
  }

  @Test("is called what its file is called where nothing else is known")
  func fileNameOnly() throws {
    var book = SampleBook(documents: [("index.html", "<p>\(prose(1))</p><p>\(prose(1))</p>")])
    book.metadata = "<dc:title>red_lantern_two</dc:title>"
    #expect(try book.read().story.metadata.title == "red lantern two")
  }
}
