import FanfoldReading
import FanfoldStory
import Testing

@Suite("OpenDocument texts")
struct ODTReaderTests {
  private static let styles = """
    <style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/>\
    </style:style><style:style style:name="T2" style:family="text" style:parent-style-name="T1">\
    <style:text-properties fo:font-weight="bold"/></style:style>\
    <style:style style:name="P1" style:family="paragraph" style:parent-style-name="Heading_20_1"/>\
    <style:style style:name="P2" style:family="paragraph" style:parent-style-name="Title"/>
    """
  private static let opening =
    "<text:p text:style-name=\"P2\">The Lamp</text:p><text:p>\(prose(1))</text:p>"

  private func blocks(_ body: String) throws -> [String] {
    let bytes = SampleDocument.openDocument(
      Self.opening + body + "<text:p>She left.</text:p>", styles: Self.styles)
    let story = try SampleDocument.read(bytes, name: "lamp.fodt")
    #expect(story.metadata.title == "The Lamp")
    return Array(story.chapters.flatMap(\.outline).dropFirst().dropLast())
  }

  @Test(
    "paragraphs",
    arguments: [
      (#"<text:p>a<text:s text:c="3"/>b<text:tab/>c</text:p>"#, ["a b c"]),
      ("<text:p>a<text:line-break/>b</text:p>", ["a / b"]),
      (#"<text:p>a <text:span text:style-name="T1">b</text:span></text:p>"#, ["a <i>b</i>"]),
      (#"<text:p><text:span text:style-name="T2">b</text:span></text:p>"#, ["<b><i>b</i></b>"]),
      (
        "<text:list><text:list-item><text:p>milk</text:p></text:list-item><text:list-item>"
          + "<text:p>bread</text:p></text:list-item></text:list>", ["- milk - bread"]
      ),
      (#"<text:p text:style-name="Horizontal_20_Line"/><text:p>One.</text:p>"#, ["***", "One."]),
      (
        #"<text:p>See <text:a xlink:href="https://example.org/">there</text:a>.</text:p>"#,
        ["See <a https://example.org/>there</a>."]
      ),
      (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p>"
          + "</text:deletion></text:changed-region></text:tracked-changes><text:p>New.</text:p>",
        ["New."]
      ),
      (
        "<text:section><text:p>One.</text:p></text:section><text:table-of-content><text:index-body>"
          + "<text:p>Rain 3</text:p></text:index-body></text:table-of-content>", ["One."]
      ),
      (
        "<text:p>One.<draw:frame><draw:text-box><text:p>Beware.</text:p></draw:text-box>"
          + "</draw:frame></text:p>", ["One.", "Beware."]
      ),
    ])
  func paragraphs(source: String, expected: [String]) throws {
    #expect(try blocks(source) == expected)
  }

  @Test("headings, by their element or by their style")
  func headings() throws {
    let bytes = SampleDocument.openDocument(
      """
      <text:p text:style-name="P2">The Lamp</text:p>\
      <text:h text:outline-level="1">Rain</text:h><text:p>\(prose(2))</text:p>\
      <text:p text:style-name="P1">Snow</text:p><text:p>\(prose(2))</text:p>
      """, styles: Self.styles)
    let story = try SampleDocument.read(bytes, name: "lamp.fodt")
    #expect(story.metadata.title == "The Lamp")
    #expect(story.headings == ["Rain", "Snow"])
  }

  @Test("notes follow the text")
  func notes() throws {
    let note = """
      <text:note><text:note-citation>9</text:note-citation><text:note-body><text:p>Of old.</text:p>\
      </text:note-body></text:note>
      """
    let bytes = SampleDocument.openDocument(
      Self.opening + "<text:p>One\(note).</text:p>", styles: Self.styles)
    let story = try SampleDocument.read(bytes, name: "lamp.fodt")
    #expect(
      story.chapters.flatMap(\.outline).dropFirst() == ["One<sup>1</sup>.", "<sup>1</sup> Of old."])
  }
}
