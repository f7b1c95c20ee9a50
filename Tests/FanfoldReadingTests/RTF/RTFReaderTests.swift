import FanfoldReading
import FanfoldStory
import Testing

@Suite("RTF")
struct RTFReaderTests {
  private static let start =
    #"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}"#
    + #"{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}{\colortbl;\red0\green0\blue0;}"#

  /// A title and a paragraph.
  private static let opening = #"\pard\outlinelevel0 The Lamp\par\pard "# + prose(1) + #"\par "#

  private func rtf(_ body: String) throws -> Story {
    let reading = try read(Self.start + body + "}", name: "lamp.rtf")
    #expect(reading.account.isClosed, "\(reading.account.missing) bytes missing")
    return reading.story
  }

  /// The blocks of a text after its first paragraph.
  private func blocks(_ body: String) throws -> [String] {
    Array(try rtf(Self.opening + body).chapters.flatMap(\.outline).dropFirst())
  }

  @Test(
    "characters",
    arguments: [
      (#"caf\'e9 \u8217's \u8220"so\u8221""#, "café ’s “so”"),
      (#"{\uc2 a\u8212\'97xb}c"#, "a—bc"),
      (#"{\uc0 a\u8212b}"#, "a—b"),
      (#"So \u-10179?\u-8704?!"#, "So 😀!"),
      (#"{\f1 \'cf\'f0\'e8}\f0\'e9"#, "Приé"),
      (#"{\f3 \'93\'fa\'96{}}."#, "日\u{FFFD}."),
      (#"{\f2 \'b7} one"#, "• one"),
      (#"\lquote a\rquote\emdash\ldblquote b\rdblquote\endash c"#, "‘a’—“b”–c"),
      (#"a\~b c\-d e\_f \{g\} \\h"#, "a\u{A0}b cd e\u{2011}f {g} \\h"),
      ("one\r\n two\\tab three", "one two three"),
    ])
  func characters(source: String, expected: String) throws {
    #expect(
      try blocks(source + "\\par Then it rained.\\par") == [expected, "Then it rained."])
  }

  @Test(
    "styles and paragraphs",
    arguments: [
      (#"One {\i two {\b three}} four.\par"#, ["One <i>two <b>three</b></i> four."]),
      (
        #"\i One\i0  \ul two\ulnone  {\strike three} x{\super 2}.\par"#,
        ["<i>One</i> <u>two</u> <s>three</s> x<sup>2</sup>."]
      ),
      (#"One\line two\par\pard Three.\par"#, ["One / two", "Three."]),
      (#"One.\par \pard\brdrb\brdrs\par\pard Two.\par"#, ["One.", "***", "Two."]),
      (#"One.\par * * *\par Two.\par"#, ["One.", "***", "Two."]),
      (
        #"See {\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt {\ul there}}}.\par"#,
        ["See <a https://example.org/>there</a>."]
      ),
      (#"{\listtext\pard 1.\tab}milk\par{\listtext\pard 2.\tab}bread\par"#, ["1. milk 2. bread"]),
      (#"One{\*\bkmkstart x}{\*\unknown gone} two.{\pict\pngblip 89504e47}\par"#, ["One two."]),
    ])
  func styles(source: String, expected: [String]) throws {
    #expect(try blocks(source + " She left.\\par") == expected + ["She left."])
  }

  @Test("alignment")
  func alignment() throws {
    let story = try rtf(Self.opening + #"\pard\qc One.\par\pard\qr Two.\par\pard Three.\par"#)
    #expect(
      story.chapters.flatMap(\.blocks).map(\.alignment) == [.natural, .centre, .end, .natural])
  }

  @Test("footnotes follow the text as paragraphs")
  func footnotes() throws {
    let source =
      #"One.{\super\chftn}{\footnote\pard{\super\chftn} Of {\i old}.} Two{\footnote Third.}.\par Four.\par"#
    #expect(
      try blocks(source) == [
        "One.<sup>1</sup> Two<sup>2</sup>.", "Four.", "<sup>1</sup> Of <i>old</i>.",
        "<sup>2</sup> Third.",
      ])
  }

  @Test("headings by their level or the name of their style")
  func headings() throws {
    let source =
      #"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\s2\outlinelevel0 Kapitel;}}"#
      + #"\pard\s1 Wick\par\pard PROSE\par\pard\s2 Flame\par\pard PROSE\par\pard\outlinelevel0 Oil\par\pard PROSE\par"#
    let story = try rtf(source.replacing("PROSE", with: prose(1)))
    #expect(story.headings == ["Wick", "Flame", "Oil"])
  }

  @Test("what the file says of itself fills gaps; what pages repeat is left out")
  func properties() throws {
    let story = try rtf(
      #"{\info{\title Lamps}{\author Rowan}{\operator Owner}{\creatim\yr2001}}{\header Page}{\*\annotation Hm.}"#
        + #"{\v hidden}She said nothing, and then it rained.\par"#)
    #expect(story.metadata.title == "Lamps")
    #expect(story.metadata.authors == [Author("Rowan")])
    #expect(story.ledger.removed.map(\.text) == ["Owner", "Page", "Hm.", "hidden"])
  }

  @Test(
    "that breaks off is refused with the place",
    arguments: [
      (#"{\rtf1 One. {\b two"#, 19, "2 groups are not closed"),
      (#"{\rtf1 One.\'9"#, 13, "the file ends within a character's number"),
      (#"{\rtf1{\pict\bin900 abc}}"#, 20, "the file ends within 900 bytes of data"),
    ])
  func broken(source: String, offset: Int, problem: String) throws {
    let error = #expect(throws: ReadError.self) { try read(source, name: "lamp.rtf") }
    #expect(error?.name == "broken-rtf")
    #expect(error?.problem == "the RTF breaks off at byte \(offset): \(problem)")
  }

  @Test("without its last brace is whole")
  func lastBrace() throws {
    #expect(
      try read(#"{\rtf1 She said nothing.\par"#, name: "a.rtf").story.chapters[0].outline == [
        "She said nothing."
      ])
  }
}
