import FanfoldReading
import FanfoldStory
import Testing

/// Prose that looks like what stands around stories and is the story's.
@Suite("Prose that looks like something else stays") struct ProseStaysTests {
  private static let top = "The Long Way\n\nby Rowan Hale\n\n"

  @Test(
    "in the last scene",
    arguments: [
      "He still wrote notes at the end of every letter, and she kept the notes at the end of the drawer.",
      "Rowan Hale closed the book and put it on the mantel. It had stopped raining.",
      "\"To be continued in bed,\" she said, and put out the lamp.",
      "@mara: i'm outside. let me in",
    ])
  func lastScene(words: String) throws {
    let story = try read(Self.top + prose() + "\n\n***\n\n" + prose(1) + "\n\n***\n\n\(words)")
      .story
    #expect(story.body.last == words)
    #expect(story.chapters.allSatisfy { $0.notesAfter.isEmpty } && story.notesAfter.isEmpty)
    #expect(story.sceneBreaks == 2)
  }

  @Test(
    "in the middle of the text",
    arguments: [
      "END OF FILE", "To be continued in the morning", "End the war", "7 votes", "12 notes",
      "--- And what of the other one? asked Tom.",
    ])
  func middle(words: String) throws {
    let text = "The War\n\nby Rowan Hale\n\n" + prose() + "\n\n\(words)\n\n5 votes\n\n" + prose()
    let story = try read(text).story
    #expect(story.body.count == 8)
    #expect(story.body.contains(words))
    #expect(story.metadata.publisher == nil)
  }

  @Test("a sentence with 'stories' calls no text a collection")
  func collection() throws {
    let signs = ["KEEP OUT OF THE WATER", "LANTERN HILL STATION"].map { "\($0)\n\n" + prose(2) }
    let text =
      Self.top + "Mara told stories.\n\n" + prose(2) + "\n\n" + signs.joined(separator: "\n\n")
    let story = try read(text).story
    #expect(story.chapters.count == 1)
    #expect(story.notesBefore.isEmpty)
  }

  @Test("a title that is a label is the title", arguments: ["Summary", "Synopsis", "Description"])
  func label(title: String) throws {
    let story = try read("\(title)\n\n" + prose(4)).story
    #expect(story.metadata.title == title)
    #expect(story.metadata.summary.isEmpty)
    #expect(story.body.count == 4)
  }

  @Test("a chapter that begins with the title's words keeps them")
  func echo() throws {
    let chapters = (1...2).map { "Chapter \($0)\n\n" + ($0 == 2 ? "\"Home!\"\n\n" : "") + prose() }
    let story = try read("Home\n\nby Rowan Hale\n\n" + chapters.joined(separator: "\n\n")).story
    #expect(story.chapters.last?.blocks.first?.plainText == "\"Home!\"")
  }

  @Test("a number that somebody says is no chapter", arguments: ["\"One.\"", "I", "One."])
  func number(line: String) throws {
    let text = Self.top + "Prologue\n\n" + prose(4) + "\n\n\(line)\n\n" + prose(4)
    #expect(try read(text).story.headings == ["Prologue"])
  }

  @Test("sheets of paper are no chapters in Korean")
  func sheets() throws {
    let text = "긴 길\n\n" + prose() + "\n\n“10장.”\n\n" + prose() + "\n\n“3장.”\n\n" + prose()
    #expect(try read(text).story.chapters.count == 1)
  }

  @Test("parts and chapters that are numbered anew are no table of contents")
  func restart() throws {
    let part = "Part One\n\nChapter 1\n\n\(prose())\n\nChapter 2\n\n\(prose())"
    let story = try read(Self.top + part + "\n\n" + part.replacing("One", with: "Two")).story
    #expect(
      story.headings == [
        "Part One", "Chapter 1", "Chapter 2", "Part Two", "Chapter 1", "Chapter 2",
      ])
  }

  @Test("a table in the story is the story's")
  func table() throws {
    func row(_ label: String, _ value: String) -> String {
      "<tr><th>\(label)</th><td>\(value)</td></tr>"
    }
    let card =
      row("Title", "The Book of Salt") + row("Author", "Nicolas Flamel") + row("Language", "Latin")
    let paragraphs = Array(repeating: "<p>\(prose(1))</p>", count: 4).joined()
    let page =
      "<html><body><h1>The Long Way</h1><p>by Rowan Hale</p>\(paragraphs)<table>\(card)</table>"
      + "\(paragraphs)</body></html>"
    let metadata = try read(page, name: "page.html").story.metadata
    #expect(metadata.title == "The Long Way")
    #expect(metadata.authors.map(\.name) == ["Rowan Hale"])
  }
}
