import FanfoldReading
import FanfoldStory
import Testing

@Suite("What authors say at the beginning and the end of chapters")
struct ChapterNoteTests {
  private static func story(before: String = "", behind: String = "") -> String {
    let chapters = (1...3).map { number in
      ["Chapter \(number)", before, prose(3), behind].filter { !$0.isEmpty }
        .joined(separator: "\n\n")
    }
    return "The Soup Plate\nby Edgar Hale\n\n" + chapters.joined(separator: "\n\n")
  }

  @Test(
    "becomes notes, above the story",
    arguments: [
      "A/N: Here is the next one!", "AN - I do not own anything.", "A/N - Enjoy!",
      "A.N. thanks for the reviews!", "~A/N~ Thanks for waiting!", "*A/N: sorry this took so long*",
      "{A/N: this is AU from here on}", "AN2: I forgot to say something.",
      "Author Notes\n\nThanks to Anna!",
      "Hello again! Thank you so much for all your reviews. On with the chapter!",
    ])
  func before(note: String) throws {
    let reading = try read(Self.story(before: note))
    #expect(reading.story.chapters.map(\.notesBefore.count) == [1, 1, 1])
    #expect(reading.story.body.count == 9)
    #expect(reading.account.isClosed)
  }

  @Test(
    "and below it",
    arguments: [
      "Please review!", "R&R please!", "Thanks for reading! Reviews are love.",
      "So what do you think? Please leave me a review and let me know!",
      "A/N: The next one will be up on Friday.",
    ])
  func behind(note: String) throws {
    let story = try read(Self.story(behind: note)).story
    #expect(story.chapters.map(\.notesAfter.count) == [1, 1, 1])
    #expect(story.body.count == 9)
    #expect(story.sceneBreaks == 0)
  }

  @Test("the title that stands above each heading is said once")
  func echoes() throws {
    let chapters = (1...3).map { "The Soup Plate\nby Edgar Hale\n\nChapter \($0)\n\n\(prose(3))" }
    let story = try read(chapters.joined(separator: "\n\n\n")).story
    #expect(story.metadata.title == "The Soup Plate")
    #expect(story.chapters.map(\.blocks.count) == [3, 3, 3])
    #expect(story.notesBefore.isEmpty)
    #expect(story.sceneBreaks == 0)
  }

  @Test(
    "numbers in other forms head chapters",
    arguments: [["1/3", "2/3", "3/3"], ["One: The Plate", "Two: The River", "Three: The Boy"]])
  func headings(headings: [String]) throws {
    let chapters = headings.map { "\($0)\n\n\(prose(3))" }.joined(separator: "\n\n")
    let story = try read("The Soup Plate\nby Edgar Hale\n\n" + chapters).story
    #expect(story.chapters.count == 3)
    #expect(story.body.count == 9)
  }

  @Test(
    "rare ornaments part scenes too", arguments: ["\u{25CA}", "\u{2764}", "::", ".:.", "[break]"])
  func ornaments(sign: String) throws {
    let story = try read(
      "The Soup Plate\nby Edgar Hale\n\n\(prose(2))\n\n\(sign)\n\n\(prose(2))\n\n\(sign)\n\n\(prose(2))"
    )
    #expect(story.story.sceneBreaks == 2)
    #expect(story.story.body.filter { $0.hasPrefix("The rain") }.count == 6)
  }
}
