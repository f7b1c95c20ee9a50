import FanfoldArchive
import FanfoldEPUB
import FanfoldStory
import Testing

@Suite("What a book says about its accessibility")
struct AccessibilityTests {
  private static let png = StoryImage(bytes: TestImages.png, mediaType: "image/png")
  private static let gif = StoryImage(bytes: TestImages.gif, mediaType: "image/gif")
  private static let moving = StoryImage(
    bytes: TestImages.gif.dropLast() + TestImages.gif.dropFirst(25), mediaType: "image/gif")
  private static let movingDrawing = StoryImage(
    bytes: Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3">\
      <animate attributeName="x" dur="1s" values="0;1"/></rect></svg>
      """.utf8), mediaType: "image/svg+xml")

  private func story(_ blocks: Block..., language: String? = "en", images: [StoryImage] = [])
    -> Story
  {
    var story = Story(chapters: [Chapter(blocks: blocks)], images: images)
    story.metadata.language = language
    return story
  }

  private func picture(_ image: StoryImage, _ words: String) -> Block {
    Block(.figure([.image(ImageReference(image.id, alternative: words))], caption: []))
  }

  private func accessibility(_ story: Story) -> Accessibility {
    Book(binding: story, options: Samples.options).metadata.accessibility
  }

  private static let conformance = """
    <meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level \
    AA</meta>
    <meta refines="#conformance" property="a11y:certifiedBy">fanfold 0.1.0</meta>
    """

  @Test("is that it conforms when everything that can be computed holds")
  func conforms() throws {
    let whole = story(
      Samples.paragraph("Text."), picture(Self.gif, "A lamp in fog"), images: [Self.gif])
    #expect(Pages(whole).package.contains(Self.conformance))
    try TestFiles.keep(
      try EPUBPackager.pack(Book(binding: whole, options: Samples.options)), as: "conforms")
  }

  @Test("is not that it conforms when something is missing or cannot be judged")
  func doesNotConform() {
    let bare = Table(rows: [[Table.Cell([Samples.paragraph("a")])]])
    let stories = [
      story(Samples.paragraph("Text."), language: nil),
      story(picture(Self.png, ""), images: [Self.png]),
      story(picture(Self.png, "IMG_001.jpg"), images: [Self.png]),
      story(picture(Self.moving, "A lamp"), images: [Self.moving]),
      story(picture(Self.movingDrawing, "A lamp"), images: [Self.movingDrawing]),
      story(Block(.preformatted(" /\\ "))), story(Block(.quotation([Block(.table(bare))]))),
    ]
    for story in stories {
      #expect(accessibility(story).certifier == nil)
      #expect(!Pages(story).package.contains("conformsTo"))
      #expect(!Pages(story).package.contains("certifiedBy"))
    }
  }

  @Test("is not that it conforms when nobody vouches for the book")
  func nobodyVouches() {
    var options = Samples.options
    options.certifier = nil
    let book = Book(binding: story(Samples.paragraph("Text.")), options: options)
    #expect(book.metadata.accessibility.certifier == nil)
  }

  @Test("names hazards only where a picture may flash")
  func hazards() {
    func hazards(_ image: StoryImage) -> [String] {
      accessibility(story(picture(image, "A lamp"), images: [image])).hazards
    }
    #expect(hazards(Self.png) == ["none"])
    #expect(hazards(Self.gif) == ["none"])
    #expect(hazards(Self.moving) == ["unknown"])
    #expect(hazards(Self.movingDrawing) == ["unknown"])
    #expect(accessibility(story(Samples.paragraph("Text."))).hazards == ["none"])
  }

  @Test("names the ways to read it that suffice")
  func modes() {
    #expect(accessibility(story(Samples.paragraph("Text."))).modes == ["textual"])
    #expect(accessibility(story(Block(.preformatted("/\\")))).sufficientModes == ["textual,visual"])
    let named = accessibility(story(picture(Self.png, "photo.png"), images: [Self.png]))
    #expect(named.sufficientModes == ["textual,visual"])
    #expect(named.undescribedPictures == 1)
    #expect(!named.features.contains("alternativeText"))
  }

  @Test("names ruby where there is some, and chapters to go by where there are more than one")
  func features() {
    let ruby = Block(.paragraph([.emphasis([.ruby([.text("灯")], reading: [.text("とう")])])]))
    #expect(accessibility(story(ruby)).features.contains("rubyAnnotations"))
    let one = story(Samples.paragraph("Text."))
    #expect(
      accessibility(one).features == [
        "tableOfContents", "readingOrder", "displayTransformability", "unlocked",
      ])
    var two = one
    two.chapters.append(two.chapters[0])
    #expect(accessibility(two).features.contains("structuralNavigation"))
  }

  @Test("words of the binder's own are marked as English in a book that is not")
  func language() {
    var german = story(Samples.paragraph("Text."), Samples.paragraph("Text."), language: "de")
    german.chapters.append(german.chapters[0])
    let pages = Pages(german)
    #expect(pages.page("chapter-001").contains("class=\"generated\" lang=\"en\" xml:lang=\"en\""))
    #expect(
      pages.text("EPUB/nav.xhtml").contains("lang=\"en\" xml:lang=\"en\">Colophon</a>"))
    german.metadata.language = "en-GB"
    #expect(!Pages(german).page("chapter-001").contains("lang=\"en\""))
  }
}
