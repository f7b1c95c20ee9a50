internal import FanfoldMarkup
internal import FanfoldStory

/// The text of an own book, element for element as it was written.
struct OwnText {
  private let tree: MarkupTree
  private let path: String
  private(set) var images: OwnImages
  /// The text that is the story's.
  private(set) var tally = CharacterTally()
  /// The text that only shows what the story is: the stars of a break, the parentheses of a ruby.
  private(set) var leftovers: [String] = []

  init(_ tree: MarkupTree, path: String, images: OwnImages) {
    self.tree = tree
    self.path = path
    self.images = images
  }

  // MARK: blocks

  /// Adds what an element is to the blocks.
  mutating func read(_ node: MarkupTree.Node, into blocks: inout [Block]) {
    let classes = tree.classes(of: node)
    let alignment: Block.Alignment =
      classes.contains("centre") ? .centre : classes.contains("end") ? .end : .natural
    if classes.contains("break-label"), let last = blocks.indices.last,
      case .sceneBreak = blocks[last].content
    {
      let label = inlines(of: node)
      if Block(.paragraph(label)).showsAnything { blocks[last].content = .sceneBreak(label: label) }
      return
    }
    if tree.isElement(node, "div") {
      // What a letter or a chat stands in.
      for child in tree.children(of: node) where tree.kind(of: child) == .element {
        read(child, into: &blocks)
      }
      return
    }
    guard let content = content(of: node, classes) else { return }
    let block = Block(content, alignment: alignment)
    if block.showsAnything { blocks.append(block) }
  }

  private mutating func content(
    of node: MarkupTree.Node, _ classes: [String]
  ) -> Block.Content? {
    switch tree.name(of: node) {
    case "p" where classes.contains("scene-break"):
      leftovers.append(tree.text(of: node))
      return .sceneBreak(label: [])
    case "p" where classes.contains("lines"): return .lines(lines(of: node))
    case "p": return .paragraph(inlines(of: node))
    case "pre": return .preformatted(text(of: node))
    case "h1", "h2", "h3", "h4": return .subheading(inlines(of: node))
    case "blockquote": return .quotation(blocks(in: node))
    case "ul", "ol": return list(node)
    case "table": return .table(table(node))
    case "figure": return figure(node)
    case "details": return spoiler(node)
    default: return .paragraph(inlines(of: node))
    }
  }

