/// The notes a Markdown text defines, `[^1]: …` at the beginning of a line.
enum FootnoteLabels {
  /// A paragraph that refers to each of them once; `nil` when there are none.
  static func references(in text: [UInt8]) -> [UInt8]? {
    var references: [UInt8] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      if let label = label(text[start..<end]) {
        references += "\n".utf8
        references += label
      }
      start = end + 1
    }
    return references.isEmpty ? nil : Array("\n".utf8) + references + Array("\n".utf8)
  }

  /// The "[^1]" of a line that defines a note.
  private static func label(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let line = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    guard line.starts(with: "[^".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return line[...close]
  }
}
