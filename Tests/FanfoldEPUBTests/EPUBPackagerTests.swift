import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("Packing a book")
struct EPUBPackagerTests {
  @Test("a story that has something of everything")
  func everything() throws {
    let book = Book(binding: Samples.lighthouse, options: Samples.options)
    // The theme is a file of its own already, and a picture is no text.
    let files = EPUBPackager.files(of: book).filter {
      !$0.path.hasSuffix(".css") && !$0.path.hasSuffix(".png")
    }
    try TestFiles.compare(files, withGolden: "lighthouse")
    try TestFiles.keep(try EPUBPackager.pack(book), as: "lighthouse")
  }

  @Test("a story of which nothing is known")
  func unknown() throws {
    let story = Story(chapters: [Chapter(blocks: [Samples.paragraph("It was dark.")])])
    let book = Book(binding: story, options: BookOptions(modified: 0, fallbackTitle: " "))
    let files = EPUBPackager.files(of: book).filter { !$0.path.hasSuffix(".css") }
    try TestFiles.compare(files, withGolden: "unknown")
    try TestFiles.keep(try EPUBPackager.pack(book), as: "unknown")
  }

  @Test("a book without chapters, and one of blank ones, are still books")
  func empty() throws {
    for (name, story) in [
      ("no-chapters", Story(chapters: [])),
      ("blank-chapters", Story(chapters: [Chapter(label: " ", blocks: []), Chapter(blocks: [])])),
    ] {
      let book = Book(binding: story, options: Samples.options)
      try TestFiles.keep(try EPUBPackager.pack(book), as: name)
    }
  }

  @Test("text that runs from right to left")
  func rightToLeft() throws {
    var story = Story(chapters: [Chapter(blocks: [Samples.paragraph("היה היה פעם")])])
    story.metadata.title = "אור"
    story.metadata.language = "he"
    let book = Book(binding: story, options: Samples.options)
    try TestFiles.keep(try EPUBPackager.pack(book), as: "right-to-left")
  }

  @Test("the same story makes the same bytes")
  func reproducible() throws {
    let books = try (0..<2).map { _ in
      try EPUBPackager.pack(Book(binding: Samples.lighthouse, options: Samples.options))
    }
    #expect(books[0] == books[1])
  }
}
