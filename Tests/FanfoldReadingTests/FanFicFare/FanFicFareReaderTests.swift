import FanfoldReading
import FanfoldStory
import Testing

@Suite("FanFicFare's text files")
struct FanFicFareReaderTests {
  private static let file = """



    The Lamp & the Wick

    by Rowan Hale, Kestrel



    Series: Lamps [2]
    Series URL: https://example.org/series/1
    Category: Sherlock Holmes, Once Upon a Time
    (TV)
    Genre: Fog, Slow Burn
    Status: Completed
    Published: 2019-03-04
    Packaged: 2026-11-21 02:33:33
    Rating: Teen
    Chapters: 2
    Words: 1,234
    Publisher: example.org
    Story URL: https://example.org/lamp
    Author URL: https://example.org/rowan
    Summary: They walk
    home.

    Note: it rains.





    TABLE OF CONTENTS


    Chapter 1: A Name so Long That It Does Not Stay

    Flame




            Chapter 1: A Name so Long That It Does
    Not Stay


    One _word_ and
    the next.

    * * *

            Flame is not a chapter here, since no gap stands before it.




            Flame


    Two  \nlines.




    End file.

    """

  private func reading(_ text: String) throws -> Reading {
    let reading = try read(text, name: "lamp.txt")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading
  }

  @Test("state all about the story", arguments: [false, true])
  func metadata(hasCarriageReturns: Bool) throws {
    let text = hasCarriageReturns ? Self.file.replacing("\n", with: "\r\n") : Self.file
    let metadata = try reading(text).story.metadata
    #expect(metadata.title == "The Lamp & the Wick")
    #expect(metadata.authors == [Author("Rowan Hale"), Author("Kestrel")])
    #expect(metadata.fandoms == ["Sherlock Holmes", "Once Upon a Time (TV)"])
    #expect(metadata.tags == ["Fog", "Slow Burn"])
    #expect(metadata.series == [SeriesPlace("Lamps", position: "2")])
    #expect(metadata.status == .complete)
    #expect(metadata.published?.description == "2019-03-04")
    #expect(metadata.rating?.level == .teen)
    #expect(metadata.source == "https://example.org/lamp")
    #expect(metadata.publisher == "example.org")
    #expect(
      metadata.summary.map(\.plainText).joined(separator: " ").hasPrefix(
        "They walk home. Note: it rains"))
  }

  @Test("have their chapters at the names of the table of contents")
  func chapters() throws {
    let story = try reading(Self.file).story
    #expect(story.headings == ["Chapter 1: A Name so Long That It Does Not Stay", "Flame"])
    #expect(
      story.chapters.map(\.outline) == [
        [
          "One <i>word</i> and the next.", "***",
          "Flame is not a chapter here, since no gap stands before it.",
        ],
        ["Two / lines."],
      ])
    #expect(story.chapters.map(\.lines?.first) == [43, 57])
  }

  @Test("end with a line that is left out")
  func ledger() throws {
    let story = try reading(Self.file).story
    let removed = story.ledger.removed.map(\.text)
    #expect(removed.last == "End file.")
    #expect(removed.contains("Packaged: 2026-11-21 02:33:33"))
  }

  @Test(
    "are not those without the address or the last line", arguments: ["Story URL: ", "End file."])
  func otherFiles(sign: String) throws {
    let story = try read(Self.file.replacing(sign, with: "Something"), name: "lamp.txt").story
    #expect(story.ledger.entries.allSatisfy { !$0.rule.hasPrefix("fanficfare") })
  }
}
