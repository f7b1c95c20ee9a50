import FanfoldArchive
import FanfoldEPUB
import FanfoldMarkup
import FanfoldStory
import Testing

@Suite("Notes")
struct NotePlacementTests {
  private static var story: Story {
    var story = Story(
      notesBefore: [Note(kind: .disclaimer, blocks: [Samples.paragraph("Not mine.")])],
      chapters: [
        Chapter(
          title: "One", notesBefore: [Note(label: "A/N", blocks: [Samples.paragraph("Before.")])],
          blocks: [Samples.paragraph("Text one.")],
          notesAfter: [Note(kind: .thanks, blocks: [Samples.paragraph("After.")])]),
        Chapter(
          title: "Two", blocks: [Samples.paragraph("Text two.")],
          notesAfter: [Note(blocks: [Samples.paragraph("Again.")])]),
      ])
    story.metadata.title = "Story"
    story.metadata.language = "de"
    return story
  }

  private func pages(_ notes: NotePlacement, _ story: Story = story) throws -> Pages {
    var options = Samples.options
    options.notes = notes
    let book = Book(binding: story, options: options)
    try TestFiles.keep(try EPUBPackager.pack(book), as: "notes-\(notes.rawValue)")
    return Pages(book)
  }

  @Test("at the end are linked there and back")
  func end() throws {
    let pages = try pages(.end)
    let chapter = pages.page("chapter-001")
    #expect(!chapter.contains("Before."))
    #expect(
      chapter.contains(
        """
        </header>
        <p class="note-link"><a id="chapter-001-note-1-link" \
        href="endnotes.xhtml#chapter-001-note-1" epub:type="noteref" role="doc-noteref">A/N</a></p>
        <p>Text one.</p>
        <p class="note-link"><a id="chapter-001-note-2-link" \
        href="endnotes.xhtml#chapter-001-note-2" epub:type="noteref" role="doc-noteref" \
        lang="en" xml:lang="en">Thanks</a></p>
        """))
    #expect(
      pages.page("endnotes").contains(
        """
        <h2 class="chapter-title">One</h2>
        <section id="chapter-001-note-1" class="note authors-note before" epub:type="endnote" \
        aria-labelledby="chapter-001-note-1-heading">
        <h3 id="chapter-001-note-1-heading">A/N</h3>
        <p>Before.</p>
        <p class="note-back"><a href="chapter-001.xhtml#chapter-001-note-1-link" \
        role="doc-backlink"><span lang="en" xml:lang="en">Back to </span>One</a></p>
        </section>
        """))
    #expect(
      pages.names.map { $0.split(separator: "/").last ?? "" } == [
        "nav.xhtml", "titlepage.xhtml", "chapter-001.xhtml", "chapter-002.xhtml",
        "notes-before.xhtml", "endnotes.xhtml", "colophon.xhtml",
      ])
  }

  @Test("that pop up are in the chapter's file, with links both ways")
  func popup() throws {
    let chapter = try pages(.popup).page("chapter-001")
    #expect(
      chapter.contains(
        """
        <p class="note-link"><a id="chapter-001-note-1-link" href="#chapter-001-note-1" \
        epub:type="noteref" role="doc-noteref">A/N</a></p>
        <p>Text one.</p>
        """))
    #expect(
      chapter.contains(
        """
        <aside id="chapter-001-note-1" class="note authors-note before" epub:type="footnote" \
        role="doc-footnote" aria-labelledby="chapter-001-note-1-heading">
        <h2 id="chapter-001-note-1-heading"><a href="#chapter-001-note-1-link" \
        role="doc-backlink">A/N</a></h2>
        <p>Before.</p>
        </aside>
        """))
  }

  @Test("too long to pop up stand in their place")
  func longPopup() throws {
    var story = Self.story
    story.chapters[0].notesBefore[0].blocks = [
      Samples.paragraph(String(repeating: "Long. ", count: 1000))
    ]
    let chapter = try pages(.popup, story).page("chapter-001")
    #expect(chapter.contains("</header>\n<aside class=\"note authors-note\""))
    #expect(chapter.contains("id=\"chapter-001-note-2\""))
  }

  @Test("that are not wanted are left out, and the account stays closed")
  func none() throws {
    let pages = try pages(.none)
    #expect(!pages.names.contains { $0.contains("note") })
    #expect(!pages.names.contains { pages.text($0).contains("Before.") })
    #expect(pages.page("colophon").contains("a note of the author’s, left out as asked (4)"))
    var story = Self.story
    let tally = story.textTally
    let entries = story.removeNotes()
    #expect(entries.count == 4)
    #expect(StoryAccount(input: tally, story: story).isClosed)
    #expect(entries[1].text == "A/N\nBefore.\n")
  }

  @Test("longer than a file go on in the next, and all links lead somewhere", arguments: 1...3)
  func long(copies: Int) throws {
    var story = Self.story
    let paragraphs = (0..<3000).map { Samples.paragraph("Paragraph \($0) & more of the same.") }
    for index in story.chapters.indices {
      story.chapters[index].notesAfter = Array(repeating: Note(blocks: paragraphs), count: copies)
    }
    let pages = try pages(.end, story)
    #expect(pages.names.contains("EPUB/text/endnotes-2.xhtml"))
    for name in pages.names { #expect(pages.text(name).utf8.count <= 240_000, "\(name)") }
  }

  @Test("each have an id of their own, and all links lead somewhere", arguments: UInt64(300)...308)
  func links(seed: UInt64) throws {
    var stories = RandomStories(seed: seed)
    let story = stories.story()
    for notes in NotePlacement.allCases {
      let pages = Pages(story) { $0.notes = notes }
      var ids: [String: Set<String>] = [:]
      var links: [(page: String, target: String)] = []
      for name in pages.names {
        let tree = try pages.tree(name)
        for node in tree.descendants(of: tree.root) {
          if let id = tree.attribute("id", of: node) {
            #expect(ids[name, default: []].insert(id).inserted, "\(name)#\(id) is there twice")
          }
          guard let link = tree.attribute("href", of: node), !link.contains(":"),
            let sign = link.firstIndex(of: "#")
          else { continue }
          let page = link[..<sign].isEmpty ? name : "EPUB/text/\(link[..<sign])"
          links.append((page, String(link[sign...].dropFirst())))
        }
      }
      for (page, target) in links {
        #expect(ids[page]?.contains(target) == true, "\(page)#\(target) is nowhere")
      }
    }
  }
}
