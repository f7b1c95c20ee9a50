import FanfoldStory

extension Chapter {
  /// The chapter as text, a line a block: tests read better so.
  var outline: [String] { blocks.map(\.outline) }
}

extension Block {
  var outline: String {
    switch content {
    case .paragraph(let inlines): inlines.outline
    case .lines(let lines): lines.map(\.outline).joined(separator: " / ")
    case .preformatted(let text): "pre: " + text
    case .subheading(let inlines): "## " + inlines.outline
    case .sceneBreak(let label): label.isEmpty ? "***" : "*** " + label.outline
    case .quotation(let blocks): "> " + blocks.map(\.outline).joined(separator: " > ")
    case .list(_, let items):
      items.map { "- " + $0.map(\.outline).joined(separator: " ") }.joined(separator: " ")
    }
  }
}

extension [Inline] {
  var outline: String { map(\.outline).joined() }
}

extension Inline {
  var outline: String {
    switch self {
    case .text(let text): text
    case .emphasis(let inner): "<i>\(inner.outline)</i>"
    case .strong(let inner): "<b>\(inner.outline)</b>"
    case .underline(let inner): "<u>\(inner.outline)</u>"
    case .strikethrough(let inner): "<s>\(inner.outline)</s>"
    case .superscript(let inner): "<sup>\(inner.outline)</sup>"
    case .subscript(let inner): "<sub>\(inner.outline)</sub>"
    case .code(let text): "<code>\(text)</code>"
    case .link(let target, let inner): "<a \(target)>\(inner.outline)</a>"
    case .lineBreak: "<br>"
    }
  }
}
