internal import FanfoldMarkup

/// Tells text that is a run of words as it stands, with nothing in it to join, to part or to read as emphasis, so that
/// it can become a string at once. Nearly all lines are such runs.
enum PlainRun {
  /// Whether the text at `range` has only single blanks, between words, and no byte that may be a mark of emphasis. The
  /// eight bytes of a step are judged together; a short text is not worth it and never called plain.
  static func contains(_ text: Span<UInt8>, _ range: Range<Int>, typedMarks: Bool) -> Bool {
    guard range.count >= 8, text[range.lowerBound] != 0x20, text[range.upperBound - 1] != 0x20
    else { return false }
    var suspects: UInt64 = 0
    var isAfterBlank: UInt64 = 0
    var index = range.lowerBound
    let last = range.upperBound - 8
    while index < range.upperBound {
      // The last step looks at some bytes once more.
      if index > last { (index, isAfterBlank) = (last, 0) }
      let eight = EightBytes(text, at: index)
      let blanks = eight.equal(to: 0x20)
      suspects |= eight.below(0x20) | blanks & (blanks << 8 | isAfterBlank)
      if typedMarks {
        suspects |= eight.equal(to: 0x2A) | eight.equal(to: 0x2F) | eight.equal(to: 0x5F)
      }
      isAfterBlank = blanks >> 56
      index += 8
    }
    return suspects == 0
  }
}
