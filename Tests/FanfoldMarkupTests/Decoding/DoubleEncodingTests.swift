import FanfoldMarkup
import Testing

@Suite("UTF-8 encoded twice")
struct DoubleEncodingTests {
  @Test(
    "is undone",
    arguments: [
      ("donâ€™t", "don’t"), ("cafÃ©", "café"), ("â€œWait,â€\u{9D} he said", "“Wait,” he said"),
      ("WaitÂ\u{A0}here", "Wait\u{A0}here"), ("Ð“Ð°Ñ€Ñ€Ð¸", "Гарри"),
      ("é\u{9B}¨ã\u{81}®å¤œ", "雨の夜"),
    ])
  func undone(source: String, text: String) throws {
    let decoded = try TextDecoder.decode(Array(source.utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
    #expect(decoded.encoding == "UTF-8 (decoded twice)")
    #expect(decoded.replaced == 0)
  }

  @Test(
    "is left alone where a single sequence speaks against it",
    arguments: ["donâ€™t, café", "CAFÉ»", "Ã la carte", "“Ã©”", "à", "É…", "Ö“"])
  func kept(source: String) throws {
    let decoded = try TextDecoder.decode(Array(source.utf8))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == source)
    #expect(decoded.encoding == "UTF-8")
  }
}
