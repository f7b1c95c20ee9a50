internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the pieces of a story's text.
struct BlockWriter {
  /// The level of a heading within the text.
  var subheading: StaticString = "h2"

  func write(_ blocks: [Block], to out: inout MarkupWriter) {
    for block in blocks { write(block, to: &out) }
  }

  func write(_ block: Block, to out: inout MarkupWriter) {
    let style = block.alignment.className
    switch block.content {
    case .paragraph(let inlines):
      out.line("p", ["class": style]) { InlineWriter().write(inlines, to: &$0) }
    case .lines(let lines):
      let names = style.map { "lines \($0)" } ?? "lines"
      out.line("p", ["class": names]) { write(lines: lines, to: &$0) }
    case .preformatted(let text):
      out.line("pre", ["class": style]) { $0.text(text) }
    case .subheading(let inlines):
      out.line(subheading, ["class": style]) { InlineWriter().write(inlines, to: &$0) }
    case .sceneBreak(let label):
      write(sceneBreakLabel: label, to: &out)
    case .quotation(let blocks):
      let visible = blocks.filter { $0.isVisible }
      guard !visible.isEmpty else { return }
      out.group("blockquote", ["class": style]) { write(visible, to: &$0) }
    case .list(let isOrdered, let items):
      write(items.map { $0.filter { $0.isVisible } }.filter { !$0.isEmpty }, isOrdered, to: &out)
    }
  }

  private func write(lines: [[Inline]], to out: inout MarkupWriter) {
    for (index, line) in lines.enumerated() {
      if index > 0 {
        out.void("br")
        out.lineEnd()
      }
      guard !line.isEmpty else { continue }
      out.element("span") { InlineWriter().write(line, to: &$0) }
    }
  }

  /// A break is text, so that it is there without any styles, and a separator for those who listen.
  private func write(sceneBreakLabel label: [Inline], to out: inout MarkupWriter) {
    out.line("p", ["class": "scene-break", "role": "separator"]) { $0.text("* * *") }
    guard label.plainText.plainLine != nil else { return }
    out.line("p", ["class": "break-label"]) { InlineWriter().write(label, to: &$0) }
  }

  private func write(_ items: [[Block]], _ isOrdered: Bool, to out: inout MarkupWriter) {
    guard !items.isEmpty else { return }
    out.group(isOrdered ? "ol" : "ul") { out in
      for item in items {
        if item.count == 1, case .paragraph(let inlines) = item[0].content {
          out.line("li", ["class": item[0].alignment.className]) {
            InlineWriter().write(inlines, to: &$0)
          }
        } else {
          out.group("li") { write(item, to: &$0) }
        }
      }
    }
  }
}

extension Block.Alignment {
  fileprivate var className: String? {
    switch self {
    case .natural: nil
    case .centre: "centre"
    case .end: "end"
    }
  }
}
