// A message keeps its header when it is pasted into a word processor, and when a program makes a book of it.
extension Manuscript {
  /// Finds the header of a message in the first paragraphs, whether its fields are lines or paragraphs.
  mutating func findMessageHeader() {
    let top = blocks.prefix { $0.kind == .paragraph && !$0.isApart }.last?.lines.upperBound ?? 0
    guard let header = MailHeader(onTop: lines[..<min(top, Self.headerReach)], text) else { return }
    headerLines = header.count
    facts += header.facts
  }

  /// The lines that a header has at most.
  private static let headerReach = 40
}
