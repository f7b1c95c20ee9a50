import FanfoldArchive
import FanfoldEPUB
import FanfoldReading
import FanfoldStory
import Foundation
import Testing

/// Real inputs that may lie beside the project; where they do not, these tests are skipped.
@Suite("A real story comes back out of its book")
struct CorpusRoundTripTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpus").standardizedFileURL

  private static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (all ?? []).filter { $0.contains("/") && !$0.hasPrefix("negative/") }.sorted()
  }()

  @Test("with all its fields and words", .enabled(if: !files.isEmpty), arguments: files)
  func same(path: String) throws {
    let bytes = try Data(contentsOf: Self.folder.appending(path: path))
    let name = String(path.split(separator: "/").last ?? "")
    // What is no story has tests of its own.
    guard let story = try? StoryReader().read(StoryFile(name: name, bytes: Array(bytes))).story
    else { return }
    let once = try Self.readBack(story)
    #expect(Self.words(once) == Self.words(story))
    #expect(once.metadata.authors.map(\.name) == story.metadata.authors.map(\.name))
    #expect(once.metadata.relationships == story.metadata.relationships)
    #expect(once.metadata.fandoms == story.metadata.fandoms)
    #expect(once.metadata.tags == story.metadata.tags)
    #expect(once.metadata.rating == story.metadata.rating)
    #expect(once.metadata.status == story.metadata.status)
    #expect(once.metadata.published == story.metadata.published)
    #expect(once.metadata.series == story.metadata.series)
    // Links that lead nowhere and the like are gone now, and nothing else goes.
    var (first, second) = (once, try Self.readBack(once))
    first.ledger = Ledger()
    second.ledger = Ledger()
    #expect(first == second)
  }

  private static func readBack(_ story: Story) throws -> Story {
    var options = Samples.options
    options.typography = .none
    let book = try EPUBPackager.pack(Book(binding: story, options: options))
    return try StoryReader().read(StoryFile(name: "book.epub", bytes: book)).story
  }

  /// The words of each chapter and its notes.
  private static func words(_ story: Story) -> [[Substring]] {
    story.chapters.map { chapter in
      var text = [chapter.label, chapter.title].compactMap { $0 }.joined(separator: "\n") + "\n"
      let notes = (chapter.notesBefore + chapter.notesAfter).flatMap(\.blocks)
      for block in chapter.blocks + notes { block.forEachText { text += $0 } }
      return text.split(whereSeparator: \.isWhitespace)
    }
  }
}
