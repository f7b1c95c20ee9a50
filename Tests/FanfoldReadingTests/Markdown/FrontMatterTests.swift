import FanfoldReading
import FanfoldStory
import Testing

@Suite("Front matter")
struct FrontMatterTests {
  private func reading(_ front: String) throws -> Reading {
    let reading = try read("---\n\(front)---\n\n# Lamps\n\n\(prose())\n", name: "lamp.md")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading
  }

  @Test("states what header lines state")
  func fields() throws {
    let metadata = try reading(
      """
      title: "The Lamp: a story"
      authors: [Rowan Hale, Kestrel]
      fandom:
        - Sherlock Holmes
        - "Raffles, the Amateur Cracksman"
      rating: Teen
      tags: [fog, slow burn]
      date: 2019-03-04
      lang: en
      series: {name: Lamps, position: 2}
      url: https://example.org/lamp

      """
    ).story.metadata
    #expect(metadata.title == "The Lamp: a story")
    #expect(metadata.authors == [Author("Rowan Hale"), Author("Kestrel")])
    #expect(metadata.fandoms == ["Sherlock Holmes", "Raffles, the Amateur Cracksman"])
    #expect(metadata.rating?.level == .teen)
    #expect(metadata.tags == ["fog", "slow burn"])
    #expect(metadata.published?.description == "2019-03-04")
    #expect(metadata.language == "en")
    #expect(metadata.series == [SeriesPlace("Lamps", position: "2")])
    #expect(metadata.source == "https://example.org/lamp")
  }

  @Test("keeps words for readers as notes and enters the rest in the ledger")
  func rest() throws {
    let story = try reading("disclaimer: Not mine.\nlayout: post\n").story
    #expect(story.notesBefore.map(\.kind) == [.disclaimer])
    #expect(story.notesBefore.map(\.plainText) == ["Not mine."])
    #expect(story.ledger.removed.map(\.text) == ["layout: post"])
  }

  @Test(
    "is text when it is no YAML of keys and values",
    arguments: ["Not a key\n", "a: [b\n", "- a\n- b\n", "", "a: &x [*x]\n: :\n  - {\n"])
  func broken(front: String) throws {
    let story = try reading(front).story
    #expect(story.metadata.authors.isEmpty)
  }
}
