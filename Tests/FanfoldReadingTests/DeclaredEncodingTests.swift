import FanfoldReading
import FanfoldStory
import Testing

@Suite("Encodings that pages declare")
struct DeclaredEncodingTests {
  @Test("a piece of a page in UTF-16 is one", arguments: [true, false])
  func piece(isMarked: Bool) throws {
    let text = "The Small Key<br><br>" + prose(6).replacing("\n\n", with: "<br><br>")
    let bytes = ((isMarked ? "\u{FEFF}" : "") + text).utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    let reading = try reader.read(StoryFile(name: "page.html", bytes: bytes))
    #expect(reading.format == "html")
    #expect(reading.story.body.count == 6)
  }

  @Test(
    "are honoured where nothing else tells one from the other",
    arguments: [
      ("<meta charset=\"windows-1250\">", 0xB9, "\u{105}"),
      ("<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-5'>", 0xB9, "\u{419}"),
      ("<meta charset=koi8-r>", 0xC1, "\u{430}"),
      ("<meta charset=utf-8>", 0xE9, "\u{E9}"),
      ("<meta charset=nonsense>", 0xE9, "\u{E9}"),
    ] as [(String, UInt8, String)])
  func declared(meta: String, byte: UInt8, expected: String) throws {
    let page =
      "<html><head>\(meta)<title>Kub\u{1}</title></head><body><p>\(prose(3))</p></body></html>"
    let bytes = page.utf8.map { $0 == 1 ? byte : $0 }
    let story = try reader.read(StoryFile(name: "page.html", bytes: bytes)).story
    #expect(story.metadata.title == "Kub" + expected)
  }
}