  private mutating func blocks(in node: MarkupTree.Node) -> [Block] {
    var blocks: [Block] = []
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      read(child, into: &blocks)
    }
    return blocks
  }

  /// What is in an element that holds blocks, or the text of a lone paragraph.
  private mutating func item(_ node: MarkupTree.Node) -> [Block] {
    let isGroup = tree.children(of: node).contains { child in
      tree.kind(of: child) == .element && Self.blockNames.contains(tree.name(of: child))
    }
    if isGroup { return blocks(in: node) }
    let text = inlines(of: node)
    guard !text.isEmpty else { return [] }
    let classes = tree.classes(of: node)
    return [
      Block(
        .paragraph(text),
        alignment: classes.contains("centre")
          ? .centre : classes.contains("end") ? .end : .natural)
    ]
  }

  private static let blockNames: Set<String> = [
    "p", "pre", "h1", "h2", "h3", "h4", "blockquote", "ul", "ol", "table", "figure", "details",
    "div",
  ]

  private mutating func list(_ node: MarkupTree.Node) -> Block.Content {
    var items: [[Block]] = []
    for child in tree.children(of: node) where tree.isElement(child, "li") {
      items.append(item(child))
    }
    let start = tree.attribute("start", of: node).flatMap { Int($0) } ?? 1
    return .list(ordered: tree.isElement(node, "ol"), items: items, start: start)
  }

  private mutating func table(_ node: MarkupTree.Node) -> FanfoldStory.Table {
    var table = FanfoldStory.Table(rows: [])
    for child in tree.descendants(of: node) {
      // A table within a cell is that cell's.
      guard tree.ancestors(of: child).first(where: { tree.isElement($0, "table") }) == node else {
        continue
      }
      switch tree.name(of: child) {
      case "caption": table.caption = inlines(of: child)
      case "tr": table.rows.append([])
      case "td", "th":
        guard !table.rows.isEmpty else { continue }
        let cell = FanfoldStory.Table.Cell(
          item(child), isHeader: tree.isElement(child, "th"),
          columns: tree.attribute("colspan", of: child).flatMap { Int($0) } ?? 1,
          rows: tree.attribute("rowspan", of: child).flatMap { Int($0) } ?? 1)
        table.rows[table.rows.count - 1].append(cell)
      default: continue
      }
    }
    return table
  }

  private mutating func figure(_ node: MarkupTree.Node) -> Block.Content {
    var caption: [Inline] = []
    var pictures: [Inline] = []
    for child in tree.children(of: node) {
      if tree.isElement(child, "figcaption") {
        caption = inlines(of: child)
      } else {
        add(child, to: &pictures)
      }
    }
    return .figure(Self.withoutLineEnds(pictures), caption: caption)
  }

  private mutating func spoiler(_ node: MarkupTree.Node) -> Block.Content {
    var summary: [Inline] = []
    var inner: [Block] = []
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      if tree.isElement(child, "summary") {
        if tree.classes(of: child).contains("generated") {
          leftovers.append(tree.text(of: child))
        } else {
          summary = inlines(of: child)
        }
      } else {
        read(child, into: &inner)
      }
    }
    return .spoiler(summary: summary, inner)
  }

  private mutating func lines(of node: MarkupTree.Node) -> [[Inline]] {
    var lines: [[Inline]] = [[]]
    for child in tree.children(of: node) where tree.kind(of: child) == .element {
      if tree.isElement(child, "br") {
        lines.append([])
      } else {
        lines[lines.count - 1] += inlines(of: child)
      }
    }
    return lines
  }

  // MARK: inlines

  /// The runs of text in an element.
  mutating func inlines(of node: MarkupTree.Node) -> [Inline] {
    var inlines: [Inline] = []
    for child in tree.children(of: node) { add(child, to: &inlines) }
    return inlines
  }

  private mutating func text(of node: MarkupTree.Node) -> String {
    let text = tree.text(of: node)
    tally.add(text)
    return text
  }

  private mutating func add(_ node: MarkupTree.Node, to inlines: inout [Inline]) {
    if tree.kind(of: node) == .text {
      var text = text(of: node)
      // The writer ends the line after a break.
      if case .lineBreak = inlines.last, text.hasPrefix("\n") { text.removeFirst() }
      guard !text.isEmpty else { return }
      if case .text(let before) = inlines.last {
        inlines[inlines.count - 1] = .text(before + text)
      } else {
        inlines.append(.text(text))
      }
    } else if tree.isElement(node, "span"), Self.isTransparent(tree.classes(of: node)) {
      for child in tree.children(of: node) { add(child, to: &inlines) }
    } else if tree.isElement(node, "ruby") {
      inlines += ruby(node)
    } else if tree.kind(of: node) == .element, let inline = inline(node) {
      // An element with nothing in it says nothing.
      if case .code("") = inline { return }
      if let inner = inline.inner, inner.isEmpty { return }
      inlines.append(inline)
    }
  }

  /// Whether a span only shows how the text around it goes on.
  private static func isTransparent(_ classes: [String]) -> Bool {
    classes.contains("koboSpan") || classes.contains("speaker")
  }

  private mutating func inline(_ node: MarkupTree.Node) -> Inline? {
    switch tree.name(of: node) {
    case "em": return .emphasis(inlines(of: node))
    case "strong": return .strong(inlines(of: node))
    case "s": return .strikethrough(inlines(of: node))
    case "sup": return .superscript(inlines(of: node))
    case "sub": return .subscript(inlines(of: node))
    case "small": return .small(inlines(of: node))
    case "code": return .code(text(of: node))
    case "br": return .lineBreak
    case "abbr":
      return .abbreviation(
        inlines(of: node), meaning: tree.attribute("title", of: node) ?? "")
    case "a":
      return .link(target: tree.attribute("href", of: node) ?? "", inlines(of: node))
    case "img": return image(node)
    default: return span(node)
    }
  }

  private mutating func span(_ node: MarkupTree.Node) -> Inline {
    let inner = inlines(of: node)
    if let tag = tree.attribute("lang", of: node) { return .language(tag, inner) }
    if let way = tree.attribute("dir", of: node).flatMap(Inline.Direction.init) {
      return .direction(way, inner)
    }
    return .underline(inner)
  }

  private mutating func image(_ node: MarkupTree.Node) -> Inline? {
    let words = tree.attribute("alt", of: node) ?? ""
    tally.add(words)
    guard let id = images.take(tree.attribute("src", of: node) ?? "", from: path) else {
      return words.isEmpty ? nil : .text(words)
    }
    return .image(ImageReference(id, alternative: words))
  }

  private mutating func ruby(_ node: MarkupTree.Node) -> [Inline] {
    var base: [Inline] = []
    var reading: [Inline] = []
    for child in tree.children(of: node) {
      switch tree.name(of: child) {
      case "rt": reading = inlines(of: child)
      case "rp": leftovers.append(tree.text(of: child))
      default: add(child, to: &base)
      }
    }
    return base.isEmpty || reading.isEmpty ? base + reading : [.ruby(base, reading: reading)]
  }

  /// Pictures without the ends of the lines they were written on.
  private static func withoutLineEnds(_ inlines: [Inline]) -> [Inline] {
    inlines.compactMap { inline in
      guard case .text(let text) = inline else { return inline }
      let bare = text.filter { $0 != "\n" }
      return bare.isEmpty ? nil : .text(bare)
    }
  }
}

extension Block {
  /// Whether there is anything to see.
  fileprivate var showsAnything: Bool {
    if case .sceneBreak = content { return true }
    var shows = false
    forEachImage { _ in shows = true }
    forEachText { text in
      shows =
        shows
        || text.unicodeScalars.contains {
          $0.value > 0x20 && ($0.value < 0x7F || !$0.properties.isWhitespace)
        }
    }
    return shows
  }
}
