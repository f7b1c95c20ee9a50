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
    case .list(let isOrdered, let items, let start):
      items.enumerated().map { index, item in
        (isOrdered ? "\(start + index). " : "- ") + item.map(\.outline).joined(separator: " ")
      }.joined(separator: " ")
    case .table(let table): table.outline
    case .figure(let images, let caption):
      "fig: " + images.outline + (caption.isEmpty ? "" : " " + caption.outline)
    case .spoiler(let summary, let blocks):
      "spoiler \(summary.outline): " + blocks.map(\.outline).joined(separator: " ")
    }
  }
}

extension Table {
  fileprivate var outline: String {
    let lines = rows.map { row in
      row.map { cell in
        (cell.isHeader ? "!" : "") + cell.blocks.map(\.outline).joined(separator: " ")
          + (cell.columns > 1 ? " x\(cell.columns)" : "")
      }.joined(separator: " | ")
    }
    return ([caption.outline] + lines).joined(separator: " / ")
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
    case .small(let inner): "<small>\(inner.outline)</small>"
    case .abbreviation(let inner, let meaning): "<abbr \(meaning)>\(inner.outline)</abbr>"
    case .language(let tag, let inner): "<\(tag)>\(inner.outline)</\(tag)>"
    case .direction(let way, let inner): "<\(way.rawValue)>\(inner.outline)</\(way.rawValue)>"
    case .ruby(let base, let reading): "\(base.outline)(\(reading.outline))"
    case .image(let image): "[\(image.alternative)]"
    case .lineBreak: "<br>"
    }
  }
}
