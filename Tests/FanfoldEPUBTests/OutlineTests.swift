import FanfoldEPUB
import FanfoldMarkup
import FanfoldStory
import Testing

@Suite("Headings")
struct OutlineTests {
  /// The levels of the headings of a page, in order.
  private func levels(_ tree: MarkupTree) -> [Int] {
    tree.descendants(of: tree.root).compactMap { node in
      let name = tree.name(of: node)
      return name.utf8.count == 2 && name.hasPrefix("h") ? Int(name.dropFirst()) : nil
    }
  }

  private func check(_ story: Story, _ notes: NotePlacement) throws {
    let pages = Pages(story) { $0.notes = notes }
    for name in pages.names {
      let levels = self.levels(try pages.tree(name))
      for (before, level) in zip([0] + levels, levels) {
        #expect(level <= before + 1, "\(name) goes from h\(before) to h\(level)")
      }
      #expect(levels.count { $0 == 1 } <= 1 || name.contains("-2"), "\(name) has one h1")
    }
  }

  @Test("skip no level in any document", arguments: NotePlacement.allCases)
  func outline(notes: NotePlacement) throws {
    try check(Samples.lighthouse, notes)
    for seed in UInt64(100)...120 {
      var stories = RandomStories(seed: seed)
      try check(stories.story(), notes)
    }
  }

  @Test("of a note stand under the chapter's, and those within it under the note's")
  func levels() throws {
    let subheading = Block(.subheading([.text("Sub")]))
    let story = Story(chapters: [
      Chapter(
        title: "One", notesBefore: [Note(label: "A/N", blocks: [subheading])],
        blocks: [subheading])
    ])
    #expect(try levels(Pages(story).tree("EPUB/text/chapter-001.xhtml")) == [1, 2, 3, 2])
    let end = Pages(story) { $0.notes = .end }
    #expect(try levels(end.tree("EPUB/text/chapter-001.xhtml")) == [1, 2])
    #expect(try levels(end.tree("EPUB/text/endnotes.xhtml")) == [1, 2, 3, 4])
  }

  @Test("of a file that goes on from another begin at the top")
  func continued() throws {
    let long = Samples.paragraph(String(repeating: "a ", count: 120_000))
    let story = Story(chapters: [
      Chapter(title: "One", blocks: [long, Block(.subheading([.text("Sub")])), long])
    ])
    let pages = Pages(story)
    let continued = pages.names.filter { $0.contains("chapter-001-") }
    #expect(try continued.flatMap { try levels(pages.tree($0)) } == [1])
  }

  @Test("of notes that are called what their page is called name different landmarks")
  func landmarks() {
    let note = Note(blocks: [Samples.paragraph("Hello.")])
    let named = Note(label: "Author’s notes", blocks: [Samples.paragraph("Thanks.")])
    let story = Story(
      notesBefore: [note, named], chapters: [Chapter(blocks: [Samples.paragraph("It began.")])])
    let labels = Pages(story).page("notes-before").split(separator: "\n")
      .filter { $0.hasPrefix("<section") }
    #expect(
      labels == [
        #"<section id="notes-before" class="notes" aria-labelledby="notes-before-heading">"#,
        ##"<section class="note authors-note" aria-labelledby="notes-before-note-heading-1">"##,
        ##"<section class="note authors-note" aria-label="Author’s notes (2)">"##,
      ])
  }
}
