/// One thing met on the way through a Markdown document.
package struct MarkdownEvent: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case begin(Element)
    case end(Element)
    case text([UInt8])
    case code([UInt8])
    /// Lines between fences, or indented by four blanks.
    case codeBlock([UInt8], isFenced: Bool)
    /// A tag or a comment within a line.
    case inlineHTML([UInt8])
    case blockHTML([UInt8])
    /// The number of the note that is meant.
    case footnoteReference([UInt8])
    /// The end of a line of the source within a paragraph.
    case softBreak
    case lineBreak
    case rule
  }

  package enum Element: Sendable, Hashable {
    case paragraph
    case heading(level: Int)
    case quotation
    case list(ordered: Bool, start: Int)
    case item
    case emphasis, strong, strikethrough
    case link(String)
    case image(String)
    case table, tableRow
    case tableCell(Alignment)
    /// A note, with its number.
    case footnote(Int)
  }

  /// How the column of a table's cell is set.
  package enum Alignment: Sendable, Hashable {
    case unstated, left, centre, right
  }

  package var content: Content
  /// The line of the source, counted from 1; 0 when it is not known.
  package var line: Int

  package init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }
}
