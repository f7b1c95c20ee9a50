import CCMarkGFM

/// Walks the parser's tree and writes down what it meets.
struct MarkdownTreeReader {
  private var events: [MarkdownEvent] = []
  private var footnotes = 0

  mutating func read(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, event != CMARK_EVENT_NONE else { return }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      visit(node, isEntering: event == CMARK_EVENT_ENTER)
    }
  }

  private mutating func visit(_ node: OpaquePointer, isEntering: Bool) {
    let line = Int(cmark_node_get_start_line(node))
    if let element = element(node, isEntering: isEntering) {
      add(isEntering ? .begin(element) : .end(element), line)
    } else if isEntering, let leaf = leaf(node) {
      add(leaf, line)
    }
  }

  private mutating func add(_ content: MarkdownEvent.Content, _ line: Int) {
    events.append(MarkdownEvent(content, line: line))
  }

  private mutating func element(_ node: OpaquePointer, isEntering: Bool) -> MarkdownEvent.Element? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: .quotation
    case CMARK_NODE_LIST:
      .list(
        ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
        start: Int(cmark_node_get_list_start(node)))
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(Self.string(cmark_node_get_url(node)))
    case CMARK_NODE_IMAGE: .image(Self.string(cmark_node_get_url(node)))
    case CMARK_NODE_FOOTNOTE_DEFINITION: footnote(isEntering: isEntering)
    default: Self.extensionElement(node)
    }
  }

  /// Notes come in the order of their numbers.
  private mutating func footnote(isEntering: Bool) -> MarkdownEvent.Element {
    if isEntering { footnotes += 1 }
    return .footnote(footnotes)
  }

  /// The types of extensions are numbered when they are registered; their names are fixed.
  private static func extensionElement(_ node: OpaquePointer) -> MarkdownEvent.Element? {
    switch string(cmark_node_get_type_string(node)) {
    case "strikethrough": .strikethrough
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell(alignment(node))
    default: nil
    }
  }

  /// The alignments of a table's columns are kept with the table.
  private static func alignment(_ cell: OpaquePointer) -> MarkdownEvent.Alignment {
    var column = 0
    var before = cmark_node_previous(cell)
    while let node = before {
      column += 1
      before = cmark_node_previous(node)
    }
    guard let row = cmark_node_parent(cell), let table = cmark_node_parent(row),
      column < Int(cmark_gfm_extensions_get_table_columns(table)),
      let alignments = cmark_gfm_extensions_get_table_alignments(table)
    else { return .unstated }
    switch alignments[column] {
    case UInt8(ascii: "l"): return .left
    case UInt8(ascii: "c"): return .centre
    case UInt8(ascii: "r"): return .right
    default: return .unstated
    }
  }

  private func leaf(_ node: OpaquePointer) -> MarkdownEvent.Content? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT: .text(Self.literal(node))
    case CMARK_NODE_CODE: .code(Self.literal(node))
    case CMARK_NODE_CODE_BLOCK:
      .codeBlock(Self.literal(node), isFenced: Self.isFenced(node))
    case CMARK_NODE_HTML_INLINE: .inlineHTML(Self.literal(node))
    case CMARK_NODE_HTML_BLOCK: .blockHTML(Self.literal(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference(Self.literal(node))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_THEMATIC_BREAK: .rule
    default: nil
    }
  }

  private static func isFenced(_ node: OpaquePointer) -> Bool {
    var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
    return cmark_node_get_fenced(node, &length, &offset, &character) != 0
  }

  private static func literal(_ node: OpaquePointer) -> [UInt8] {
    guard let words = cmark_node_get_literal(node) else { return [] }
    return Array(String(cString: words).utf8)
  }

  private static func string(_ words: UnsafePointer<CChar>?) -> String {
    words.map { String(cString: $0) } ?? ""
  }

  // MARK: footnotes

  /// The parser puts all notes behind the text; here each one goes back to where it was written: before the first
  /// block that begins on a later line.
  func inSourceOrder() -> [MarkdownEvent] {
    guard let first = events.firstIndex(where: Self.beginsFootnote) else { return events }
    let text = events[..<first]
    var notes = Self.notes(events[first...])
    notes.sort { ($0.first?.line ?? 0) < ($1.first?.line ?? 0) }
    var ordered: [MarkdownEvent] = []
    var depth = 0
    for event in text {
      if depth == 0 {
        while let note = notes.first, let line = note.first?.line, line < event.line {
          ordered += note
          notes.removeFirst()
        }
      }
      ordered.append(event)
      switch event.content {
      case .begin: depth += 1
      case .end: depth -= 1
      default: break
      }
    }
    return ordered + notes.flatMap { $0 }
  }

  private static func beginsFootnote(_ event: MarkdownEvent) -> Bool {
    if case .begin(.footnote) = event.content { true } else { false }
  }

  private static func notes(_ events: ArraySlice<MarkdownEvent>) -> [ArraySlice<MarkdownEvent>] {
    var notes: [ArraySlice<MarkdownEvent>] = []
    var start = events.startIndex
    for index in events.indices {
      if case .end(.footnote) = events[index].content {
        notes.append(events[start...index])
        start = index + 1
      }
    }
    return notes
  }
}
