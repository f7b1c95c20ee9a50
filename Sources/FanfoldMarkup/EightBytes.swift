/// Eight bytes of a text in one number, so that what is rare in text can be ruled out for all of them by a few
/// operations. Each question gives a mask with the high bit of every byte that answers yes. None is missed, but behind
/// the first one others may be named that are not: a mask says for certain only whether there is one, and where.
public struct EightBytes {
  @usableFromInline
  let bits: UInt64

  /// The bytes from `index` on; there must be eight.
  @inlinable
  @inline(__always)
  public init(_ text: Span<UInt8>, at index: Int) {
    // Any bits are a number, and the bounds are checked.
    bits = unsafe UInt64(
      littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The high bits of eight bytes.
  @inlinable
  static var high: UInt64 { 0x8080_8080_8080_8080 }
  /// A one in each of eight bytes.
  @inlinable
  static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Those that are no ASCII.
  @inlinable
  @inline(__always)
  public var wide: UInt64 { bits & Self.high }

  /// Those that are the byte.
  @inlinable
  @inline(__always)
  public func equal(to byte: UInt8) -> UInt64 {
    let rest = bits ^ (Self.ones &* UInt64(byte))
    return (rest &- Self.ones) & ~rest & Self.high
  }

  /// Those below the byte, which is at most 0x80.
  @inlinable
  @inline(__always)
  public func below(_ byte: UInt8) -> UInt64 {
    (bits &- (Self.ones &* UInt64(byte))) & ~bits & Self.high
  }

  /// Those from one byte up to another; all must be ASCII.
  @inlinable
  @inline(__always)
  public func between(_ first: UInt8, _ end: UInt8) -> UInt64 {
    let fromFirst = bits &+ Self.ones &* UInt64(0x80 - first)
    let fromEnd = bits &+ Self.ones &* UInt64(0x80 - end)
    return fromFirst & ~fromEnd & Self.high
  }

  /// The bytes themselves, the first one lowest, with the capitals among them made small; all must be ASCII.
  @inlinable
  @inline(__always)
  public var small: UInt64 {
    let fromA = bits &+ Self.ones &* (0x80 - 0x41)
    let beyondZ = bits &+ Self.ones &* (0x80 - 0x5B)
    return bits | (fromA & ~beyondZ & Self.high) >> 2
  }

  /// The place of the first byte that a mask names.
  @inlinable
  @inline(__always)
  public static func first(_ mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }

  /// The first place at or after `start` that a mask of its eight bytes names. Of the last bytes, too few for a mask,
  /// each is given out.
  @inlinable
  @inline(__always)
  public static func next(
    _ text: Span<UInt8>, from start: Int, _ mask: (EightBytes) -> UInt64
  ) -> Int {
    var index = start
    while index + 8 <= text.count {
      let found = mask(EightBytes(text, at: index))
      if found != 0 { return index + first(found) }
      index += 8
    }
    return index
  }

  /// Whether the text at `range` has the byte.
  public static func contains(_ byte: UInt8, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
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

  /// The first place at or after `start` with a byte that is no ASCII; the end of the text when there is none.
  public static func firstWide(_ text: Span<UInt8>, from start: Int = 0) -> Int {
    var index = start
    while index + 32 <= text.count {
      let wide =
        EightBytes(text, at: index).wide | EightBytes(text, at: index + 8).wide
        | EightBytes(text, at: index + 16).wide | EightBytes(text, at: index + 24).wide
      if wide != 0 { break }
      index += 32
    }
    while index + 8 <= text.count {
      let wide = EightBytes(text, at: index).wide
      if wide != 0 { return index + first(wide) }
      index += 8
    }
    while index < text.count, text[index] < 0x80 { index += 1 }
    return index
  }
}
