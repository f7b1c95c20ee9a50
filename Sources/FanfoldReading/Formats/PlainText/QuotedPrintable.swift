internal import FanfoldMarkup

/// Mail saved as it travels: "caf=E9", lines that end in "=" and go on (RFC 2045 §6.7).
enum QuotedPrintable {
  /// The file with its bytes as they were before mail wrapped them; the file itself when they are not wrapped.
  static func unwrapped(_ file: StoryFile) -> StoryFile {
    guard isDeclared(file.bytes) || isLeftOver(file.bytes) else { return file }
    return StoryFile(name: file.name, bytes: decode(file.bytes))
  }

  private static func isDeclared(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(4000)
    while let first = rest.first, first != 0x0A, first != 0x0D {
      let line = rest.prefix { $0 != 0x0A }
      let folded = Folding.fold(line)
      if folded.hasPrefix("content-transfer-encoding:"), folded.hasSuffix("quoted-printable") {
        return true
      }
      rest = rest[line.endIndex...].dropFirst()
    }
    return false
  }

  /// Whether the text says so itself: many lines end in "=" or "=20", and no equals sign means anything else.
  private static func isLeftOver(_ bytes: [UInt8]) -> Bool {
    var ends = 0
    var index = bytes.startIndex
    while let sign = bytes.span.firstIndex(of: 0x3D, from: index) {
      let next = sign + 1 < bytes.count ? bytes[sign + 1] : 0x0A
      let isEnd = next == 0x0A || next == 0x0D
      guard isEnd || octet(bytes, at: sign) != nil else { return false }
      let isBlank = octet(bytes, at: sign) == 0x20 && sign + 3 < bytes.count
      if isEnd || isBlank && (bytes[sign + 3] == 0x0A || bytes[sign + 3] == 0x0D) { ends += 1 }
      index = sign + 1
    }
    return ends >= 3
  }

  static func decode(_ bytes: [UInt8]) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if let octet = octet(bytes, at: index) {
        decoded.append(octet)
        index += 3
      } else if let next = softBreak(bytes, at: index) {
        index = next
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// The octet of "=E9".
  private static func octet(_ bytes: [UInt8], at index: Int) -> UInt8? {
    guard bytes[index] == 0x3D, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
      let low = digit(bytes[index + 2])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    default: nil
    }
  }

  /// Where the text goes on after an equals sign at the end of a line.
  private static func softBreak(_ bytes: [UInt8], at index: Int) -> Int? {
    guard bytes[index] == 0x3D, index + 1 < bytes.count else { return nil }
    if bytes[index + 1] == 0x0A { return index + 2 }
    guard bytes[index + 1] == 0x0D else { return nil }
    return index + 2 < bytes.count && bytes[index + 2] == 0x0A ? index + 3 : index + 2
  }
}
