import FanfoldArchive
import FanfoldEPUB
import FanfoldReading
import FanfoldStory
import Testing

@Suite("A story comes back out of its book")
struct RoundTripTests {
  /// How a book may be made; its story is the same.
  struct Making: Sendable {
    var notes: NotePlacement
    var isForKobo = false
  }

  static let makings = [
    Making(notes: .inline), Making(notes: .end), Making(notes: .popup),
    Making(notes: .inline, isForKobo: true), Making(notes: .end, isForKobo: true),
  ]

  private func readBack(
    _ story: Story, _ making: Making, typography: Typography = .full
  ) throws -> Reading {
    var options = Samples.options
    options.typography = typography
    options.notes = making.notes
    options.isForKobo = making.isForKobo
    let book = Book(binding: story, options: options)
    return try StoryReader().read(
      StoryFile(name: "book.epub", bytes: EPUBPackager.pack(book)))
  }

  @Test("the same, with all its fields and marks", arguments: makings)
  func same(making: Making) throws {
    let reading = try readBack(Samples.lighthouse, making, typography: .none)
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    // Tags come once, and links lead somewhere or are none.
    var expected = Samples.lighthouse.kept
    expected.metadata.tags = ["Slow Burn", "Storms, Literal and Otherwise"]
    expected.metadata.language = "en-GB"
    let place = try #require(
      expected.chapters[3].blocks.firstIndex { block in
        guard case .paragraph(let text) = block.content else { return false }
        return text.contains(.link(target: "javascript:alert(1)", [.text("no link")]))
      })
    guard case .paragraph(var text) = expected.chapters[3].blocks[place].content,
      let link = text.firstIndex(
        of: .link(target: "https://example.org/a b?q=é", [.text("a link")]))
    else { return }
    // " and ", the link that is none, and ", " are one run of text.
    text.replaceSubrange(
      link...(link + 3),
      with: [
        .link(target: "https://example.org/a%20b?q=%C3%A9", [.text("a link")]),
        .text(" and no link, "),
      ])
    expected.chapters[3].blocks[place].content = .paragraph(text)
    #expect(reading.story.kept == expected)
  }

  /// The strings are such as no book can hold: control characters, names that differ in nothing to see. What is left
  /// of them after one reading stays.
  @Test("and what is read back makes the same book again", arguments: RandomStories.seeds)
  func again(seed: UInt64) throws {
    var stories = RandomStories(seed: seed)
    let story = stories.story()
    let making = Self.makings[Int(seed) % Self.makings.count]
    guard !story.chapters.isEmpty, let first = try? readBack(story, making) else { return }
    #expect(first.account.isClosed, "\(first.account.missing) bytes missing, seed \(seed)")
    let second = try readBack(first.story, making)
    #expect(second.account.isClosed, "\(second.account.missing) bytes missing, seed \(seed)")
    #expect(try readBack(second.story, making).story.kept == second.story.kept, "seed \(seed)")
  }
}
