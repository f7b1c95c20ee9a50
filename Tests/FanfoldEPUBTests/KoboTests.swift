import FanfoldArchive
import FanfoldEPUB
import FanfoldMarkup
import FanfoldStory
import Testing

@Suite("A book for Kobo's readers")
struct KoboTests {
  private func pages(_ story: Story, _ name: String, _ notes: NotePlacement = .inline) throws
    -> Pages
  {
    var options = Samples.options
    options.isForKobo = true
    options.notes = notes
    let book = Book(binding: story, options: options)
    try TestFiles.keep(try EPUBPackager.pack(book), as: "\(name).kepub")
    return Pages(book)
  }

  @Test("has a span around each sentence, numbered by paragraph")
  func spans() throws {
    let story = Story(chapters: [
      Chapter(
        title: "One",
        blocks: [
          Block(
            .paragraph([
              .text("“Stop!” he said. She "), .emphasis([.text("did")]), .text(" "),
              .strong([.text("not. No.")]),
            ])),
          Block(.preformatted("a. b")), Samples.paragraph("二。三。"),
        ])
    ])
    let page = try pages(story, "kobo-sentences").page("chapter-001")
    #expect(
      page.contains(
        """
        <div id="book-columns">
        <div id="book-inner">
        <section id="chapter-001" class="chapter" epub:type="chapter" role="doc-chapter" \
        aria-labelledby="chapter-001-heading">
        <header>
        <h1 id="chapter-001-heading"><span class="title">\
        <span class="koboSpan" id="kobo.1.1">One</span></span></h1>
        </header>
        <p><span class="koboSpan" id="kobo.2.1">“Stop!” </span>\
        <span class="koboSpan" id="kobo.2.2">he said. </span>\
        <span class="koboSpan" id="kobo.2.3">She </span>\
        <em><span class="koboSpan" id="kobo.2.4">did</span></em> \
        <strong><span class="koboSpan" id="kobo.2.5">not. </span>\
        <span class="koboSpan" id="kobo.2.6">No.</span></strong></p>
        <pre>a. b</pre>
        <p><span class="koboSpan" id="kobo.3.1">二。</span>\
        <span class="koboSpan" id="kobo.3.2">三。</span></p>
        </section>
        </div>
        </div>
        """))
  }

  @Test("says the same as one that is not", arguments: NotePlacement.allCases)
  func sameText(notes: NotePlacement) throws {
    let plain = Pages(Samples.lighthouse) { $0.notes = notes }
    let kobo = try pages(Samples.lighthouse, "kobo-\(notes.rawValue)", notes)
    #expect(plain.names == kobo.names)
    for name in plain.names {
      #expect(try text(plain, name) == text(kobo, name), "\(name)")
      let ids = try spanIDs(kobo, name)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test("whatever the story is", arguments: UInt64(200)...210)
  func anyStory(seed: UInt64) throws {
    var stories = RandomStories(seed: seed)
    let story = stories.story()
    let kobo = try pages(story, "kobo-random-\(seed)", seed.isMultiple(of: 2) ? .end : .popup)
    let plain = Pages(story) { $0.notes = seed.isMultiple(of: 2) ? .end : .popup }
    for name in plain.names { #expect(try text(plain, name) == text(kobo, name), "\(name)") }
  }

  private func text(_ pages: Pages, _ name: String) throws -> String {
    let tree = try pages.tree(name)
    let body = try #require(tree.first("body"))
    return tree.text(of: body).split { $0 == "\n" }.joined(separator: "\n")
  }

  private func spanIDs(_ pages: Pages, _ name: String) throws -> [String] {
    let tree = try pages.tree(name)
    return tree.all("span.koboSpan").compactMap { tree.attribute("id", of: $0) }
  }
}
