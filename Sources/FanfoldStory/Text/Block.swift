/// A piece of text that stands on lines of its own: a paragraph, a scene break, verse.
public struct Block: Sendable, Hashable, Codable {
  /// What the piece is. Nearly all pieces of a story are paragraphs, which are kept in place; the larger kinds have a
  /// place of their own.
  public enum Content: Sendable, Hashable, Codable {
    case paragraph([Inline])
    /// Lines whose ends are the author's: verse, an address, a chat log.
    case lines([[Inline]])
    /// Text whose spacing is the author's: ASCII art, a table of figures.
    indirect case preformatted(String)
    /// A heading inside a chapter.
    case subheading([Inline])
    /// A change of scene; the label is what the author wrote on the break ("Three days later").
    case sceneBreak(label: [Inline])
    case quotation([Block])
    /// Items with numbers, from `start`, or without.
    indirect case list(ordered: Bool, items: [[Block]], start: Int = 1)
    indirect case table(Table)
    /// Pictures on lines of their own, and what stands under them.
    indirect case figure([Inline], caption: [Inline])
    /// Text the page shows to those who ask for it; a book shows it to all, under the words that warned of it.
    indirect case spoiler(summary: [Inline], [Block])
  }

  public var content: Content
  /// How the source set the piece; only what carries meaning: a centred line, a signature at the right.
  public var alignment: Alignment
  public var lines: SourceLines?

  /// Where on the line a piece stands.
  public enum Alignment: String, Sendable, Hashable, Codable {
    case natural, centre, end
  }

  /// A piece of text, of the input's `lines` when it came from one.
  public init(_ content: Content, alignment: Alignment = .natural, lines: SourceLines? = nil) {
    self.content = content
    self.alignment = alignment
    self.lines = lines
  }
}

extension Block {
  /// Calls `body` with each run of text in reading order.
  public func forEachText(_ extent: TextExtent = .all, _ body: (String) -> Void) {
    forEachLine { line in
      for inline in line { inline.forEachText(extent, body) }
      body("\n")
    }
  }

  /// Calls `body` with each picture in reading order.
  public func forEachImage(_ body: (ImageReference) -> Void) {
    forEachLine { line in for inline in line { inline.forEachImage(body) } }
  }

  /// Calls `body` with each line of inlines, those of inner blocks too.
  private func forEachLine(_ body: ([Inline]) -> Void) {
    func visit(_ blocks: [Block]) { for block in blocks { block.forEachLine(body) } }
    switch content {
    case .paragraph(let inlines), .subheading(let inlines), .sceneBreak(let inlines): body(inlines)
    case .lines(let lines): for line in lines { body(line) }
    case .preformatted(let text): body([.text(text)])
    case .quotation(let blocks): visit(blocks)
    case .list(_, let items, _): for item in items { visit(item) }
    case .table(let table):
      body(table.caption)
      for row in table.rows { for cell in row { visit(cell.blocks) } }
    case .figure(let images, let caption):
      body(images)
      body(caption)
    case .spoiler(let summary, let blocks):
      body(summary)
      visit(blocks)
    }
  }
}
