import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("Any story makes a book")
struct RandomStoryTests {
  @Test("whatever its strings are", arguments: 1...12)
  func anything(seed: UInt64) throws {
    var stories = RandomStories(seed: seed)
    let story = stories.story()
    let options = BookOptions(
      modified: Int64(bitPattern: seed &* 0x9E37_79B9_7F4A_7C15), generator: "fanfold",
      sources: [SourceFile(name: "a\u{1}/b\u{FFFE}.txt", bytes: [])], fallbackTitle: "\u{0}")
    let book = Book(binding: story, options: options)
    for file in EPUBPackager.files(of: book) where file.path.hasSuffix(".xhtml") {
      #expect(file.bytes.count <= 240_000, "\(file.path), seed \(seed)")
    }
    try TestFiles.keep(try EPUBPackager.pack(book), as: "random-\(seed)")
  }
}
