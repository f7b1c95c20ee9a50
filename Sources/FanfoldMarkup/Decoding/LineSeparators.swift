/// The characters that Unicode has for the ends of lines and paragraphs, U+2028 and U+2029: word processors and phones
/// write them where everybody else has a line feed.
enum LineSeparators {
  /// The text with a line feed for each.
  static func asLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8(0xA8), 0xA9].reduce(bytes) { replaced($1, in: $0) }
  }

  /// Looked for by their last bytes, which are rarer than the first ones: those begin all curly quotation marks.
  private static func replaced(_ last: UInt8, in bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var copied = 0
    var next = bytes.span.firstIndex(of: last)
    while let found = next {
      next = bytes.span.firstIndex(of: last, from: found + 1)
      guard found >= 2, bytes[found - 2] == 0xE2, bytes[found - 1] == 0x80 else { continue }
      output.append(contentsOf: bytes[copied..<found - 2])
      output.append(0x0A)
      copied = found + 1
    }
    return copied == 0 ? bytes : output + bytes[copied...]
  }
}
