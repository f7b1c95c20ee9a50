import FanfoldReading
import FanfoldStory
import Testing

@Suite("Headings a format marks")
struct MarkdownHeadingTests {
  private func story(_ text: String) throws -> Story {
    let reading = try read(text, name: "lamp.md")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story
  }

  @Test(
    "head chapters where a level is used again, below the title",
    arguments: [
      ("# Lamps\n\n## Wick\n\nPROSE\n\n## Flame\n\nPROSE\n", "Lamps", ["Wick", "Flame"]),
      ("# Lamps\n\n# Wick\n\nPROSE\n\n# Flame\n\nPROSE\n", "Lamps", ["Wick", "Flame"]),
      (
        "# Lamps\n\nby Rowan\n\n# Chapter 1: Wick\n\nPROSE\n\n# Chapter 2\n\nPROSE\n", "Lamps",
        ["Chapter 1: Wick", "Chapter 2"]
      ),
      ("# Lamps\n\n## The Wick\n\nPROSE\n", "Lamps", ["The Wick"]),
      (
        "# Lamps\n\n- Wick\n- Flame\n\n## Wick\n\nPROSE\n\n## Flame\n\nPROSE\n", "Lamps",
        ["Wick", "Flame"]
      ),
      (
        "# Lamps\n\n## Wick\n\nPROSE\n\n# Lamps\n\n## Flame\n\nPROSE\n", "Lamps",
        ["Wick", "Flame"]
      ),
      (
        "# Lamps\n\n## 1\n\nPROSE\n\n## 2\n\nPROSE\n", "Lamps", ["1", "2"]
      ),
    ])
  func chapters(source: String, title: String, headings: [String]) throws {
    let story = try story(source.replacing("PROSE", with: prose()))
    #expect(story.metadata.title == title)
    #expect(story.headings == headings)
  }

  @Test("of parts stand above those of chapters")
  func parts() throws {
    let source =
      "# Part One\n\n## Wick\n\nPROSE\n\n## Oil\n\nPROSE\n\n# Part Two\n\n## Flame\n\nPROSE\n"
    let story = try story(source.replacing("PROSE", with: prose(1)))
    #expect(story.headings == ["Part One", "Wick", "Oil", "Part Two", "Flame"])
    #expect(story.chapters.map(\.kind) == [.part, .chapter, .chapter, .part, .chapter])
  }

  @Test("that have no text below are ornaments")
  func ornaments() throws {
    let story = try story("# Lamps\n\n## Rowan Hale\n\n\(prose())\n\n## and\n## took\n## flight.\n")
    #expect(story.metadata.title == "Lamps")
    #expect(story.metadata.authors == [Author("Rowan Hale")])
    #expect(story.chapters.count == 1)
    #expect(story.chapters[0].outline.suffix(3) == ["## and", "## took", "## flight."])
  }

  @Test("of deeper levels stay in the text")
  func subheadings() throws {
    let story = try story(
      "# Lamps\n\n## Wick\n\n\(prose(1))\n\n### Later\n\nOne.\n\n## Flame\n\n\(prose(1))\n")
    #expect(story.headings == ["Wick", "Flame"])
    #expect(story.chapters[0].outline.suffix(2) == ["## Later", "One."])
  }

  @Test("give the author's name and page where it is a link")
  func linkedName() throws {
    let story = try story("# Lamps ([Rowan](https://example.org/rowan))\n\n\(prose())\n")
    #expect(story.metadata.title == "Lamps")
    #expect(story.metadata.authors == [Author("Rowan", page: "https://example.org/rowan")])
  }

  @Test("may be followed by a byline with a link")
  func byline() throws {
    let story = try story(
      "# Lamps\n\nWritten by [Rowan](https://example.org/rowan).\n\n***\n\n\(prose())\n")
    #expect(story.metadata.title == "Lamps")
    #expect(story.metadata.authors == [Author("Rowan", page: "https://example.org/rowan")])
  }
}
