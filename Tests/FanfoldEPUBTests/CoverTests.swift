import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("The cover of a book")
struct CoverTests {
  private static let image = StoryImage(
    bytes: TestImages.png, mediaType: "image/png", width: 4, height: 3)

  private func files(_ cover: BookCover?) throws -> [String: String] {
    var story = Story(chapters: [Chapter(blocks: [Samples.paragraph("Text.")])])
    story.metadata.title = "Story"
    let book = Book(binding: story, options: BookOptions(modified: 0, cover: cover))
    if cover != nil { try TestFiles.keep(EPUBPackager.pack(book), as: "epub-cover") }
    return Dictionary(
      uniqueKeysWithValues: EPUBPackager.files(of: book).map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  @Test("stands first, and is named in all the ways that reading systems look for")
  func everywhere() throws {
    let files = try files(BookCover(Self.image, isDrawn: true))
    let package = try #require(files["EPUB/package.opf"])
    #expect(
      package.contains(
        "<item id=\"cover-image\" href=\"images/cover.png\" media-type=\"image/png\" properties=\"cover-image\"/>"
      ))
    #expect(package.contains("<meta name=\"cover\" content=\"cover-image\"/>"))
    #expect(package.contains("<meta property=\"fanfold:cover\">drawn</meta>"))
    #expect(package.contains("<meta property=\"schema:accessMode\">visual</meta>"))
    let spine = try #require(package.firstRange(of: "<itemref"))
    #expect(package[spine.lowerBound...].hasPrefix("<itemref idref=\"cover\""))
    #expect(
      package.contains("<reference type=\"cover\" title=\"Cover\" href=\"text/cover.xhtml\"/>"))
    #expect(
      files["EPUB/nav.xhtml"]?.contains("epub:type=\"cover\" href=\"text/cover.xhtml\"") == true)
    #expect(files["EPUB/text/cover.xhtml"]?.contains("alt=\"Cover: Story") == true)
    #expect(files["EPUB/images/cover.png"] != nil)
  }

  @Test("is absent where there is none, or one no reading system shows")
  func absent() throws {
    let broken = StoryImage(bytes: [1, 2, 3], mediaType: "image/png")
    for cover in [nil, BookCover(broken)] {
      let files = try files(cover)
      #expect(files["EPUB/text/cover.xhtml"] == nil)
      #expect(files["EPUB/package.opf"]?.contains("cover") == false)
    }
  }
}
