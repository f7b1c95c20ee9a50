internal import FanfoldStory

/// What is kept of a story's words to tell whether another has the same.
///
/// Of every four words in a row a hash is made, and every sixteenth hash is kept, the same ones in every story: the
/// share of one story's sketch that is in another's is the share of its text (Broder, "On the resemblance and
/// containment of documents", 1997). So an earlier edition with fewer chapters is found as well as a copy of which an
/// archive has changed quotation marks and line ends.
struct TextSketch: Sendable, Hashable {
  /// In ascending order, each once.
  let hashes: [UInt64]
  /// A hash of all the words.
  let whole: UInt64
  let words: Int

  init(_ story: Story) {
    var hasher = ShingleHasher()
    for chapter in story.chapters {
      for block in chapter.blocks {
        block.forEachText { hasher.add($0) }
        hasher.endWord()
      }
    }
    hashes = Set(hasher.kept).sorted()
    whole = hasher.whole
    words = hasher.words
  }
}

/// Makes the hashes of words in a row.
private struct ShingleHasher {
  private(set) var kept: [UInt64] = []
  private(set) var whole: UInt64 = 0
  private(set) var words = 0
  private var word: UInt64 = Self.start
  private var isInWord = false
  private var last: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    let bytes = text.utf8Span.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): take(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): take(byte)
      case UInt8(ascii: "'"): break
      case 0..<0x80: endWord()
      // General punctuation; the apostrophe is as good as the typewriter's.
      case 0xE2
      where index + 2 < bytes.count && (bytes[index + 1] == 0x80 || bytes[index + 1] == 0x81):
        if !(bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99) { endWord() }
        index += 2
      // Scripts that part no words: each character is one.
      case 0xE3...0xED where index + 2 < bytes.count:
        endWord()
        for offset in 0..<3 { take(bytes[index + offset]) }
        endWord()
        index += 2
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xC0:
        endWord()
        index += 1
      default: take(byte)
      }
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) {
    word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    isInWord = true
  }

  mutating func endWord() {
    guard isInWord else { return }
    last = (last.1, last.2, last.3, word)
    words += 1
    whole = Self.mixed(whole &* 31 &+ word)
    word = Self.start
    isInWord = false
    guard words >= 4 else { return }
    let hash = Self.mixed(
      last.0 &* 0x9E37_79B9_7F4A_7C15 ^ last.1 &* 0xC2B2_AE3D_27D4_EB4F
        ^ last.2 &* 0x1656_67B1_9E37_79F9 ^ last.3 &* 0x27D4_EB2F_1656_67C5)
    if hash & 15 == 0 { kept.append(hash) }
  }

  /// The finalizer of MurmurHash3 (Appleby).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ z >> 33) &* 0xFF51_AFD7_ED55_8CCD
    z = (z ^ z >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return z ^ z >> 33
  }
}
