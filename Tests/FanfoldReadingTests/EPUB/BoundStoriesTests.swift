import FanfoldArchive
import FanfoldPublication
import FanfoldReading
import FanfoldStory
import Testing

@Suite("Anthologies of EpubMerge")
struct BoundStoriesTests {
  private static let documents = [
    (name: "0/OEBPS/one.xhtml", body: "<h2>Ebb</h2><p>It ebbed all night, and that was all.</p>"),
    (name: "0/OEBPS/two.xhtml", body: "<h2>Flow</h2><p>It flowed all day, and that was all.</p>"),
    (name: "1/text/a b.xhtml", body: "<p>It rained on the rest of them, and that was all.</p>"),
  ]

  private static func merged(keepsPackages: Bool) -> SampleBook {
    var book = SampleBook(
      metadata: """
        <dc:identifier>epubmerge-uid-1700000000</dc:identifier><dc:title>Tides Anthology</dc:title>\
        <dc:creator>rowan</dc:creator><dc:creator>sorrel</dc:creator><dc:language>en</dc:language>
        """,
      documents: documents.map { ($0.name.replacing(" ", with: "%20"), $0.body) },
      contents: SampleBook.point(
        "The Tides", "0/OEBPS/one.xhtml",
        SampleBook.point("Ebb", "0/OEBPS/one.xhtml")
          + SampleBook.point("Flow", "0/OEBPS/two.xhtml"))
        + SampleBook.point("Rain", "1/text/a%20b.xhtml"),
      isEPUB2: true)
    // The names of the files themselves are not escaped.
    book.files = [
      SampleBook.file("OPS/1/text/a b.xhtml", SampleBook.page(documents[2].body))
    ]
    guard keepsPackages else { return book }
    let ebb = SampleBook.point("Ebb", "one.xhtml")
    let flow = SampleBook.point("Flow", "two.xhtml")
    book.files += [
      SampleBook.file(
        "OPS/0/OEBPS/toc.ncx",
        """
        <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>\(ebb)\(flow)</navMap></ncx>
        """),
      SampleBook.file(
        "OPS/0/OEBPS/content.opf",
        package(title: "The Tides", author: "rowan", pages: ["one.xhtml", "two.xhtml"])),
      SampleBook.file(
        "OPS/1/content.opf", package(title: "Rain", author: "sorrel", pages: ["text/a%20b.xhtml"])),
    ]
    book.items = """
      <item id="a0" href="0/OEBPS/content.opf" media-type="origrootfile/xml"/>\
      <item id="a1" href="1/content.opf" media-type="origrootfile/xml"/>
      """
    return book
  }

  private static func package(title: String, author: String, pages: [String]) -> String {
    let items = pages.enumerated().map { index, page in
      "<item id=\"i\(index)\" href=\"\(page)\" media-type=\"application/xhtml+xml\"/>"
    }
    let places = pages.indices.map { "<itemref idref=\"i\($0)\"/>" }
    return """
      <package xmlns="http://www.idpf.org/2007/opf" version="2.0">\
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>\(title)</dc:title>\
      <dc:creator>\(author)</dc:creator></metadata>\
      <manifest><item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>\
      \(items.joined())</manifest><spine toc="n">\(places.joined())</spine></package>
      """
  }

  @Test("give their books back, with or without their package documents", arguments: [true, false])
  func stories(keepsPackages: Bool) throws {
    let bytes = try Self.merged(keepsPackages: keepsPackages).bytes()
    let members = try #require(BoundStories(bytes)).all
    #expect(members.map(\.name) == ["0", "1"])
    #expect(members.map(\.title) == ["The Tides", "Rain"])
    let stories = try members.map { member in
      try reader.read(StoryFile(name: member.name, bytes: try member.epub())).story
    }
    #expect(stories.map(\.metadata.title) == ["The Tides", "Rain"])
    #expect(stories.map(\.chapters.count) == [2, 1])
    #expect(stories[0].chapters.map(\.heading) == ["Ebb", "Flow"])
    guard keepsPackages else { return }
    #expect(stories.map { $0.metadata.authors.map(\.name) } == [["rowan"], ["sorrel"]])
  }

  @Test("are told from books with one story")
  func oneStory() throws {
    #expect(try BoundStories(SampleBook(documents: [Self.documents[0]]).bytes()) == nil)
    #expect(BoundStories(Array("no book".utf8)) == nil)
  }

  @Test("A book's scripts and fonts are listed, and nothing else comes of them")
  func furniture() throws {
    var book = SampleBook(documents: [
      ("one.xhtml", "<h2>One</h2><p>It rained.</p><script>alert('x')</script>")
    ])
    book.items = """
      <item id="s" href="app.js" media-type="text/javascript"/>\
      <item id="f" href="a.otf" media-type="font/otf"/>\
      <item id="g" href="b.otf" media-type="application/vnd.ms-opentype"/>
      """
    book.files = [
      SampleBook.file(
        "META-INF/encryption.xml",
        """
        <encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" \
        xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>\
        <e:EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/><e:CipherData>\
        <e:CipherReference URI="OPS/b.otf"/></e:CipherData></e:EncryptedData></encryption>
        """)
    ]
    let reading = try book.read()
    #expect(reading.account.isClosed)
    #expect(
      reading.story.ledger.removed.map { [$0.text, $0.reason] } == [
        ["OPS/app.js", "a script; nothing runs"], ["OPS/a.otf", "a font; the reader chooses"],
        ["OPS/b.otf", "a font, obfuscated for that book alone"],
        ["OPS/one.xhtml", "the scripts of a page; nothing runs"],
      ])
  }
}
