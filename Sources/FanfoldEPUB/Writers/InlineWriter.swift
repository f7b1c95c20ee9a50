internal import FanfoldMarkup
internal import FanfoldStory

/// Writes runs of text within a line.
struct InlineWriter {
  /// The pictures that can be shown; others are named by their alternative text.
  var images = BookImages()
  /// Whether the text is within a link, which cannot hold another (HTML §4.5.1).
  private var isInLink = false
  /// Whether it is within a ruby, which cannot hold another (HTML §4.5.10).
  private var isInRuby = false

  /// Whether the names of those who speak are marked at the beginning of lines.
  var showsSpeakers = false

  init(images: BookImages = BookImages()) { self.images = images }

  func write(_ inlines: [Inline], to out: inout MarkupWriter) {
    for inline in inlines { write(inline, to: &out) }
  }

  /// Writes what stands on a line of its own.
  func writeLine(_ line: [Inline], to out: inout MarkupWriter) {
    guard showsSpeakers, case .text(let text) = line.first, let speech = SpeechLine(text) else {
      return write(line, to: &out)
    }
    let end = text.utf8.index(text.startIndex, offsetBy: speech.labelCount)
    out.element("span", ["class": "speaker"]) { $0.text(String(text[..<end])) }
    out.text(String(text[end...]))
    write(Array(line.dropFirst()), to: &out)
  }

  private func write(_ inline: Inline, to out: inout MarkupWriter) {
    switch inline {
    case .text(let text): out.text(text)
    case .emphasis(let inner): write(inner, in: "em", to: &out)
    case .strong(let inner): write(inner, in: "strong", to: &out)
    case .underline(let inner): write(inner, in: "span", ["class": "underlined"], to: &out)
    case .strikethrough(let inner): write(inner, in: "s", to: &out)
    case .superscript(let inner): write(inner, in: "sup", to: &out)
    case .subscript(let inner): write(inner, in: "sub", to: &out)
    case .small(let inner): write(inner, in: "small", to: &out)
    case .code(let text): out.element("code") { $0.text(text) }
    case .link(let target, let inner): write(inner, linkedTo: target, to: &out)
    case .abbreviation(let inner, let meaning):
      write(inner, in: "abbr", ["title": meaning.plainLine], to: &out)
    case .language(let tag, let inner):
      guard let tag = LanguageTag.normalised(tag) else { return write(inner, to: &out) }
      write(inner, in: "span", ["lang": tag, "xml:lang": tag], to: &out)
    case .direction(let direction, let inner):
      write(inner, in: "span", ["dir": direction.rawValue], to: &out)
    case .ruby(let base, let reading): write(base, reading: reading, to: &out)
    case .image(let image): write(image, to: &out)
    case .lineBreak:
      out.void("br")
      out.lineEnd()
    }
  }

  private func write(
    _ inlines: [Inline], in name: StaticString, _ attributes: MarkupWriter.Attributes = [:],
    to out: inout MarkupWriter
  ) {
    guard !inlines.isEmpty else { return }
    out.element(name, attributes) { write(inlines, to: &$0) }
  }

  private func write(_ inlines: [Inline], linkedTo target: String, to out: inout MarkupWriter) {
    guard !isInLink, let address = WebAddress.link(target),
      inlines.isVisible
    else { return write(inlines, to: &out) }
    var inner = self
    inner.isInLink = true
    out.element("a", ["href": address]) { inner.write(inlines, to: &$0) }
  }

  /// Reading systems that know no ruby show the reading in parentheses.
  private func write(_ base: [Inline], reading: [Inline], to out: inout MarkupWriter) {
    guard !isInRuby, !base.isEmpty, !reading.isEmpty else {
      write(base, to: &out)
      return write(reading, to: &out)
    }
    var inner = self
    inner.isInRuby = true
    out.element("ruby") { out in
      inner.write(base, to: &out)
      out.element("rp") { $0.text("(") }
      out.element("rt") { inner.write(reading, to: &$0) }
      out.element("rp") { $0.text(")") }
    }
  }

  private func write(_ reference: ImageReference, to out: inout MarkupWriter) {
    guard let image = images[reference] else { return out.text(reference.alternative) }
    out.void(
      "img",
      [
        "src": "../" + Layout.href(of: image), "alt": reference.alternative,
        "width": image.width.map(String.init), "height": image.height.map(String.init),
      ])
  }
}
