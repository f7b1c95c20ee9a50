internal import FanfoldMarkup

extension ManuscriptBuilder {
  /// Adds text whose line feeds are ends of lines, as an element's style may say; those of text that is nothing but
  /// blanks, with no line open, only part the elements in a page's source.
  mutating func addLines(_ bytes: ArraySlice<UInt8>) {
    guard lineStart != nil || bytes.contains(where: { $0 > 0x20 }) else { return add(bytes) }
    var start = bytes.startIndex
    while let end = bytes[start...].firstIndex(of: 0x0A) {
      add(bytes[start..<end])
      breakLine()
      start = end + 1
    }
    add(bytes[start...])
  }
}
