/// Tells whether two heaps of text hold the same characters, whatever their order and the blanks between them.
///
/// Each non-blank UTF-8 byte adds one to a count and a fixed random number to a sum, so that a tally of the
/// input equals the tally of story and ledger only if nothing was lost, added or changed. White space is what
/// Unicode calls `White_Space`.
public struct CharacterTally: Sendable, Hashable {
  /// Non-blank bytes.
  public private(set) var count = 0
  private var sum: UInt64 = 0

  /// Nothing counted yet.
  public init() {}

  /// Counts the text's non-blank characters.
  public mutating func add(_ text: String) {
    add(utf8: text.utf8Span.span)
  }

  /// Counts the non-blank characters of valid UTF-8.
  public mutating func add(utf8 bytes: Span<UInt8>) {
    let weights = Self.weights
    var count = count
    var sum = sum
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0xC2, byte <= 0xE3 {
        let blank = Self.blankLength(bytes, at: index)
        if blank > 0 {
          index += blank
          continue
        }
      }
      let weight = weights[Int(byte)]
      count += weight == 0 ? 0 : 1
      sum &+= weight
      index += 1
    }
    self.count = count
    self.sum = sum
  }

  /// Adds what another tally counted.
  public mutating func add(_ other: CharacterTally) {
    count += other.count
    sum &+= other.sum
  }

  /// The length in bytes of the white space character at `index`, or 0 when another character stands there.
  private static func blankLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    let last = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], next, last) {
    case (0xC2, 0x85, _), (0xC2, 0xA0, _): return 2
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// A number for each byte from SplitMix64 (Steele, Lea and Flood, 2014); 0 for ASCII white space.
  private static let weights: [UInt64] = (0..<256).map { byte in
    guard byte != 0x20, !(0x09...0x0D).contains(byte) else { return 0 }
    var z = UInt64(byte + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
