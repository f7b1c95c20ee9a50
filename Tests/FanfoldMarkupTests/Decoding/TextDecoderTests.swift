import FanfoldMarkup
import Testing

@Suite("Text decoding")
struct TextDecoderTests {
  @Test("finds the encoding of a passage", arguments: Passage.all)
  func passage(_ passage: Passage) throws {
    for encoding in passage.encodings {
      let decoded = try TextDecoder.decode(legacy(passage.text, as: encoding.converter))
      #expect(decoded.encoding == encoding.name, "\(encoding.converter)")
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == passage.text)
      #expect(decoded.replaced == 0)
    }
  }

  @Test("reads the same passage as UTF-8, -16 and -32", arguments: Passage.all)
  func unicode(_ passage: Passage) throws {
    let expected = Array(passage.text.utf8)
    for name in ["UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"] {
      let bare = try TextDecoder.decode(legacy(passage.text, as: name))
      #expect(bare.bytes == expected)
      #expect(bare.encoding == name)
      let marked = try TextDecoder.decode(legacy("\u{FEFF}" + passage.text, as: name))
      #expect(marked == bare)
    }
  }

  @Test(
    "judges a few odd bytes by the words around them",
    arguments: [
      ("caf\u{E9} noir", "windows-1252", "café noir"),
      ("the caf\u{8E} was closed", "macintosh", "the café was closed"),
      ("the caf\u{82} was closed", "IBM850", "the café was closed"),
      ("she hadn\u{92}t", "windows-1252", "she hadn’t"),
      ("she hadn\u{D5}t", "macintosh", "she hadn’t"),
      ("wait\u{85} what\u{85}\n", "windows-1252", "wait… what…\n"),
      ("wait\u{97}what", "windows-1252", "wait—what"),
      ("wait\u{D1}what", "macintosh", "wait—what"),
      ("\u{D2}Who is\u{CA}this?\u{D3} he said", "macintosh", "“Who is\u{A0}this?” he said"),
      ("everyone's\u{CA}thoughts", "macintosh", "everyone's\u{A0}thoughts"),
      ("the\u{A0}end.\u{A0} Or not.", "windows-1252", "the\u{A0}end.\u{A0} Or not."),
      ("it cost \u{A3}5", "windows-1252", "it cost £5"),
      ("\u{A9} 1999 by the author", "windows-1252", "© 1999 by the author"),
      ("\u{C9}\u{CD}\u{BB}\n\u{BA} \u{BA}\n\u{C8}\u{CD}\u{BC}\n", "IBM850", "╔═╗\n║ ║\n╚═╝\n"),
      ("\u{C4}\u{C4}\u{C4}\u{C4}\u{C4}\n", "IBM850", "─────\n"),
      ("\u{C6}\u{CD}\u{CD}\u{CD}\u{CD}\u{B5}\n", "IBM437", "╞════╡\n"),
    ])
  func sparse(source: String, encoding: String, text: String) throws {
    let decoded = try TextDecoder.decode(latin1(source))
    #expect(decoded.encoding == encoding)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
  }

  @Test(
    "takes for UTF-8 what is well-formed, and nothing else",
    arguments: [
      0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5,
      0xFF,
    ] as [UInt8])
  func wellFormed(lead: UInt8) throws {
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    for second in [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] as [UInt8] {
      let rest = [second] + Array(repeating: 0xBF, count: length - 2)
      let bytes = Array("Rain on a ".utf8) + [lead] + rest + Array("roof.".utf8)
      let decoded = try TextDecoder.decode(bytes)
      let isUTF8 = decoded.encoding == "UTF-8" && decoded.replaced == 0
      #expect(isUTF8 == (String(validating: bytes, as: UTF8.self) != nil), "\(lead) \(second)")
    }
  }

  @Test("finds odd bytes that only come late")
  func late() throws {
    let text = String(repeating: "It was a dark and stormy night.\r\n", count: 20_000)
    let decoded = try TextDecoder.decode(latin1(text + "She couldn\u{92}t sleep.\r\n"))
    #expect(decoded.encoding == "windows-1252")
    #expect(decoded.bytes == Array((text + "She couldn’t sleep.\r\n").utf8))
  }

  @Test("replaces and counts what an encoding leaves undefined")
  func undefined() throws {
    let decoded = try TextDecoder.decode(
      latin1(
        "She\u{92}d said it wasn\u{92}t, didn\u{92}t\r\nor \u{93}did\u{94}\rnot\nm\u{81}\u{90}\n"),
      declared: "latin1")
    #expect(
      String(decoding: decoded.bytes, as: UTF8.self)
        == "She’d said it wasn’t, didn’t\r\nor “did”\rnot\nm��\n")
    #expect(decoded.encoding == "windows-1252")
    #expect(decoded.replaced == 2)
    #expect(decoded.firstReplacedLine == 4)
  }

  @Test("mends damaged UTF-8 without taking it for something else")
  func damaged() throws {
    var bytes = Array("Élan, été, café.\nNaïve“—”\n".utf8)
    bytes += [0x61, 0xE2, 0x80, 0x0A]
    let decoded = try TextDecoder.decode(bytes)
    #expect(decoded.bytes == Array("Élan, été, café.\nNaïve“—”\na�\n".utf8))
    #expect(decoded.encoding == "UTF-8")
    #expect(decoded.replaced == 1)
    #expect(decoded.firstReplacedLine == 3)
  }

  @Test("knows UTF-8 that was cut off", arguments: [1, 2])
  func cut(missing: Int) throws {
    let decoded = try TextDecoder.decode(Array("“Wait…".utf8.dropLast(missing)))
    #expect(decoded.bytes == Array("“Wait�".utf8))
    #expect(decoded.replaced == 1)
  }

  @Test("hands valid UTF-8 back without a copy")
  func noCopy() throws {
    let bytes = Array("Plain café".utf8)
    let decoded = try TextDecoder.decode(bytes)
    let isSame = bytes.withUnsafeBytes { before in
      decoded.bytes.withUnsafeBytes { $0.baseAddress == before.baseAddress }
    }
    #expect(isSame)
  }

  @Test("reads nothing as nothing", arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE]])
  func empty(bytes: [UInt8]) throws {
    #expect(try TextDecoder.decode(bytes).bytes == [])
  }
}

/// The bytes a string of characters below U+0100 stands for.
func latin1(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}
