import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("Finding one's way")
struct NavigationTests {
  private static var story: Story {
    var story = Story(
      notesBefore: [Note(blocks: [Samples.paragraph("Hello.")])],
      chapters: [
        Chapter(kind: .preface, title: "Foreword", blocks: [Samples.paragraph("Well.")]),
        Chapter(title: "One", blocks: [Samples.paragraph("Text.")]),
        Chapter(kind: .afterword, title: "After", blocks: [Samples.paragraph("Text.")]),
      ])
    story.metadata.title = "Story"
    story.metadata.fandoms = ["Hollow Coast"]
    return story
  }

  private static let cover = BookCover(
    StoryImage(bytes: TestImages.png, mediaType: "image/png", width: 4, height: 3))

  @Test("the book opens at the first chapter, whatever stands before it")
  func start() {
    let pages = Pages(Self.story) { $0.cover = Self.cover }
    #expect(
      pages.text("EPUB/nav.xhtml").contains(
        "<a epub:type=\"bodymatter\" href=\"text/chapter-001.xhtml\">One</a>"))
    #expect(
      pages.package.contains(
        "<reference type=\"text\" title=\"One\" href=\"text/chapter-001.xhtml\"/>"))
    #expect(pages.page("preface-001").contains("<body epub:type=\"frontmatter\">"))
    #expect(pages.page("chapter-001").contains("<body epub:type=\"bodymatter\">"))
    #expect(pages.page("afterword-001").contains("<body epub:type=\"backmatter\">"))
  }

  @Test("the contents need be no page, and are navigation still")
  func contentsPage() throws {
    var options = Samples.options
    options.hasContentsPage = false
    let book = Book(binding: Self.story, options: options)
    try TestFiles.keep(try EPUBPackager.pack(book), as: "no-contents-page")
    let pages = Pages(book)
    #expect(pages.package.contains("<itemref idref=\"nav\" linear=\"no\"/>\n</spine>"))
    #expect(pages.package.contains("properties=\"nav\""))
    #expect(
      Pages(Self.story).package.contains(
        "<itemref idref=\"nav\"/>\n<itemref idref=\"notes-before\"/>"))
  }
}
