/// The lines of a file that have bytes beyond ASCII, up to a limit: all that tells a legacy
/// encoding, wherever in the file it stands.
struct LegacySample {
  private(set) var bytes: [UInt8] = []
  private(set) var oddCount = 0

  private static let limit = 128 * 1024
  private static let longestPiece = 4096

  init(_ file: [UInt8]) {
    let span = file.span
    var index = 0
    var taken = 0
    while index < span.count, bytes.count < Self.limit {
      guard span[index] >= 0x80 else {
        index += 1
        continue
      }
      var start = index
      while start > taken, index - start < Self.longestPiece, !Self.endsLine(span[start - 1]) {
        start -= 1
      }
      var end = index
      while end < span.count, end - start < Self.longestPiece, !Self.endsLine(span[end]) {
        end += 1
      }
      if end < span.count { end += 1 }
      bytes.append(contentsOf: file[start..<end])
      taken = end
      index = end
    }
    for byte in bytes where byte >= 0x80 { oddCount += 1 }
  }

  /// The share of odd bytes in percent: under 10 in western languages, over 30 where the script
  /// is another.
  var density: Int { bytes.isEmpty ? 0 : oddCount * 100 / bytes.count }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
