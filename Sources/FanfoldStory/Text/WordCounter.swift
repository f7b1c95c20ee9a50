/// Counts words over runs of text: a word is a run of non-blank characters with a letter or a digit in it;
/// in Chinese and Japanese, which put no blanks between words, each character counts as one, as word
/// processors do.
struct WordCounter {
  private(set) var count = 0
  private var isInWord = false

  /// Counts the words of a run of text; a word may go on in the next.
  mutating func add(_ text: String) {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      addASCII(bytes, &index)
      guard index < bytes.count else { return }
      index += step(bytes[index], next: index + 1 < bytes.count ? bytes[index + 1] : 0)
    }
  }

  /// Counts as far as there is ASCII. Words end where nobody can foretell it, so it does without a branch for each.
  private mutating func addASCII(_ bytes: Span<UInt8>, _ index: inout Int) {
    let table = Self.effects
    let effects = table.span
    precondition(effects.count == 256)
    var place = index
    var begun = 0
    var inside = isInWord ? Self.keeps : 0
    while place < bytes.count {
      let effect = effects[Int(bytes[place])]
      if effect == Self.wide { break }
      let next = inside & effect | effect >> 1
      begun += Int(next & ~inside)
      inside = next
      place += 1
    }
    count += begun
    isInWord = inside != 0
    index = place
  }

  /// Takes one character of several bytes and tells how many they are.
  private mutating func step(_ lead: UInt8, next: UInt8) -> Int {
    switch lead {
    case 0xE3 where next >= 0x81, 0xE4...0xE9:
      // U+3040…U+9FFF: kana and ideographs.
      count += 1
      isInWord = false
      return 3
    case 0xE2, 0xE3:
      // U+2000…U+303F: spaces, dashes and quotation marks; a dash parts words.
      if lead == 0xE3 || next == 0x80 { isInWord = false }
      return 3
    case 0xC2:
      // U+0080…U+00BF: no-break space and signs.
      isInWord = false
      return 2
    default:
      if !isInWord { count += 1 }
      isInWord = true
      return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }
  }

  /// What a byte does: it keeps a word going, and it may begin one too.
  private static let effects: [UInt8] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      begins | keeps
    case 0x09...0x0D, 0x20: 0
    case 0x80...: wide
    default: keeps
    }
  }
  private static let keeps: UInt8 = 1
  private static let begins: UInt8 = 2
  /// No ASCII, which is counted otherwise.
  private static let wide: UInt8 = 4
}
