/// Rings and crosses, "oOo" and "xXx", which stand for a line of signs though they are letters.
extension Decoration {
  private static func isRing(_ byte: UInt8) -> Bool { "oOxX0".utf8.contains(byte) }

  /// How many of them stand together.
  private static let ringLengths = 3...9

  /// The words without the same rings or crosses on both sides, "oOo Tea oOo", "xXx Tea xXx".
  static func withoutRings(_ bytes: ArraySlice<UInt8>, _ inner: Range<Int>) -> Range<Int> {
    guard inner.count >= 9, let first = inner.first, isRing(bytes[first]) else { return inner }
    let ring = bytes[inner].prefix(while: isRing)
    let next = inner.lowerBound + ring.count
    guard ringLengths.contains(ring.count), inner.count > ring.count * 2 + 2, bytes[next] == 0x20,
      bytes[inner].suffix(ring.count).elementsEqual(ring),
      bytes[inner.upperBound - ring.count - 1] == 0x20
    else { return inner }
    return next + 1..<inner.upperBound - ring.count - 1
  }

  /// What stands behind "oOo " or "xXx ", with which the line may end too.
  static func behindRing(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.first, isRing(first) else { return bytes }
    let rest = bytes.drop(while: isRing)
    return ringLengths.contains(bytes.count - rest.count) && rest.first == 0x20
      ? rest.dropFirst() : bytes
  }
}
