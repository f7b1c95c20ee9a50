/// Recognises UTF-16 and UTF-32, by their byte order mark or by how the bytes lie.
enum WideText {
  /// The encoding a byte order mark states, and its length.
  static func byteOrderMark(_ bytes: [UInt8]) -> (encoding: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    // The mark of UTF-32LE begins with that of UTF-16LE; no text begins with U+0000.
    if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return ("UTF-32LE", 4) }
    if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return ("UTF-32BE", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// The encoding of text with NUL bytes and no mark, when one reading makes sense of nearly all of
  /// it: line ends, blanks and letters in known scripts, no U+0000.
  static func guess(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(64 * 1024)
    guard sample.count >= 4 else { return nil }
    let readings: [(name: String, score: Int)] = [
      ("UTF-32LE", score32(sample, [3, 2, 1, 0])), ("UTF-32BE", score32(sample, [0, 1, 2, 3])),
      ("UTF-16LE", score16(sample, high: 1)), ("UTF-16BE", score16(sample, high: 0)),
    ]
    guard let best = readings.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
    return best.name
  }

  private static func score16(_ sample: ArraySlice<UInt8>, high: Int) -> Int {
    var units = sample.startIndex
    var score = 0
    while units + 1 < sample.endIndex {
      let unit = UInt32(sample[units + high]) << 8 | UInt32(sample[units + 1 - high])
      score += plausibility(unit)
      units += 2
    }
    return score
  }

  private static func score32(_ sample: ArraySlice<UInt8>, _ order: [Int]) -> Int {
    var start = sample.startIndex
    var score = 0
    while start + 3 < sample.endIndex {
      let scalar = order.reduce(UInt32(0)) { $0 << 8 | UInt32(sample[start + $1]) }
      // A unit of UTF-32 is two of UTF-16: the same text must not score half.
      score += 2 * plausibility(scalar) + (scalar > 0x10FFFF ? -200 : 0)
      start += 4
    }
    return score
  }

  /// One wrong unit outweighs a few dozen good ones.
  private static func plausibility(_ unit: UInt32) -> Int {
    switch unit {
    case 0x0A, 0x0D, 0x20, 0x3000...0x3002: 4
    case 0x09, 0x21...0x7E, 0xA0...0x17F, 0x2010...0x2026: 2
    case 0x370...0x3FF, 0x400...0x52F, 0x5D0...0x5EA, 0x600...0x6FF, 0xE01...0xE5B: 1
    case 0x3003...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xFF01...0xFF5E: 1
    case 0x1A, 0x1F300...0x1FAFF, 0xD800...0xDFFF, 0x2000...0x2BFF, 0x180...0x36F: 0
    case 0xFEFF: 0
    default: -40
    }
  }
}
