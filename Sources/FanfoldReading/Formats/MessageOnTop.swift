// A message keeps its header when it is pasted into a word processor, and when a program makes a book of it.
extension Manuscript {
  /// Finds the header of a message in the first paragraphs, whether its fields are lines, paragraphs or all in one. What
  /// says outright how its story is called is no message.
  mutating func findMessageHeader() {
    guard fact(.field(.title)) == nil else { return }
    var cut = self
    FlatHeader.mail.cut(&cut)
    if cut.lines.count > lines.count, let header = cut.headerOnTop {
      self = cut
      take(header)
    } else if let header = headerOnTop {
      take(header)
    }
  }

  private mutating func take(_ header: MailHeader) {
    headerLines = header.count
    facts += header.facts
  }

  private var headerOnTop: MailHeader? {
    let top = blocks.prefix { $0.kind == .paragraph && !$0.isApart }.last?.lines.upperBound ?? 0
    let mayBeAlone = fact(.documentTitle) == nil && fact(.pageTitle) == nil
    return MailHeader(onTop: lines[..<min(top, Self.headerReach)], text, mayBeAlone: mayBeAlone)
  }

  /// The lines that a header has at most.
  private static let headerReach = 40
}
