import FanfoldReading
import FanfoldStory
import Testing

@Suite("Header lines of many shapes")
struct HeaderShapeTests {
  private static let fields = [
    ("Title", "The Third Cup"), ("Author", "rowan_hale"), ("Fandom", "Lantern Hill"),
    ("Pairing", "Mara/Tom"), ("Rating", "PG"),
  ]

  @Test(
    "fill the same fields",
    arguments: [
      "Title: X", "TITLE: X", "title: X", "Title : X", "Title:X", "Title:: X", "Title: \"X\"",
      "[Title: X]", "(Title: X)", "[Title] X", "*Title:* X", "**Title:** X", "//Title: X//",
      "> Title: X", "• Title: X", "Title - X", "Title -- X", "Title – X", "Title — X", "Title ~ X",
      "Title = X", "Title | X", "Title.....X", "Title; X", "Title\tX", "Title:\nX",
    ], [1, 8])
  func shapes(form: String, paragraphs: Int) throws {
    let header = Self.fields.map { label, value in
      form.replacing("title", with: label.lowercased()).replacing("TITLE", with: label.uppercased())
        .replacing("Title", with: label).replacing("X", with: value)
    }
    let reading = try read(
      "\(header.joined(separator: "\n"))\n\n\(prose(paragraphs))", name: "entry.txt")
    let metadata = reading.story.metadata
    #expect(metadata.title == "The Third Cup")
    #expect(metadata.authors.map(\.name) == ["rowan_hale"])
    #expect(metadata.fandoms == ["Lantern Hill"])
    #expect(metadata.relationships.map(\.raw) == ["Mara/Tom"])
    #expect(metadata.rating?.raw == "PG")
    #expect(reading.story.body.count == paragraphs)
    #expect(reading.account.isClosed)
  }

  @Test("a dash behind two labels may be prose")
  func prosaic() throws {
    let text =
      "The Third Cup\n\nCharacters - all of them - came in.\n\nNotes - on paper - lay there.\n\n"
    let story = try read(text + prose(4)).story
    #expect(story.metadata.characters.isEmpty)
    #expect(story.body.joined().contains("all of them"))
  }
}
