import FanfoldReading
import FanfoldStory
import Testing

@Suite("Markdown")
struct MarkdownReaderTests {
  @Test(
    "documents as people and programs write them",
    arguments: Fixture.all(in: "markdown", ending: ".md"))
  func document(fixture: Fixture) throws {
    let reading = try reader.read(StoryFile(name: "story.md", bytes: fixture.bytes()))
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    if Fixture.isRecording { fixture.record(reading.transcript) }
    #expect(reading.transcript == (try fixture.expected()))
  }

  private func markdown(_ text: String) throws -> Story {
    let reading = try read(text, name: "lamp.md")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story
  }

  @Test("a work's page whose numbers Markdown takes for code is known with its title")
  func copiedWork() throws {
    let labels = ["Rating": "Mature", "Archive Warning": "None", "Fandom": "Weather"]
      .sorted { $0.key > $1.key }.map { "\($0.key):\n\n    \n\n  * [\($0.value)](/tags/7)" }
    let counts = [("Words", "20,999"), ("Bookmarks", "[21](/works/7/bookmarks)"), ("Hits", "400")]
      .map { "\($0.0):\n\n    \($0.1)" }
    let lines = labels + ["Stats:\n\n    "] + counts
    let story = try markdown(
      lines.joined(separator: "\n\n") + """


        ## The Third Cup

        ### [rowan_hale](/users/rowan_hale)

        ### Work Text:

        \(prose(6))

        """)
    #expect(story.metadata.title == "The Third Cup")
    #expect(story.metadata.authors.map(\.name) == ["rowan_hale"])
    #expect(story.metadata.fandoms == ["Weather"])
    #expect(story.body.count == 6)
  }

  /// The blocks of a text without headings.
  private func blocks(_ text: String) throws -> [String] {
    try markdown("# The Lamp\n\n" + text + "\n").chapters.flatMap(\.outline)
  }

  @Test(
    "inline marks",
    arguments: [
      ("He *said* **so** ~~twice~~.", "He <i>said</i> <b>so</b> <s>twice</s>."),
      ("A `*` is code.", "A <code>*</code> is code."),
      (
        "See [me](https://example.org/me) or [there](there.html).",
        "See <a https://example.org/me>me</a> or there."
      ),
      (
        "At https://example.org/x now.",
        "At <a https://example.org/x>https://example.org/x</a> now."
      ),
      ("An <u>old *oak*</u> tree.", "An <u>old <i>oak</i></u> tree."),
      (
        #"A <span style="text-decoration:underline;">red</span> door."#,
        "A <u>red</u> door."
      ),
      ("It went <whack!> and <3 she said </rant>.", "It went <whack!> and <3 she said </rant>."),
      ("One <!-- not this --> two.", "One two."),
      ("He said \\*so\\* &amp; left.", "He said *so* & left."),
      ("One line\nand the same.", "One line and the same."),
      ("One line  \nand another\\\nand a third.", "One line / and another / and a third."),
      ("One line<br>and another.", "One line / and another."),
    ])
  func inlines(source: String, expected: String) throws {
    #expect(try blocks(source) == [expected])
  }

  @Test(
    "blocks",
    arguments: [
      ("One.\n\n***\n\nTwo.", ["One.", "***", "Two."]),
      ("> Dear K,\n>\n> come home.\n\nShe read.", ["> Dear K, > come home.", "She read."]),
      ("- milk\n- bread\n\nShe read.", ["- milk - bread", "She read."]),
      ("```\na  b\n c\n```\n\nShe read.", ["pre: a  b\n c", "She read."]),
      ("She read.\n\n    An indented line.", ["She read.", "An indented line."]),
      ("| a | b |\n|---|---|\n| 1 | 2 |\n\nShe read.", [" / !a | !b / 1 | 2", "She read."]),
      (
        "4. four\n5. five\n   - a\n     > b\n\nShe read.",
        ["4. four 5. five - a > b", "She read."]
      ),
      (
        "<center>\n<b>home &amp; away</b>\n</center>\n\nShe read.",
        ["<b>home & away</b>", "She read."]
      ),
    ])
  func structure(source: String, expected: [String]) throws {
    #expect(try blocks("First she sat.\n\n" + source) == ["First she sat."] + expected)
  }

