/// How often each of some words stands in the text of a draft, with a hyphen or without.
struct KnownWords {
  /// By the words' digests.
  private var counts: [UInt64: Int] = [:]
  /// Whether one of the words may have a digest that ends so.
  private var mayBeWatched = [Bool](repeating: false, count: 4096)

  /// Counts a word from now on, but not that many times.
  mutating func watch(_ word: [UInt8], but times: Int = 0) {
    let digest = Self.digest(word)
    counts[digest, default: 0] -= times
    mayBeWatched[Int(digest & 4095)] = true
  }

  func count(_ word: [UInt8]) -> Int { counts[Self.digest(word)] ?? 0 }

  /// How much text is enough to know the words of its author, in bytes.
  private static let enough = 1 << 20

  mutating func read(_ draft: Draft) {
    var size = 0
    for line in draft.fates.indices where draft.fates[line].isText && size < Self.enough {
      let range = draft.range(line)
      read(draft.manuscript.text.span.extracting(range))
      size += range.count
    }
  }

  private mutating func read(_ line: Span<UInt8>) {
    var (word, compound) = (Self.seed, Self.seed)
    var index = 0
    while index < line.count {
      let byte = line[index]
      if Self.isLetter(byte), !Self.isMark(line, index) {
        word = Self.next(word, byte)
        compound = Self.next(compound, byte)
        index += 1
        continue
      }
      if word != Self.seed { note(word) }
      if byte == UInt8(ascii: "-"), word != Self.seed {
        compound = Self.next(compound, byte)
      } else {
        if compound != word { note(compound) }
        compound = Self.seed
      }
      word = Self.seed
      index += byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    }
    if word != Self.seed { note(word) }
    if compound != word { note(compound) }
  }

  private mutating func note(_ digest: UInt64) {
    guard mayBeWatched[Int(digest & 4095)], let count = counts[digest] else { return }
    counts[digest] = count + 1
  }

  // MARK: digests

  /// FNV-1a, of small letters.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func next(_ digest: UInt64, _ byte: UInt8) -> UInt64 {
    (digest ^ UInt64(lower(byte))) &* 0x100_0000_01B3
  }

  private static func digest(_ word: [UInt8]) -> UInt64 {
    word.reduce(seed) { next($0, $1) }
  }

  // MARK: letters

  /// Whether a byte is of a letter, or of a sign beyond ASCII; see ``isMark(_:_:)``.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a quotation mark, a dash or the like begins at a place: U+0080 to U+00BF, U+2000 to U+203F.
  private static func isMark(_ text: Span<UInt8>, _ place: Int) -> Bool {
    text[place] == 0xC2
      || text[place] == 0xE2 && place + 1 < text.count && text[place + 1] == 0x80
  }

  /// How many bytes of letters a text begins with.
  static func letters(of text: ArraySlice<UInt8>) -> Int {
    let text = text.span
    var end = 0
    while end < text.count, isLetter(text[end]), !isMark(text, end) { end += 1 }
    return end
  }

  /// How many bytes of letters a text ends with.
  static func lettersAtEnd(of text: ArraySlice<UInt8>) -> Int {
    let text = text.span
    var start = text.count
    for place in text.indices.reversed() {
      guard isLetter(text[place]) else { break }
      if isMark(text, place) { return text.count - start }
      // The bytes behind the first one of a sign are its own.
      if text[place] < 0x80 || text[place] >= 0xC0 { start = place }
    }
    return text.count - start
  }

  static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
