import FanfoldMarkup
import Testing

@Suite("Files that are no text")
struct BinaryContentTests {
  @Test(
    "are named by their signature",
    arguments: [
      ("PK\u{3}\u{4}\u{14}", "a ZIP archive"), ("%PDF-1.4\n", "a PDF document"),
      ("\u{89}PNG\r\n\u{1A}\n", "a PNG image"), ("\u{FF}\u{D8}\u{FF}\u{E0}", "a JPEG image"),
      ("GIF89a\u{1}", "a GIF image"), ("MZ\u{90}\u{0}\u{3}", "a program (MZ)"),
      ("\u{1F}\u{8B}\u{8}", "a gzip archive"),
      ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", "a Microsoft Office 97 document"),
    ])
  func signature(start: String, kind: String) {
    #expect(throws: DecodingError.binary(kind: kind, offset: 0)) {
      try TextDecoder.decode(latin1(start + "and more"))
    }
  }

  @Test("are known by NULs that no encoding explains")
  func nul() {
    #expect(throws: DecodingError.binary(kind: "data with NUL bytes", offset: 5)) {
      try TextDecoder.decode(Array("Hello\0\0 there, \u{1}\u{2}\0 this is odd\n".utf8))
    }
    #expect(throws: DecodingError.binary(kind: "nothing but NUL bytes", offset: 0)) {
      try TextDecoder.decode([0, 0, 0, 0])
    }
  }

  @Test("are known by their control characters")
  func controls() {
    #expect(throws: DecodingError.binary(kind: "control characters", offset: 1)) {
      try TextDecoder.decode([0x61, 0x01, 0x02, 0x03, 0x62])
    }
  }

  @Test(
    "are not old texts that fill their last block",
    arguments: ["The end.\r\n\u{1A}", "The end.\r\n\u{1A}\u{1A}\u{0}\u{0}", "The end.\n\u{0}"])
  func padded(text: String) throws {
    #expect(try TextDecoder.decode(Array(text.utf8)).bytes == Array(text.utf8))
  }

  @Test(
    "are not texts that begin like one",
    arguments: ["MZ was her name.", "ID3 tags", "BZh he said", "PK is psychokinesis"])
  func words(text: String) throws {
    #expect(try TextDecoder.decode(Array(text.utf8)).bytes == Array(text.utf8))
  }
}
