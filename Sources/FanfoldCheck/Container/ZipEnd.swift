/// The end of a container's directory (APPNOTE 4.3.16), or the longer one for long containers
/// (APPNOTE 4.3.14).
struct ZipEnd {
  let offset: Int
  private(set) var directoryLength: Int
  private(set) var directoryOffset: Int
  /// Whether as many bytes follow as the comment is to have.
  let hasComment: Bool

  /// The last that can be one: bytes that follow it are passed over if the directory is in place.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 22 else { return nil }
    for start in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 0xFFFF), by: -1)
    where bytes[start] == 0x50 && bytes[start + 1] == 0x4B && bytes[start + 2] == 5
      && bytes[start + 3] == 6
    {
      let after = bytes.count - start - 22
      let comment = bytes.number(at: start + 20, 2)
      let (length, place) = (bytes.number(at: start + 12, 4), bytes.number(at: start + 16, 4))
      if comment != after {
        let directory = start - length
        guard directory >= 0, directory - place >= 0,
          bytes.number(at: directory, 4) == 0x0201_4B50,
          bytes.number(at: directory - place, 4) == 0x0403_4B50
        else { continue }
      }
      (directoryLength, directoryOffset) = (length, place)
      hasComment = comment <= after
      guard let long = Self.longEnd(bytes, before: start),
        length == 0xFFFF_FFFF
          || place == 0xFFFF_FFFF || bytes.number(at: start + 10, 2) == 0xFFFF
      else {
        offset = start
        return
      }
      directoryLength = bytes.number(at: long + 40, 8)
      directoryOffset = bytes.number(at: long + 48, 8)
      offset = long
      return
    }
    return nil
  }

  private static func longEnd(_ bytes: [UInt8], before end: Int) -> Int? {
    guard end >= 20, bytes.number(at: end - 20, 4) == 0x0706_4B50 else { return nil }
    let long = bytes.number(at: end - 12, 8)
    guard long >= 0, long <= end - 76, bytes.number(at: long, 4) == 0x0606_4B50 else { return nil }
    return long
  }
}

extension [UInt8] {
  /// A number with its lowest byte first; what lies behind the end counts as nothing, and what is beyond all
  /// measure as so much that a few can still be added up.
  func number(at start: Int, _ count: Int) -> Int {
    guard start >= 0, start <= self.count - count else { return 0 }
    let number = (0..<count).reduce(UInt64(0)) { $0 | UInt64(self[start + $1]) << (8 * $1) }
    return Int(Swift.min(number, 1 << 60))
  }
}
