import FanfoldArchive
import FanfoldReading
import FanfoldStory
import Testing

@Suite("EPUBs")
struct EPUBReaderTests {
  private static let first = "<p>The lamp went out at six.</p><p>Nobody lit it again.</p>"
  private static let second = "<p>In the morning the boats were gone.</p>"

  /// The headings and texts of the chapters.
  private func outline(_ reading: Reading) -> [String] {
    reading.story.chapters.flatMap { ["# \($0.heading ?? "")"] + $0.outline }
  }

  @Test("part into chapters where their contents say so")
  func chapters() throws {
    let book = SampleBook(
      documents: [
        ("cover.xhtml", "<body epub:type=\"cover\"><p>THE TIDE CLOCK</p></body>"),
        ("one.xhtml", "<h1>Chapter 1</h1><h2>Low Water</h2>" + Self.first),
        ("more.xhtml", "<p>And so it stayed.</p>"),
        ("two.xhtml", "<p>2</p>" + Self.second),
        ("end.xhtml", "<p>Printed nowhere.</p>"),
      ],
      contents: SampleBook.line("Cover", "cover.xhtml")
        + SampleBook.line("Chapter 1: Low Water", "one.xhtml")
        + SampleBook.line("Chapter 2", "two.xhtml") + SampleBook.line("Colophon", "end.xhtml"))
    let reading = try book.read()
    #expect(reading.account.isClosed)
    #expect(reading.format == "epub")
    #expect(
      outline(reading) == [
        "# Chapter 1: Low Water", "The lamp went out at six.", "Nobody lit it again.",
        "And so it stayed.", "# Chapter 2", "2", "In the morning the boats were gone.",
      ])
    #expect(
      reading.story.ledger.entries.filter { $0.fate == .removed }.map(\.text)
        == ["THE TIDE CLOCK", "Printed nowhere."])
  }

  @Test("part one document at the anchors of their contents, and nest in parts")
  func anchors() throws {
    let text = """
      <div><h1 id="p">Part One</h1><h2 id="a">Ebb</h2>\(Self.first)</div>\
      <h2><a id="b"></a>Flood</h2>\(Self.second)
      """
    let book = SampleBook(
      documents: [("all.xhtml", text), ("last.xhtml", "<h1>Part Two</h1>" + Self.second)],
      contents: SampleBook.point("Part One", "all.xhtml#p")
        + SampleBook.point("Ebb", "all.xhtml#a") + SampleBook.point("Flood", "all.xhtml#b")
        + SampleBook.point("Part Two", "last.xhtml"),
      isEPUB2: true)
    #expect(
      outline(try book.read()) == [
        "# Part One", "# Ebb", "The lamp went out at six.", "Nobody lit it again.", "# Flood",
        "In the morning the boats were gone.", "# Part Two", "In the morning the boats were gone.",
      ])
  }

  @Test("without contents are understood by their headings")
  func headings() throws {
    let book = SampleBook(documents: [
      ("one.xhtml", "<h2>Chapter One</h2>" + Self.first),
      ("two.xhtml", "<h2>Chapter Two</h2>" + Self.second),
    ])
    #expect(try book.read().story.chapters.map(\.heading) == ["Chapter One", "Chapter Two"])
  }

  @Test("say who and what in their package documents")
  func metadata() throws {
    let book = SampleBook(
      metadata: """
        <dc:title id="t">The Tide Clock</dc:title><dc:creator opf:role="aut">rowan</dc:creator>\
        <dc:creator opf:role="ill">sorrel</dc:creator><dc:creator opf:role="aut">Unknown</dc:creator>\
        <dc:language>en-GB</dc:language><dc:date>2014-05-06T00:00:00+00:00</dc:date>\
        <dc:description>&lt;p&gt;A lamp.&lt;/p&gt;&lt;p&gt;A tide.&lt;/p&gt;</dc:description>\
        <dc:subject>Fanworks</dc:subject><dc:subject>Mature</dc:subject><dc:subject>Gen</dc:subject>\
        <dc:subject>Major Character Death</dc:subject><dc:subject>Anna Reed/Tom Hale</dc:subject>\
        <dc:subject>Hurt/Comfort</dc:subject><dc:subject>Lighthouses</dc:subject>\
        <dc:source>https://example.org/works/7</dc:source>\
        <meta name="calibre:series" content="Harbour Lights"/><meta name="calibre:series_index" content="2.0"/>
        """, documents: [("one.xhtml", Self.first)])
    let about = try book.read().story.metadata
    #expect(about.title == "The Tide Clock")
    #expect(about.authors == [Author("rowan")])
    #expect(about.contributors == [Contributor("sorrel", role: .artist)])
    #expect(about.language == "en-gb")
    #expect(about.published?.description == "2014-05-06")
    #expect(about.summary.map(\.plainText) == ["A lamp. A tide."])
    #expect(about.rating?.level == .mature)
    #expect(about.categories == ["Gen"])
    #expect(about.warnings == ["Major Character Death"])
    #expect(about.relationships.map(\.characters) == [["Anna Reed", "Tom Hale"]])
    #expect(about.tags == ["Hurt/Comfort", "Lighthouses"])
    #expect(about.source == "https://example.org/works/7")
    #expect(about.series == [SeriesPlace("Harbour Lights", position: "2")])
  }

  @Test("set in styles by classes keep them")
  func styles() throws {
    let sheet = "p.c { text-align: center } .i { font-style: italic; } .x { display: none }"
    let book = SampleBook(
      documents: [
        (
          "one.xhtml",
          SampleBook.page(
            "<p>He was <span class=\"i\">late</span>.</p><p class=\"x\">Stolen.</p>",
            head: "<link rel=\"stylesheet\" href=\"a.css\"/>")
        )
      ], files: [SampleBook.file("OPS/a.css", sheet)])
    let reading = try book.read()
    #expect(
      reading.story.chapters.first?.blocks.map(\.content)
        == [.paragraph([.text("He was "), .emphasis([.text("late")]), .text(".")])])
    #expect(reading.story.ledger.entries.map(\.text).contains("Stolen."))
  }

  @Test("give their cover, but not one that was drawn for them", arguments: [true, false])
  func cover(isDrawn: Bool) throws {
    let gif =
      Array("GIF89a".utf8) + [
        4, 0, 3, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 4, 0, 3, 0, 0, 2, 2, 0x8C,
        0x53, 0, 0x3B,
      ]
    let drawn = isDrawn ? "<meta property=\"fanfold:cover\">drawn</meta>" : ""
    var book = SampleBook(
      metadata: "<dc:title>T</dc:title><meta name=\"cover\" content=\"cover\"/>" + drawn,
      documents: [("one.xhtml", Self.first)])
    book.items = "<item id=\"cover\" href=\"cover.gif\" media-type=\"image/gif\"/>"
    book.files = [ContainerFile(path: "OPS/cover.gif", bytes: gif)]
    let reading = try book.read()
    #expect(reading.story.cover?.bytes == (isDrawn ? nil : gif))
  }

  @Test("whose documents are not well-formed are read all the same")
  func malformed() throws {
    let book = SampleBook(documents: [("one.xhtml", "<p>One & two<br>three<p>four")])
    #expect(try book.read().story.body == ["One & two\nthree", "four"])
  }

  @Test("with a document that is missing are read, and say so")
  func missing() throws {
    var book = SampleBook(documents: [("one.xhtml", Self.first)])
    book.documents.append(("two%20.xhtml", Self.second))
    let reading = try book.read()
    #expect(
      reading.remarks == [
        "'OPS/two .xhtml' is missing from the story: there is no 'OPS/two .xhtml' in the container"
      ])
  }

  @Test("that are locked say so; scrambled fonts lock nothing")
  func encrypted() throws {
    let locked = encrypted("http://www.w3.org/2001/04/xmlenc#aes256-cbc")
    let error = #expect(throws: ReadError.self) { try locked.read() }
    #expect(error?.name == "protected-book")
    #expect(try encrypted("http://www.idpf.org/2008/embedding").read().story.body.count == 2)
  }

  private func encrypted(_ algorithm: String) -> SampleBook {
    let statement = """
      <encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>\
      <e:EncryptionMethod Algorithm="\(algorithm)"/><e:CipherData>\
      <e:CipherReference URI="OPS/one.xhtml"/></e:CipherData></e:EncryptedData></encryption>
      """
    return SampleBook(
      documents: [("one.xhtml", Self.first)],
      files: [SampleBook.file("META-INF/encryption.xml", statement)])
  }

  @Test("cut short are refused as damaged", arguments: [100, 700])
  func cutShort(length: Int) throws {
    let bytes = try SampleBook(documents: [("one.xhtml", Self.first)]).bytes()
    let error = #expect(throws: ReadError.self) {
      try reader.read(StoryFile(name: "cut.epub", bytes: Array(bytes.prefix(length))))
    }
    #expect(error?.name == "bad-container")
  }

  @Test("nested beyond all measure are refused with the reason")
  func tooDeep() throws {
    let depth = 20_000
    let text = String(repeating: "<div>", count: depth) + "x"
    let error = #expect(throws: ReadError.self) {
      try SampleBook(documents: [("one.xhtml", text)]).read()
    }
    #expect(error?.name == "unreadable-book")
    #expect(error?.problem.contains("nested too deep") == true)
  }

  @Test("neither expand entities nor fetch what they point to")
  func entities() throws {
    let page = """
      <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "lol">]>\
      <html xmlns="http://www.w3.org/1999/xhtml"><body><p>&x; &y; the end</p></body></html>
      """
    let body = try SampleBook(documents: [("one.xhtml", page)]).read().story.body
    #expect(body.count == 1)
    #expect(body[0].hasSuffix("the end"))
    #expect(!body[0].contains("root:"))
  }
}
