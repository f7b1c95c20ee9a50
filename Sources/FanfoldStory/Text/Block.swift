/// A piece of text that stands on lines of its own: a paragraph, a scene break, verse.
public struct Block: Sendable, Hashable, Codable {
  /// What the piece is.
  public indirect enum Content: Sendable, Hashable, Codable {
    case paragraph([Inline])
    /// Lines whose ends are the author's: verse, an address, a chat log.
    case lines([[Inline]])
    /// Text whose spacing is the author's: ASCII art, a table of figures.
    case preformatted(String)
    /// A heading inside a chapter.
    case subheading([Inline])
    /// A change of scene; the label is what the author wrote on the break ("Three days later").
    case sceneBreak(label: [Inline])
    case quotation([Block])
    case list(ordered: Bool, items: [[Block]])
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
  public func forEachText(_ body: (String) -> Void) {
    switch content {
    case .paragraph(let inlines), .subheading(let inlines), .sceneBreak(let inlines):
      for inline in inlines { inline.forEachText(body) }
    case .lines(let lines):
      for (index, line) in lines.enumerated() {
        if index > 0 { body("\n") }
        for inline in line { inline.forEachText(body) }
      }
    case .preformatted(let text):
      body(text)
    case .quotation(let blocks):
      for block in blocks { block.forEachText(body) }
    case .list(_, let items):
      for item in items { for block in item { block.forEachText(body) } }
    }
    body("\n")
  }
}
