import FanfoldArchive
import FanfoldReading
import FanfoldStory
import Testing

@Suite("Word documents")
struct DOCXReaderTests {
  typealias Sample = SampleDocument

  private static let styles = """
    <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>\
    <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/>\
    <w:rPr><w:b/></w:rPr></w:style>\
    <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Chapter head"/>\
    <w:basedOn w:val="a1"/></w:style>\
    <w:style w:type="paragraph" w:styleId="Letter"><w:name w:val="Letter"/>\
    <w:rPr><w:i/></w:rPr></w:style>\
    <w:style w:type="character" w:styleId="Stress"><w:name w:val="Stress"/>\
    <w:rPr><w:i/></w:rPr></w:style>
    """

  private static let opening =
    Sample.paragraph("The Lamp", #"<w:pStyle w:val="Titel"/>"#) + Sample.paragraph(prose(1))

  /// The blocks of a document after its title and first paragraph.
  private func blocks(_ body: String) throws -> [String] {
    let bytes = try Sample.word(
      Self.opening + body + Sample.paragraph("She left."), styles: Self.styles,
      relations: #"<Relationship Id="r9" Target="https://example.org/" TargetMode="External"/>"#)
    let story = try Sample.read(bytes, name: "lamp.docx")
    #expect(story.metadata.title == "The Lamp")
    return Array(story.chapters.flatMap(\.outline).dropFirst().dropLast())
  }

  @Test(
    "runs",
    arguments: [
      ("<w:r><w:t>Wo</w:t></w:r><w:r><w:t>rd.</w:t></w:r>", "Word."),
      (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r>",
        "<b>ab</b>"
      ),
      (#"<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>plain</w:t></w:r>"#, "plain"),
      (#"<w:r><w:rPr><w:rStyle w:val="Stress"/></w:rPr><w:t>x</w:t></w:r>"#, "<i>x</i>"),
      (
        #"<w:pPr><w:pStyle w:val="Letter"/></w:pPr><w:r><w:t>a </w:t></w:r><w:r><w:rPr>"#
          + #"<w:rStyle w:val="Stress"/></w:rPr><w:t>b</w:t></w:r>"#, "<i>a </i>b"
      ),
      (
        "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>",
        "a / b c\u{2011}d"
      ),
      (#"<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:t> he said</w:t></w:r>"#, "☺ he said"),
      (
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>",
        "new"
      ),
      ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r>", "yes"),
      (
        #"<w:hyperlink r:id="r9"><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>there</w:t></w:r></w:hyperlink>"#,
        "<a https://example.org/>there</a>"
      ),
      (
        #"<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://example.org/a"</w:instrText>"#
          + #"<w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/></w:r>"#,
        "<a https://example.org/a>x</a>"
      ),
    ])
  func runs(source: String, expected: String) throws {
    #expect(try blocks("<w:p>\(source)</w:p>") == [expected])
  }

  @Test("rules, marks and lists")
  func paragraphs() throws {
    let border = #"<w:pBdr><w:bottom w:val="single"/></w:pBdr>"#
    #expect(
      try blocks("<w:p><w:pPr>\(border)</w:pPr></w:p>" + Sample.paragraph("One.")) == [
        "***", "One.",
      ])
    #expect(
      try blocks(Sample.paragraph("* * *", #"<w:jc w:val="center"/>"#) + Sample.paragraph("One."))
        == ["***", "One."])
    let item = #"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#
    #expect(
      try blocks(Sample.paragraph("milk", item) + Sample.paragraph("bread", item)) == [
        "- milk - bread"
      ])
  }

  @Test("a text box is read once, after its paragraph")
  func textBox() throws {
    let box = "<w:txbxContent>\(Sample.paragraph("Beware."))</w:txbxContent>"
    let source = """
      <w:p><w:r><w:t>One.</w:t></w:r><w:r><AlternateContent><Choice><w:drawing>\(box)</w:drawing>\
      </Choice><Fallback><w:pict>\(box)</w:pict></Fallback></AlternateContent></w:r></w:p>
      """
    #expect(try blocks(source) == ["One.", "Beware."])
  }

  @Test(
    "headings by their styles, based on others and in both editions",
    arguments: [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ])
  func headings(namespace: String) throws {
    let body = ["Rain", "Snow"].map {
      Sample.paragraph($0, #"<w:pStyle w:val="Mine"/>"#) + Sample.paragraph(prose(2))
    }
    let bytes = try Sample.word(
      Sample.paragraph("The Lamp", #"<w:pStyle w:val="Titel"/>"#) + body.joined(),
      styles: Self.styles, namespace: namespace)
    let story = try Sample.read(bytes, name: "lamp.docx")
    #expect(story.metadata.title == "The Lamp")
    #expect(story.headings == ["Rain", "Snow"])
  }

  @Test("notes follow the text; comments and page headers stay out")
  func notes() throws {
    let body =
      Self.opening
      + #"<w:p><w:r><w:t>One</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>"#
    let bytes = try Sample.word(
      body, styles: Self.styles,
      parts: [
        (
          "footnotes",
          "<w:footnotes><w:footnote w:id=\"2\">\(Sample.paragraph("Of old."))</w:footnote></w:footnotes>"
        ),
        ("header", "<w:header>\(Sample.paragraph("Lamp, page"))</w:header>"),
        ("comments", "<w:comments>\(Sample.paragraph("why?"))</w:comments>"),
      ])
    let story = try Sample.read(bytes, name: "lamp.docx")
    #expect(
      story.chapters.flatMap(\.outline).dropFirst() == ["One<sup>1</sup>.", "<sup>1</sup> Of old."])
    #expect(story.ledger.removed.map(\.text) == ["Lamp, page", "why?"])
  }

  @Test(
    "what cannot be read is refused",
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "old-word"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
          + "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }, "protected-document"
      ),
      (Array("%PDF-1.7\n".utf8), "pdf"),
    ])
  func refused(bytes: [UInt8], name: String) {
    let error = #expect(throws: ReadError.self) {
      try reader.read(StoryFile(name: "saved.doc", bytes: bytes))
    }
    #expect(error?.name == name)
  }

  @Test("a document without its text, or with broken XML, is refused")
  func broken() throws {
    for (files, name) in [
      ([Sample.file("[Content_Types].xml", "<Types/>")], "bad-container"),
      ([Sample.file("word/document.xml", "<w:document><w:body>")], "bad-markup"),
      ([Sample.file("word/document.xml", "<document/>")], "not-a-document"),
    ] {
      let bytes = try ContainerWriter.write(files, modified: 0)
      let error = #expect(throws: ReadError.self) {
        try reader.read(StoryFile(name: "a.docx", bytes: bytes))
      }
      #expect(error?.name == name)
    }
  }

  private static let pieces = [
    "<w:p>", "</w:p>", Sample.paragraph("Chapter 1", #"<w:pStyle w:val="Mine"/>"#),
    Sample.paragraph("* * *"), Sample.paragraph("by Rowan"), Sample.paragraph("Title: x"),
    Sample.paragraph("a", #"<w:numPr><w:numId w:val="1"/></w:numPr>"#), "<w:p/>",
    #"<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>"#,
    "<w:tbl><w:tr><w:tc>\(Sample.paragraph("a"))</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    #"<w:p><w:del><w:r><w:delText>d</w:delText></w:r></w:del></w:p>"#,
    #"<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>f</w:t></w:r></w:p>"#,
    #"<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>"#,
    #"<w:p><w:r><w:ruby><w:rt><w:r><w:t>r</w:t></w:r></w:rt></w:ruby></w:r></w:p>"#,
    #"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>on</w:t></w:r></w:p>"#,
    "<w:sdt><w:sdtContent>\(Sample.paragraph("s"))</w:sdtContent></w:sdt>",
  ]

  @Test("the account closes for documents of any shape", arguments: 1...40)
  func account(seed: UInt64) throws {
    var generator = SplitMix(state: seed)
    var body = ""
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let piece = Self.pieces.dropFirst(2).randomElement(using: &generator) ?? ""
      body += piece
      if Int.random(in: 0..<4, using: &generator) == 0 { body += Sample.paragraph(prose(1)) }
    }
    let bytes = try Sample.word(body, styles: Self.styles)
    guard let reading = try? reader.read(StoryFile(name: "a.docx", bytes: bytes)) else { return }
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing of \(body)")
  }
}
