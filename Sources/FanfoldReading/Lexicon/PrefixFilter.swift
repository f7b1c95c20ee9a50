/// A quick look at the first three letters of a line, which lets every line pass that may be in a table and few
/// others, so that text is not folded for nothing.
struct PrefixFilter: Sendable {
  private var known = [Bool](repeating: false, count: 1 << 15)
  /// The first two bytes of words that do not begin with an ASCII letter.
  private var knownWide: Set<[UInt8]> = []

  /// A filter that lets pass what begins as one of the folded words does.
  init(_ words: some Sequence<String>) {
    for word in words {
      let bytes = Array(word.utf8)
      guard let first = bytes.first else { continue }
      if first >= 0x80 {
        knownWide.insert(Array(bytes.prefix(2)))
        knownWide.insert(Array(word.uppercased().utf8.prefix(2)))
        continue
      }
      if bytes.count >= 3 {
        known[Self.key(bytes[...])] = true
      } else {
        // A shorter word may be followed by anything.
        let prefix = bytes.map(Self.code)
        for last in 0..<32 {
          let second = prefix.count > 1 ? [prefix[1]] : Array(0..<32)
          for middle in second { known[prefix[0] << 10 | middle << 5 | last] = true }
        }
      }
    }
  }

  /// Whether the line may begin with one of the words; always true for Latin letters with accents, which folding
  /// takes away.
  func mayMatch(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    if first < 0x80 { return known[Self.key(bytes)] || bytes.prefix(3).contains { $0 >= 0x80 } }
    return (0xC3...0xC6).contains(first) || knownWide.contains(Array(bytes.prefix(2)))
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> Int {
    var key = 0
    var index = bytes.startIndex
    for _ in 0..<3 {
      key = key << 5 | (index < bytes.endIndex ? code(bytes[index]) : 0)
      index += 1
    }
    return key
  }

  /// Letters have a code each, digits share one, so do all other signs.
  private static func code(_ byte: UInt8) -> Int {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: Int(byte & 0x1F)
    case 0x30...0x39: 27
    case 0x20, 0x09: 28
    case 0x80...: 29
    default: 30
    }
  }
}
