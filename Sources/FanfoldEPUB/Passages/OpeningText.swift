internal import FanfoldStory

extension [Inline] {
  /// The text at the beginning, as far as it stands in one run.
  var openingRun: String? {
    var inlines = self
    while let first = inlines.first {
      switch first {
      case .text(let text), .code(let text): return text
      default:
        guard let inner = first.inner else { return nil }
        inlines = inner
      }
    }
    return nil
  }

  /// All of the text when it has no more than so many bytes.
  func shortText(limit: Int) -> String? {
    var text = ""
    for inline in self {
      inline.forEachText(.prose) { if text.utf8.count <= limit { text += $0 } }
      if text.utf8.count > limit { return nil }
    }
    return text.plainLine
  }
}

extension Block {
  /// What a paragraph or verse begins with; other blocks begin with no text of their own.
  var openingLine: [Inline]? {
    switch content {
    case .paragraph(let inlines): inlines
    case .lines(let lines): lines.first
    default: nil
    }
  }
}
