/// A quick look at the first three letters of a line, which lets every line pass that may be in a table and few
/// others, so that text is not folded for nothing.
struct PrefixFilter: Sendable {
  /// A bit for each key.
  private var known = [UInt64](repeating: 0, count: keyCount / 64)
  /// The first two bytes of words that do not begin with an ASCII letter.
  private var knownWide = [UInt64](repeating: 0, count: 1 << 10)

  /// A filter that lets pass what begins as one of the folded words does.
  init(_ words: some Sequence<String>) {
    for word in words {
      guard let first = word.utf8.first else { continue }
      if first >= 0x80 {
        insertPair(of: word)
        // Both bytes are of the first letter.
        insertPair(of: word.unicodeScalars.first?.properties.uppercaseMapping ?? "")
        continue
      }
      let bytes = word.utf8Span.span
      if bytes.count >= 3 {
        insert(Self.key(bytes, 0..<bytes.count))
      } else {
        // A shorter word may be followed by anything.
        let prefix = word.utf8.map(Self.code)
        for last in 0..<32 {
          let second = prefix.count > 1 ? [prefix[1]] : Array(0..<32)
          for middle in second { insert(prefix[0] << 10 | middle << 5 | last) }
        }
      }
    }
  }

  /// Whether the line may begin with one of the words; always true for Latin letters with accents, which folding
  /// takes away.
  func mayMatch(_ bytes: ArraySlice<UInt8>) -> Bool { mayMatch(bytes.span, 0..<bytes.count) }

  /// The same for the line at `range`.
  func mayMatch(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let first = text[range.lowerBound]
    let head = range.prefix(3)
    if first < 0x80 { return self[Self.key(text, range)] || head.contains { text[$0] >= 0x80 } }
    let pair = Self.pair(first, range.count > 1 ? text[head.lowerBound + 1] : nil)
    return (0xC3...0xC6).contains(first) || first == 0xE1
      || knownWide[pair >> 6] & (1 << UInt64(pair & 63)) != 0
  }

  private mutating func insertPair(of word: String) {
    guard let first = word.utf8.first else { return }
    let pair = Self.pair(first, word.utf8.dropFirst().first)
    knownWide[pair >> 6] |= 1 << UInt64(pair & 63)
  }

  private static func pair(_ first: UInt8, _ second: UInt8?) -> Int {
    Int(first) << 8 | Int(second ?? 0)
  }

  // MARK: keys

  /// How many keys there are.
  static let keyCount = 1 << 15

  /// The first three letters of the range as a number.
  @inline(__always)
  static func key(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    let start = range.lowerBound
    let second = start + 1 < range.upperBound ? code(text[start + 1]) : 0
    let third = start + 2 < range.upperBound ? code(text[start + 2]) : 0
    return code(text[start]) << 10 | second << 5 | third
  }

  /// Whether one of the words begins with the letters of that key.
  subscript(_ key: Int) -> Bool { known[key >> 6] & (1 << UInt64(key & 63)) != 0 }

  /// Calls `body` with each key that one of the words has.
  func forEachKey(_ body: (Int) -> Void) {
    for (index, word) in known.enumerated() where word != 0 {
      var rest = word
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  private mutating func insert(_ key: Int) { known[key >> 6] |= 1 << UInt64(key & 63) }

  /// Letters have a code each, digits share one, so do all other signs.
  @inline(__always)
  private static func code(_ byte: UInt8) -> Int {
    if (0x61...0x7A).contains(byte | 0x20) { return Int(byte & 0x1F) }
    if byte >= 0x80 { return 29 }
    if byte == 0x20 || byte == 0x09 { return 28 }
    return (0x30...0x39).contains(byte) ? 27 : 30
  }
}
