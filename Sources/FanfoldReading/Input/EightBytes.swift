/// Eight bytes of a text in one number, so that what is rare in text can be ruled out for all of them by a few
/// operations. Each question gives a mask with the high bit of every byte that answers yes. None is missed, but behind
/// the first one others may be named that are not: a mask says for certain only whether there is one, and where.
struct EightBytes {
  private let bits: UInt64

  /// The bytes from `index` on; there must be eight.
  @inline(__always)
  init(_ text: Span<UInt8>, at index: Int) {
    // Any bits are a number, and the bounds are checked.
    bits = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The high bits of eight bytes.
  private static var high: UInt64 { 0x8080_8080_8080_8080 }
  /// A one in each of eight bytes.
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Those that are no ASCII.
  @inline(__always)
  var wide: UInt64 { bits & Self.high }

  /// Those that are the byte.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let rest = bits ^ (Self.ones &* UInt64(byte))
    return (rest &- Self.ones) & ~rest & Self.high
  }

  /// Those below the byte, which is at most 0x80.
  @inline(__always)
  func below(_ byte: UInt8) -> UInt64 {
    (bits &- (Self.ones &* UInt64(byte))) & ~bits & Self.high
  }

  /// The bytes themselves, the first one lowest, with the capitals among them made small; all must be ASCII.
  @inline(__always)
  var small: UInt64 {
    let fromA = bits &+ Self.ones &* (0x80 - 0x41)
    let beyondZ = bits &+ Self.ones &* (0x80 - 0x5B)
    return bits | (fromA & ~beyondZ & Self.high) >> 2
  }

  /// The place of the first byte that a mask names.
  @inline(__always)
  static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }

  /// Whether the text at `range` has the byte.
  static func contains(_ byte: UInt8, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 8 else { return range.contains { text[$0] == byte } }
    var index = range.lowerBound
    let last = range.upperBound - 8
    while index < last {
      if EightBytes(text, at: index).equal(to: byte) != 0 { return true }
      index += 8
    }
    // The last step looks at some bytes once more.
    return EightBytes(text, at: last).equal(to: byte) != 0
  }
}
