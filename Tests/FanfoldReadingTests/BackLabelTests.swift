import FanfoldReading
import FanfoldStory
import Testing

@Suite("Labels below a story")
struct BackLabelTests {
  /// Short paragraphs, as dialogue has them.
  private static let lines = [
    "\"You kept the plate,\" Mara said, and she did not sound surprised.",
    "He turned it over in his hand. It was smaller than he remembered.",
    "They walked up from the water without a word, past the shuttered shops.",
    "\"You could just burn it,\" she said from the doorway, not quite smiling.",
  ]

  private func story(paragraphs: Int, _ labels: [String], isPage: Bool) throws -> Story {
    let body = (0..<paragraphs).map { Self.lines[$0 % Self.lines.count] }
    let page = body.map { "<p>\($0)</p>" }.joined() + "<p>\(labels.joined(separator: "<br>"))</p>"
    let reading =
      isPage
      ? try read("<title>The Soup Plate</title><h1>The Soup Plate</h1>\(page)", name: "page.html")
      : try read(
        (["The Soup Plate"] + body + [labels.joined(separator: "\n")]).joined(separator: "\n\n"))
    #expect(reading.account.isClosed)
    return reading.story
  }

  @Test(
    "do not make a header of it, however short it is and its paragraphs are",
    arguments: [4, 25, 180], [true, false])
  func shortStories(paragraphs: Int, isPage: Bool) throws {
    let story = try story(
      paragraphs: paragraphs, ["Fandom: Lantern Hill", "Rating: PG", "Pairing: Mara/Tom"],
      isPage: isPage)
    #expect(story.body.count == paragraphs)
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.metadata.fandoms == ["Lantern Hill"])
    #expect(story.metadata.rating?.raw == "PG")
    #expect(story.metadata.relationships.map(\.characters) == [["Mara", "Tom"]])
  }

  @Test("tell the author, the tags and the date", arguments: [true, false])
  func values(isPage: Bool) throws {
    let metadata = try story(
      paragraphs: 8, ["Author: Rowan Hale", "Posted: March 3, 2007", "Tags: rain, letters"],
      isPage: isPage
    ).metadata
    #expect(metadata.authors.map(\.name) == ["Rowan Hale"])
    #expect(metadata.published?.description == "2007-03-03")
    #expect(metadata.tags == ["rain", "letters"])
  }

  @Test(
    "for readers are notes",
    arguments: ["A/N: Written for the rain challenge.", "Disclaimer: I own nothing."])
  func notes(label: String) throws {
    let story = try story(paragraphs: 8, [label], isPage: false)
    #expect(story.body.count == 8)
    #expect(story.notesAfter.map(\.plainText).joined().contains(label.suffix(12)))
  }

  @Test(
    "are the story's where it only quotes a title",
    arguments: [
      "Title: The Long Way Down", "Status: Missing.", "Date: unknown.",
      "Couple. That was the word for them.",
    ])
  func lone(label: String) throws {
    #expect(try story(paragraphs: 8, [label], isPage: false).body.last == label)
  }
}
