/// The lines that headings take, asked for every line: a bit for each.
struct HeadingLines {
  private var bits: [UInt64]

  /// The lines of the headings and of the names below them.
  init(_ headings: [ChapterOutline.Heading], lineCount: Int) {
    bits = Array(repeating: 0, count: lineCount / 64 + 1)
    for heading in headings {
      insert(heading.line)
      if let line = heading.titleLine { insert(line) }
    }
  }

  /// Whether a heading takes the line.
  func contains(_ line: Int) -> Bool { bits[line >> 6] & (1 << UInt64(line & 63)) != 0 }

  private mutating func insert(_ line: Int) { bits[line >> 6] |= 1 << UInt64(line & 63) }
}
