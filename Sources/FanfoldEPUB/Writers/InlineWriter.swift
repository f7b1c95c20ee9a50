internal import FanfoldMarkup
internal import FanfoldStory

/// Writes runs of text within a line.
struct InlineWriter {
  /// Whether the text is within a link, which cannot hold another (HTML §4.5.1).
  var isInLink = false

  func write(_ inlines: [Inline], to out: inout MarkupWriter) {
    for inline in inlines { write(inline, to: &out) }
  }

  private func write(_ inline: Inline, to out: inout MarkupWriter) {
    switch inline {
    case .text(let text): out.text(text)
    case .emphasis(let inner): write(inner, in: "em", to: &out)
    case .strong(let inner): write(inner, in: "strong", to: &out)
    case .underline(let inner):
      guard !inner.isEmpty else { return }
      out.element("span", ["class": "underlined"]) { write(inner, to: &$0) }
    case .strikethrough(let inner): write(inner, in: "s", to: &out)
    case .superscript(let inner): write(inner, in: "sup", to: &out)
    case .subscript(let inner): write(inner, in: "sub", to: &out)
    case .code(let text): out.element("code") { $0.text(text) }
    case .link(let target, let inner): write(inner, linkedTo: target, to: &out)
    case .lineBreak:
      out.void("br")
      out.lineEnd()
    }
  }

  private func write(_ inlines: [Inline], in name: StaticString, to out: inout MarkupWriter) {
    guard !inlines.isEmpty else { return }
    out.element(name) { write(inlines, to: &$0) }
  }

  private func write(_ inlines: [Inline], linkedTo target: String, to out: inout MarkupWriter) {
    guard !isInLink, let address = WebAddress.link(target), inlines.plainText.plainLine != nil
    else { return write(inlines, to: &out) }
    out.element("a", ["href": address]) { InlineWriter(isInLink: true).write(inlines, to: &$0) }
  }
}
