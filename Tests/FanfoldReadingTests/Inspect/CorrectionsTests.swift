import FanfoldReading
import FanfoldStory
import Testing

@Suite("What a sidecar says about lines is done")
struct CorrectionsTests {
  private let opening =
    "The keeper had gone to bed before the fog came in, and nobody had told the boy what to do."
  private let morning =
    "In the morning there was a ship on the rocks, and the boy was standing in front of it."
  private let ship =
    "It was a small ship. The boy had painted its name on the hull himself, years before."

  @Test("dropped lines are in the ledger")
  func drop() throws {
    let reading = try Passages.read(
      Passages.lighthouse, sidecar: Sidecar(drop: [SourceLines(13, 13)]))
    #expect(Passages.words(reading.story) == [[opening], [ship]])
    #expect(
      reading.story.ledger.removed == [
        .init(
          .removed, rule: "sidecar", reason: "left out by the reader's wish", text: morning,
          lines: SourceLines(13, 13))
      ])
    #expect(reading.account.isClosed)
  }

  @Test("kept lines are text")
  func keep() throws {
    let reading = try Passages.read(
      Passages.lighthouse, sidecar: Sidecar(keep: [SourceLines(11, 11), SourceLines(19, 19)]))
    #expect(
      Passages.words(reading.story) == [[opening, "* * *", morning], [ship, "The End"]])
    #expect(reading.account.isClosed)
  }

  @Test("a heading that is kept is no heading")
  func keptHeading() throws {
    let reading = try Passages.read(
      Passages.lighthouse, sidecar: Sidecar(keep: [SourceLines(15, 15)]))
    #expect(reading.story.chapters.map(\.heading) == ["Chapter 1"])
    #expect(Passages.words(reading.story)[0].contains("Chapter 2: The Ship"))
    #expect(reading.account.isClosed)
  }

  @Test("chapters begin where it says")
  func chapters() throws {
    let starts: [Sidecar.ChapterStart] = [
      .init(line: 7, label: "Chapter 1", title: nil),
      .init(line: 13, label: nil, title: "Morning"),
    ]
    let reading = try Passages.read(Passages.lighthouse, sidecar: Sidecar(chapters: starts))
    #expect(
      Passages.words(reading.story) == [[opening], [morning, "Chapter 2: The Ship", ship]])
    #expect(reading.account.isClosed)
    #expect(reading.remarks.isEmpty)
  }

  @Test("no chapters are none, and one beyond the end is told")
  func none() throws {
    let none = try Passages.read(Passages.lighthouse, sidecar: Sidecar(chapters: []))
    #expect(none.story.chapters.count == 1)
    #expect(none.account.isClosed)
    let beyond = try Passages.read(
      Passages.lighthouse,
      sidecar: Sidecar(chapters: [.init(line: 900, label: nil, title: nil)]))
    #expect(beyond.remarks == ["the sidecar begins a chapter on line 900, which has no text"])
  }
}