  @Test("footnotes stay where they were written, those that nothing refers to as well")
  func footnotes() throws {
    let blocks = try blocks(
      "One[^b] and two[^a].\n\n[^a]: Second.\n\n[^c]: Of nothing.\n\n[^b]: First\n    of all.\n\nShe left."
    )
    #expect(
      blocks == [
        "One<sup>1</sup> and two<sup>2</sup>.", "<sup>2</sup> Second.",
        "<sup>3</sup> Of nothing.", "<sup>1</sup> First of all.", "She left.",
      ])
  }

  @Test("lines are those of the file")
  func lines() throws {
    let story = try markdown("---\ntitle: Lamp\n---\n\nOne.\n\nTwo\nthree.\n\n<p>Four.</p>\n")
    #expect(story.chapters.flatMap(\.blocks).map(\.lines?.first) == [5, 7, 10])
  }

  // MARK: what the files are called

  @Test(
    "is known by its extension, in text files by front matter with headings",
    arguments: [
      ("a.md", "One *word*.", "One <i>word</i>."),
      ("a.markdown", "One _word_ \\*.", "One <i>word</i> *."),
      ("a.txt", "---\ntitle: A\n---\n\n# A\n\nOne \\* word.", "One * word."),
      ("a.txt", "---\n\nOne \\* word.", "One \\* word."),
    ])
  func format(name: String, text: String, expected: String) throws {
    let story = try read(text, name: name).story
    #expect(story.chapters.flatMap(\.outline).last == expected)
  }

  @Test(
    "signs that Markdown has other uses for part scenes when they stand alone",
    arguments: ["~~~", "#", "###", "*", "+ + +", ">>>"])
  func ornaments(sign: String) throws {
    let text = "# Title\n\n" + [prose(2), prose(2), prose(1)].joined(separator: "\n\n\(sign)\n\n")
    let reading = try read(text, name: "story.md")
    #expect(reading.story.sceneBreaks == 2)
    #expect(reading.story.body.filter { $0.hasPrefix("The rain") }.count == 5)
    #expect(reading.account.isClosed)
  }

  @Test("a fence around lines that touch it is one")
  func fence() throws {
    let story = try read("# Title\n\n\(prose(2))\n\n~~~\nls  -l\n~~~\n\n\(prose(1))", name: "a.md")
      .story
    #expect(story.chapters.flatMap(\.outline).contains { $0.hasPrefix("pre: ls  -l") })
  }

  @Test("numbers and names above pages of text head chapters, and lists stay lists")
  func numberedHeadings() throws {
    let chapters = ["1. The Parcel", "2. The Plate"].map { "\($0)\n\n\(prose(3))" }
    let story = try read("The Road\n\n" + chapters.joined(separator: "\n\n"), name: "a.md").story
    #expect(story.chapters.map(\.title) == ["The Parcel", "The Plate"])
    let list = try read("\(prose(3))\n\n1. one\n\n2. two\n\n\(prose(3))", name: "a.md").story
    #expect(list.chapters.flatMap(\.outline).contains("1. one 2. two"))
  }

  @Test("lines end where their author ended them")
  func deliberateLines() throws {
    let verse = "Rain on the sill,\nbread on the board,\nand nobody home."
    let long = Array(repeating: prose(1).replacing("\n", with: " "), count: 4).joined(
      separator: "\n\n")
    let reading = try read(
      "The Road\nby Edgar Hale\n\n\(long)\n\n\(verse)\n\n\(long)", name: "a.md")
    #expect(reading.story.metadata.title == "The Road")
    #expect(reading.story.metadata.authors.map(\.name) == ["Edgar Hale"])
    #expect(
      reading.story.chapters.flatMap(\.outline).contains(
        "Rain on the sill, / bread on the board, / and nobody home."))
  }
}
