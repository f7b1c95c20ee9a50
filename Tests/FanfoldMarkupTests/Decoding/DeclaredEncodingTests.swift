import FanfoldMarkup
import Testing

@Suite("Declared encodings")
struct DeclaredEncodingTests {
  @Test(
    "are found by the labels pages use",
    arguments: [
      ("utf8", "UTF-8"), (" ISO-8859-1\n", "windows-1252"), ("latin1", "windows-1252"),
      ("us-ascii", "windows-1252"), ("x-sjis", "Shift_JIS"), ("gb2312", "GB18030"),
      ("GBK", "GB18030"), ("ks_c_5601-1987", "EUC-KR"), ("iso-8859-9", "windows-1254"),
      ("x-mac-roman", "macintosh"), ("koi8-r", "KOI8-R"), ("cp437", "IBM437"),
    ])
  func label(label: String, name: String) {
    #expect(TextDecoder.encodingName(for: label) == name)
  }

  @Test("are honoured where the bytes allow", arguments: ["windows-1251", "koi8-r", "macintosh"])
  func honoured(label: String) throws {
    let decoded = try TextDecoder.decode([0x63, 0x61, 0x66, 0xE9], declared: label)
    #expect(decoded.encoding == TextDecoder.encodingName(for: label))
    let last = ["windows-1251": "й", "koi8-r": "И", "macintosh": "È"][label] ?? ""
    #expect(decoded.bytes == Array("caf\(last)".utf8))
  }

  @Test("do not hold against the bytes")
  func refuted() throws {
    #expect(
      try TextDecoder.decode(latin1("caf\u{E9}"), declared: "utf-8").encoding == "windows-1252")
    #expect(
      try TextDecoder.decode(Array("café".utf8), declared: "latin1").bytes == Array("café".utf8))
    #expect(
      try TextDecoder.decode(Array("plain".utf8), declared: "utf-16").bytes == Array("plain".utf8))
    #expect(try TextDecoder.decode(latin1("f\u{81}r"), declared: "latin1").encoding == "IBM850")
  }

  @Test("give way to a byte order mark")
  func mark() throws {
    let decoded = try TextDecoder.decode(Array("\u{FEFF}é".utf8), declared: "koi8-r")
    #expect(decoded.bytes == Array("é".utf8))
  }

  @Test("that nobody knows are an error")
  func unknown() {
    #expect(throws: DecodingError.unknownEncoding("klingon")) {
      try TextDecoder.decode([0x61], declared: "klingon")
    }
  }
}
