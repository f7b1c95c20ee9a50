internal import FanfoldMarkup

/// The first eight letters of the lines of a table: a second look at what a ``PrefixFilter`` lets pass, since three
/// letters are soon found in prose.
struct LineHeads: Sendable {
  /// The letters in one number, the first one lowest, and which of them count; in order of the first letter.
  private var heads: [(letters: UInt64, mask: UInt64)] = []
  /// Where the heads with each letter of the alphabet begin in ``heads``, and where the last ones end.
  private var starts: [Int] = []

  /// Those of folded lines. They are compared as far as they are ASCII; those that begin with no letter are left out.
  init(_ lines: some Sequence<String>) {
    var byLetter: [[(letters: UInt64, mask: UInt64)]] = Array(repeating: [], count: 26)
    for line in lines {
      guard let first = line.utf8.first, let letter = Self.letter(first) else { continue }
      var head: (letters: UInt64, mask: UInt64) = (0, 0)
      for (place, byte) in line.utf8.prefix(8).enumerated() {
        guard byte < 0x80 else { break }
        head.letters |= UInt64(byte) << (place * 8)
        head.mask |= 0xFF << (place * 8)
      }
      byLetter[letter].append(head)
    }
    for heads in byLetter {
      starts.append(self.heads.count)
      self.heads += heads
    }
    starts.append(heads.count)
  }

  /// Whether the line at `range` may begin as one of the lines does; always true for one that begins with no letter,
  /// and where folding could change more than the case of letters.
  func mayMatch(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 8, let letter = Self.letter(text[range.lowerBound]) else { return true }
    let eight = EightBytes(text, at: range.lowerBound)
    let blanks = eight.equal(to: 0x20)
    guard eight.wide | eight.below(0x20) | (blanks & blanks << 8) == 0 else { return true }
    let small = eight.small
    for index in starts[letter]..<starts[letter + 1]
    where (small ^ heads[index].letters) & heads[index].mask == 0 {
      return true
    }
    return false
  }

  /// The place of a letter in the alphabet, small or not.
  private static func letter(_ byte: UInt8) -> Int? {
    (0x61...0x7A).contains(byte | 0x20) ? Int(byte | 0x20) - 0x61 : nil
  }
}
