internal import FanfoldMarkup

/// Words with single blanks between them: what stays as it is where runs of white space become one blank.
enum WordRun {
  /// Where the run ends that begins at `start`; there is none where a blank stands.
  static func end(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    // Eight bytes at a time as long as they need none; a blank at their end is looked at once more.
    var isAfterBlank: UInt64 = 0x80
    while end + 8 <= bytes.count {
      let eight = EightBytes(bytes, at: end)
      let blanks = eight.equal(to: 0x20)
      guard eight.below(0x20) | blanks & (blanks << 8 | isAfterBlank) == 0 else { break }
      isAfterBlank = blanks >> 56
      end += 8
    }
    if end > start, isAfterBlank != 0 { end -= 1 }
    while end < bytes.count {
      if !isBlank(bytes[end]) {
        end += 1
      } else if bytes[end] == 0x20, end > start, end + 1 < bytes.count, !isBlank(bytes[end + 1]) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte <= 0x20 && (byte == 0x20 || (0x09...0x0D).contains(byte))
  }
}
