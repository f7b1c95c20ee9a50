/// Counts words over runs of text: a word is a run of non-blank characters with a letter or a digit in it;
/// in Chinese and Japanese, which put no blanks between words, each character counts as one, as word
/// processors do.
struct WordCounter {
  private(set) var count = 0
  private var insideWord = false

  mutating func add(_ text: String) {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        step(byte)
        index += 1
      } else {
        index += step(leadByte: byte, next: index + 1 < bytes.count ? bytes[index + 1] : 0)
      }
    }
  }

  private mutating func step(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      if !insideWord { count += 1 }
      insideWord = true
    case 0x09...0x0D, 0x20:
      insideWord = false
    default:
      break
    }
  }

  /// Takes one character of several bytes and tells how many they are.
  private mutating func step(leadByte: UInt8, next: UInt8) -> Int {
    switch leadByte {
    case 0xE3 where next >= 0x81, 0xE4...0xE9:
      // U+3040…U+9FFF: kana and ideographs.
      count += 1
      insideWord = false
      return 3
    case 0xE2, 0xE3:
      // U+2000…U+303F: spaces, dashes and quotation marks; a dash parts words.
      if leadByte == 0xE3 || next == 0x80 { insideWord = false }
      return 3
    case 0xC2:
      // U+0080…U+00BF: no-break space and signs.
      insideWord = false
      return 2
    default:
      if !insideWord { count += 1 }
      insideWord = true
      return leadByte < 0xE0 ? 2 : leadByte < 0xF0 ? 3 : 4
    }
  }
}
