import FanfoldReading
import FanfoldStory
import Testing

@Suite("FictionBook")
struct FB2ReaderTests {
  private static let pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

  private static func book(_ sections: String, encoding: String = "utf-8") -> String {
    """
    <?xml version="1.0" encoding="\(encoding)"?>
    <FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"
     xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><genre>sf</genre>
    <author><first-name>Edgar</first-name><last-name>Hale</last-name></author>
    <author><nickname>plate_thief</nickname></author>
    <book-title>The Soup Plate</book-title>
    <annotation><p>A parcel.</p><p>A river.</p></annotation>
    <keywords>soup, plates</keywords><date value="2014-03-03">March 2014</date><lang>en</lang>
    <sequence name="Kitchen Tales" number="2"/></title-info>
    <document-info><program-used>a converter</program-used></document-info></description>
    <body><title><p>Edgar Hale</p><p>The Soup Plate</p></title>\(sections)</body>
    <body name="notes"><section id="n1"><title><p>1</p></title><p>Made of clay.</p></section></body>
    <binary id="p.png" content-type="image/png">\(pixel)</binary></FictionBook>
    """
  }

  @Test("a book's description is the story's metadata, its sections are chapters")
  func sections() throws {
    let reading = try read(
      Self.book(
        """
        <section><title><p>Chapter 1</p><p>The Parcel</p></title><epigraph><p>Eat.</p>
        <text-author>A Cook</text-author></epigraph><p>She <emphasis>knocked</emphasis> on the
        plate<a l:href="#n1" type="note">[1]</a>.</p><subtitle>* * *</subtitle><p>\(prose(1))</p>
        <poem><stanza><v>Rain on the sill,</v><v>nobody home.</v></stanza></poem></section>
        <section><title><p>Chapter 2</p></title><p>\(prose(1))</p><image l:href="#p.png"/>
        <cite><p>Dear Anna.</p></cite></section>
        """), name: "book.fb2")
    let metadata = reading.story.metadata
    #expect(reading.format == "fb2")
    #expect(metadata.title == "The Soup Plate")
    #expect(metadata.authors.map(\.name) == ["Edgar Hale", "plate_thief"])
    #expect(metadata.tags == ["soup", "plates"])
    #expect(metadata.summary.map(\.outline) == ["A parcel.", "A river."])
    #expect(metadata.published == PartialDate(year: 2014, month: 3, day: 3))
    #expect(metadata.language == "en")
    #expect(metadata.series == [SeriesPlace("Kitchen Tales", position: "2")])
    #expect(reading.story.headings == ["Chapter 1: The Parcel", "Chapter 2"])
    #expect(
      reading.story.chapters[0].outline.filter { !$0.hasPrefix("The rain") } == [
        "> Eat. > A Cook", "She <i>knocked</i> on the plate<sup>[1]</sup>.", "***",
        "Rain on the sill, / nobody home.",
      ])
    #expect(
      reading.story.chapters[1].outline.suffix(2) == ["> Dear Anna.", "<sup>1</sup> Made of clay."])
    #expect(reading.story.images.count == 1)
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
  }

  @Test("sections of sections are parts")
  func parts() throws {
    let chapter = "<section><title><p>Chapter 1</p></title><p>\(prose(1))</p></section>"
    let story = try read(
      Self.book("<section><title><p>Part One</p></title>\(chapter)</section>"), name: "a.fb2"
    ).story
    #expect(story.chapters.map(\.kind) == [.part, .chapter])
  }

  @Test("notes in sections of sections, and of other things than paragraphs, come once")
  func notes() throws {
    let notes = """
      <body name="notes"><title><p>Notes</p></title><section><title><p>Part One</p></title>
      <section id="a"><title><p>1</p></title><p>Of clay.</p></section>
      <section id="b"><title><p>2</p></title><cite><p>Of tin.</p></cite></section></section></body>
      """
    let text = Self.book("<section><p>\(prose(3))</p></section>").replacing(
      "<binary", with: notes + "<binary")
    let reading = try read(text, name: "a.fb2")
    #expect(
      reading.story.chapters.flatMap(\.outline).suffix(4) == [
        "Part One", "<sup>1</sup> Of clay.", "2", "> Of tin.",
      ])
    #expect(reading.story.ledger.entries.contains { $0.text == "Notes" })
    #expect(reading.account.isClosed)
  }

  @Test("the encoding is the declared one")
  func encoding() throws {
    let text = Self.book(
      "<section><p>\u{41B}ampa. \(prose(2))</p></section>", encoding: "windows-1251")
    let bytes = text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : 0xCB }
    let reading = try reader.read(StoryFile(name: "a.fb2", bytes: bytes))
    #expect(reading.story.body.first?.hasPrefix("\u{41B}ampa.") == true)
    #expect(reading.encoding == "windows-1251")
  }

  @Test("what was cut short is refused by name", arguments: [2000, 400])
  func broken(length: Int) {
    let text = String(Self.book("<section><p>\(prose(8))</p></section>").prefix(length))
    let error = #expect(throws: ReadError.self) { try read(text, name: "a.fb2") }
    #expect(error?.name == "bad-markup")
  }
}
