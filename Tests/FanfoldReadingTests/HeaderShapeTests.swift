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
      "Title = X", "Title | X", "Title.....X", "Title; X", "Title\tX", "Title:\nX", "(Title) X",
      "~Title~ X", "Title> X", "Title / X",
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

  @Test("may stand two on a line")
  func pairs() throws {
    let header = "Title: The Third Cup Author: rowan_hale\nFandom: Lantern Hill Rating: PG"
    let metadata = try read("\(header)\nSummary: Tea.\n\n\(prose(4))").story.metadata
    #expect(metadata.title == "The Third Cup")
    #expect(metadata.authors.map(\.name) == ["rowan_hale"])
    #expect(metadata.fandoms == ["Lantern Hill"])
    #expect(metadata.rating?.raw == "PG")
  }

  @Test("a label within one line's words is one of them")
  func lonePair() throws {
    let note = "Note: Her letters were all signed Author: Unknown, and no Summary of them is left."
    let story = try read("Title: The Third Cup\n\(note)\n\n\(prose(4))").story
    #expect(story.metadata.authors.isEmpty)
    #expect(story.metadata.summary.isEmpty)
  }

  @Test("a title leaves the facts in brackets behind it to their fields")
  func bracketed() throws {
    let metadata = try read(
      "Fic: The Third Cup (Lantern Hill, PG-13)\nAuthor: Rowan\n\n\(prose(4))"
    ).story.metadata
    #expect(metadata.title == "The Third Cup")
    #expect(metadata.fandoms == ["Lantern Hill"])
    #expect(metadata.rating?.raw == "PG-13")
  }

  @Test("a title keeps the words in brackets that are its own", arguments: ["(Home)", "(Or Two)"])
  func ownBrackets(words: String) throws {
    let story = try read("Title: The Third Cup \(words)\nAuthor: Rowan\n\n\(prose(4))").story
    #expect(story.metadata.title == "The Third Cup \(words)")
  }

  @Test("a dash behind two labels may be prose")
  func prosaic() throws {
    let text =
      "The Third Cup\n\nCharacters - all of them - came in.\n\nNotes - on paper - lay there.\n\n"
    let story = try read(text + prose(4)).story
    #expect(story.metadata.characters.isEmpty)
    #expect(story.body.joined().contains("all of them"))
  }

  @Test(
    "signs alone and lone labels in brackets are the story's",
    arguments: ["[b]/", "<b>/", "b>/", "//", "[]", "()", "[Warning] Core temperature is rising."])
  func signs(line: String) throws {
    let reading = try read("The Third Cup\n\n\(prose(2))\n\n\(line)\n\n\(prose(2))")
    #expect(reading.account.isClosed)
    #expect(reading.story.metadata.warnings.isEmpty)
  }

  @Test(
    "values keep signs that belong to them",
    arguments: ["_rosefinch", "\"Big\" Jim", "~kestrel~"])
  func values(name: String) throws {
    let metadata = try read("Title: The Third Cup\nAuthor: \(name)\n\n\(prose(4))").story.metadata
    #expect(metadata.authors.map(\.name) == [name])
  }

  @Test(
    "thanks and places are no facts",
    arguments: ["A/N: Thanks to Kate, my beta/cheerleader.", "A/N: AU, slash/het", "Boston, MA"])
  func thanks(line: String) throws {
    let metadata = try read("The Third Cup\n\n\(line)\n\n\(prose(4))").story.metadata
    #expect(metadata.fandoms.isEmpty)
    #expect(metadata.relationships.isEmpty)
    #expect(metadata.rating == nil)
  }
}
