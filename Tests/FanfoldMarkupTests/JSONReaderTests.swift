import FanfoldMarkup
import Testing

@Suite("JSON is read")
struct JSONReaderTests {
  private static func text(_ bytes: [UInt8]) throws(JSONError) -> String {
    String(decoding: try JSONReader.read(bytes).bytes, as: UTF8.self)
  }

  @Test(
    "as it was meant",
    arguments: [
      (" {\"a\" : [1, -0, 2.50e+3, true, null]}\r\n", "{\"a\":[1,-0,2.50e+3,true,null]}"),
      (#""\u00e9\ud83d\ude00\/\n\"\\""#, #""é😀/\n\"\\""#),
      ("12345678901234567890", "12345678901234567890"),
      ("[]", "[]"), ("{}", "{}"), ("\"\"", "\"\""),
    ])
  func good(source: String, written: String) throws {
    #expect(try Self.text(Array(source.utf8)) == written)
  }

  @Test(
    "and refused when it is none",
    arguments: [
      ("", "the text ends too early", 1), ("{\"a\":1", "a ',' or '}' is missing", 7),
      ("[1,]", "this is no value", 4), ("{a:1}", "a member's name is missing", 2),
      ("01", "more follows the value", 2), ("+1", "this is no value", 1),
      ("1.", "this is no value", 3), ("nul", "this is no value", 1),
      ("\"a", "a string has no end", 3), ("\"a\nb\"", "a string holds a control character", 3),
      (#""\ud800""#, "half of a surrogate pair is missing", 8),
      (#""\udc00""#, "half of a surrogate pair is missing", 8),
      (#""\u12"#, "four hexadecimal digits are missing", 4),
      (#""\x""#, "a string holds an unknown escape", 4), ("{} x", "more follows the value", 4),
    ])
  func bad(source: String, problem: String, place: Int) {
    let error = #expect(throws: JSONError.self) { try JSONReader.read(Array(source.utf8)) }
    #expect(error?.problem == problem)
    #expect(error?.place == place)
  }

  @Test("without falling over bytes, or over depth")
  func hostile() {
    #expect(throws: JSONError.self) { try JSONReader.read([0x22, 0xFF, 0xFE, 0x22]) }
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: JSONError.self) { try JSONReader.read(deep) }
  }
}
