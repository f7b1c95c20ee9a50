/// Undoes UTF-8 that was taken for windows-1252 and encoded once more: "â€™" for an apostrophe.
struct DoubleEncoding {
  private var output: [UInt8] = []
  private var run: [UInt8] = []
  private var sequences = 0
  private var onlyCommon = true

  /// The text before the second encoding, if every run of characters beyond ASCII is a trace of it.
  static func undone(_ bytes: [UInt8]) -> [UInt8]? {
    var undoing = DoubleEncoding()
    return undoing.undo(bytes)
  }

  private mutating func undo(_ bytes: [UInt8]) -> [UInt8]? {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
    output.append(contentsOf: bytes[..<first])
    var index = first
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        guard flush() else { return nil }
        output.append(byte)
        index += 1
        continue
      }
      // Nothing in windows-1252 lies beyond U+FFFF.
      guard byte < 0xF0 else { return nil }
      let length = byte < 0xE0 ? 2 : 3
      var scalar = UInt32(byte) & (length == 2 ? 0x1F : 0x0F)
      for next in bytes[index + 1..<index + length] { scalar = scalar << 6 | UInt32(next & 0x3F) }
      guard let original = Self.byte(for: scalar) else { return nil }
      run.append(original)
      index += length
    }
    guard flush(), sequences >= 3 || onlyCommon else { return nil }
    return output
  }

  /// Two or fewer could be chance ("É»"), unless they are what damage nearly always looks like:
  /// Latin-1 letters and the quotation marks and dashes of U+2000.
  private mutating func flush() -> Bool {
    guard !run.isEmpty else { return true }
    guard run.count > 1, (try? UTF8Span(validating: run.span)) != nil else { return false }
    for index in run.indices where run[index] >= 0xC0 {
      sequences += 1
      let isPunctuation = run[index] == 0xE2 && run[index + 1] == 0x80
      if run[index] != 0xC2, run[index] != 0xC3, !isPunctuation { onlyCommon = false }
    }
    output.append(contentsOf: run)
    run.removeAll(keepingCapacity: true)
    return true
  }

  /// The byte of windows-1252 for a character; those the code page leaves open stand for the C1
  /// controls, as browsers have it.
  private static func byte(for scalar: UInt32) -> UInt8? {
    if (0x80...0xFF).contains(scalar) { return UInt8(scalar) }
    return high[scalar]
  }

  private static let high: [UInt32: UInt8] = [
    0x20AC: 0x80, 0x201A: 0x82, 0x0192: 0x83, 0x201E: 0x84, 0x2026: 0x85, 0x2020: 0x86,
    0x2021: 0x87, 0x02C6: 0x88, 0x2030: 0x89, 0x0160: 0x8A, 0x2039: 0x8B, 0x0152: 0x8C,
    0x017D: 0x8E, 0x2018: 0x91, 0x2019: 0x92, 0x201C: 0x93, 0x201D: 0x94, 0x2022: 0x95,
    0x2013: 0x96, 0x2014: 0x97, 0x02DC: 0x98, 0x2122: 0x99, 0x0161: 0x9A, 0x203A: 0x9B,
    0x0153: 0x9C, 0x017E: 0x9E, 0x0178: 0x9F,
  ]
}
