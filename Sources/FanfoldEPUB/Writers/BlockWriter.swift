internal import FanfoldMarkup
internal import FanfoldStory

/// Writes the pieces of a story's text.
struct BlockWriter {
  /// The element of a heading within the text.
  var subheading: StaticString
  /// The language of the page.
  var language: String?

  private(set) var inlines: InlineWriter

  /// - Parameter images: The pictures that can be shown.
  init(images: BookImages, subheading: StaticString = "h2", language: String? = nil) {
    self.subheading = subheading
    self.language = language
    inlines = InlineWriter(images: images)
  }

  /// Writes blocks that follow each other; those that are a letter or a chat together are shown as such.
  /// - Parameter first: The class of the first block when it is a paragraph of prose.
  func write(_ blocks: [Block], first: String? = nil, to out: inout MarkupWriter) {
    var next = 0
    for passage in PassageFinder(blocks).passages() {
      for index in next..<passage.range.lowerBound {
        write(blocks[index], as: index == 0 ? first : nil, to: &out)
      }
      write(blocks[passage.range], as: passage.kind, to: &out)
      next = passage.range.upperBound
    }
    for index in next..<blocks.count {
      write(blocks[index], as: index == 0 ? first : nil, to: &out)
    }
  }

  private func write(
    _ blocks: ArraySlice<Block>, as kind: TextPassage.Kind, to out: inout MarkupWriter
  ) {
    if kind == .telegram {
      for block in blocks { write(block, as: kind.rawValue, to: &out) }
      return
    }
    var inner = self
    inner.inlines.showsSpeakers = kind == .dialogue
    out.group("div", ["class": kind.rawValue]) { out in
      for block in blocks { inner.write(block, to: &out) }
    }
  }

  /// - Parameter kind: What a paragraph or verse is besides.
  private func write(_ block: Block, as kind: String? = nil, to out: inout MarkupWriter) {
    let style = Self.classes(block.alignment.className, kind)
    switch block.content {
    case .paragraph(let text):
      out.line("p", ["class": style]) { inlines.writeLine(text, to: &$0) }
    case .lines(let lines):
      let names = Self.classes("lines", style)
      out.line("p", ["class": names]) { write(lines: lines, to: &$0) }
    case .preformatted(let text):
      out.line("pre", ["class": style]) { $0.text(text) }
    case .subheading(let text):
      out.line(subheading, ["class": style]) { inlines.write(text, to: &$0) }
    case .sceneBreak(let label):
      write(sceneBreakLabel: label, to: &out)
    case .quotation(let blocks):
      let visible = blocks.filter { $0.isVisible }
      guard !visible.isEmpty else { return }
      let names = Self.classes(style, PassageFinder.kind(ofQuotation: visible)?.rawValue)
      out.group("blockquote", ["class": names]) { write(visible, to: &$0) }
    case .list(let isOrdered, let items, let start):
      let visible = items.map { $0.filter { $0.isVisible } }.filter { !$0.isEmpty }
      write(items: visible, start: isOrdered ? start : nil, to: &out)
    case .table(let table):
      TableWriter(blocks: self).write(table, style: style, to: &out)
    case .figure(let pictures, let caption):
      out.group("figure", ["class": style]) { out in
        inlines.write(pictures, to: &out)
        out.lineEnd()
        guard caption.isVisible else { return }
        out.line("figcaption") { inlines.write(caption, to: &$0) }
      }
    case .spoiler(let summary, let blocks):
      write(summary: summary, blocks, to: &out)
    }
  }

  private func write(lines: [[Inline]], to out: inout MarkupWriter) {
    for (index, line) in lines.enumerated() {
      if index > 0 {
        out.void("br")
        out.lineEnd()
      }
      guard !line.isEmpty else { continue }
      out.element("span") { inlines.writeLine(line, to: &$0) }
    }
  }

  /// A break is text, so that it is there without any styles, and a separator for those who listen.
  private func write(sceneBreakLabel label: [Inline], to out: inout MarkupWriter) {
    out.line("p", ["class": "scene-break", "role": "separator"]) { $0.text("* * *") }
    guard label.isVisible else { return }
    out.line("p", ["class": "break-label"]) { inlines.write(label, to: &$0) }
  }

  /// - Parameter start: The number of the first item; `nil` when they have none.
  private func write(items: [[Block]], start: Int?, to out: inout MarkupWriter) {
    guard !items.isEmpty else { return }
    let first = start.flatMap { $0 == 1 ? nil : String($0) }
    out.group(start == nil ? "ul" : "ol", ["start": first]) { out in
      for item in items { write(item, in: "li", to: &out) }
    }
  }

  /// An element with blocks in it; a lone paragraph needs no element of its own.
  func write(
    _ blocks: [Block], in name: StaticString, scope: String? = nil, columns: String? = nil,
    rows: String? = nil,
    to out: inout MarkupWriter
  ) {
    let visible = blocks.filter { $0.isVisible }
    let alignments = Set(visible.map(\.alignment))
    let attributes: MarkupWriter.Attributes = [
      "class": alignments.count == 1 ? alignments.first?.className : nil, "scope": scope,
      "colspan": columns, "rowspan": rows,
    ]
    if visible.count == 1, case .paragraph(let text) = visible[0].content {
      out.line(name, attributes) {
        inlines.write(text, to: &$0)
      }
    } else if visible.isEmpty {
      out.line(name, attributes) { _ in }
    } else {
      out.group(name, attributes) { write(visible, to: &$0) }
    }
  }

  /// Open, so that nothing is lost on paper or by a reading system that knows no such element.
  private func write(summary: [Inline], _ blocks: [Block], to out: inout MarkupWriter) {
    out.group("details", ["class": "spoiler", "open": "open"]) { out in
      let isGenerated = !summary.isVisible
      let language = isGenerated ? XHTMLPage.ownLanguage(in: language) : nil
      let attributes: MarkupWriter.Attributes = [
        "class": isGenerated ? "generated" : nil, "lang": language, "xml:lang": language,
      ]
      out.line("summary", attributes) { out in
        if isGenerated { out.text("Spoiler") } else { inlines.write(summary, to: &out) }
      }
      write(blocks.filter { $0.isVisible }, to: &out)
    }
  }
}

extension BlockWriter {
  private static func classes(_ one: String?, _ other: String?) -> String? {
    guard let one, let other else { return one ?? other }
    return "\(one) \(other)"
  }
}

extension Block.Alignment {
  var className: String? {
    switch self {
    case .natural: nil
    case .centre: "centre"
    case .end: "end"
    }
  }
}
