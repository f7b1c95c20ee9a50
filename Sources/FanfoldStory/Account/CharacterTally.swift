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
    let table = Self.weights
    let weights = table.span
    precondition(weights.count == 256)
    var index = 0
    while index < bytes.count {
      // The weights count the bytes in their lowest 16 bits, which must not run over.
      let end = min(index + 0xFFF8, bytes.count)
      var sum: UInt64 = 0
      while index < end {
        if index + 8 <= end {
          // Any bits are a number, and the bounds are checked.
          let eight = unsafe bytes.bytes.unsafeLoadUnaligned(
            fromByteOffset: index, as: UInt64.self)
          if eight & 0x8080_8080_8080_8080 == 0 {
            sum &+= Self.sum(of: eight, weights)
            index += 8
            continue
          }
        }
        let byte = bytes[index]
        let blank = byte >= 0xC2 && byte <= 0xE3 ? Self.blankLength(bytes, at: index) : 0
        if blank == 0 { sum &+= weights[Int(byte)] }
        index += max(1, blank)
      }
      count += Int(sum & 0xFFFF)
      self.sum &+= sum
    }
  }

  /// The weights of eight bytes of ASCII, added up. Written out, since a loop would count and compare for each.
  @inline(__always)
  private static func sum(of eight: UInt64, _ weights: Span<UInt64>) -> UInt64 {
    func weight(_ place: UInt64) -> UInt64 {
      weights[Int(UInt8(truncatingIfNeeded: eight >> (place * 8)))]
    }
    return (weight(0) &+ weight(1)) &+ (weight(2) &+ weight(3))
      &+ ((weight(4) &+ weight(5)) &+ (weight(6) &+ weight(7)))
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

  /// A number for each byte: 48 bits from SplitMix64 (Steele, Lea and Flood, 2014) above a 1, so that a sum counts its
  /// bytes too; 0 for ASCII white space.
  private static let weights: [UInt64] = (0..<256).map { byte in
    guard byte != 0x20, !(0x09...0x0D).contains(byte) else { return 0 }
    var z = UInt64(byte + 1) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return (z ^ (z >> 31)) << 16 | 1
  }
}
