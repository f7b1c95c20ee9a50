internal import FanfoldStory

/// How many bytes pieces of text take up in a file at the most, tags and escapes included. The
/// splitter promises a file size; this is what it weighs with.
struct Weight {
  static let ofTags = 96

  /// Takes every character for one that needs an escape: quickly said, and enough for a chapter of
  /// the usual length.
  var isRough = false

  func of(_ text: String) -> Int {
    guard !isRough else { return 6 * text.utf8.count }
    let bytes = text.utf8Span.span
    var weight = bytes.count
    for index in bytes.indices { weight += Self.extra(bytes[index]) }
    return weight
  }

  /// What an escape adds to a byte: `&` and a carriage return become five characters.
  @inline(__always)
  static func extra(_ byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): 5
    default: byte < 0x20 ? 4 : 0
    }
  }

  func of(_ inlines: [Inline]) -> Int {
    inlines.reduce(0) { $0 + of($1) }
  }

  func of(_ inline: Inline) -> Int {
    switch inline {
    case .text(let text): of(text)
    case .code(let text): of(text) + Self.ofTags
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .small(let inner), .language(_, let inner),
      .direction(_, let inner):
      of(inner) + Self.ofTags
    case .link(let target, let inner): 3 * of(target) + of(inner) + Self.ofTags
    case .abbreviation(let inner, let meaning): of(meaning) + of(inner) + Self.ofTags
    case .ruby(let base, let reading): of(base) + of(reading) + Self.ofTags
    case .image(let image): of(image.alternative) + 2 * Self.ofTags
    case .lineBreak: Self.ofTags
    }
  }

  func of(_ block: Block) -> Int {
    switch block.content {
    case .paragraph(let inlines), .subheading(let inlines): of(inlines) + Self.ofTags
    case .sceneBreak(let label): of(label) + 2 * Self.ofTags
    case .lines(let lines): lines.reduce(Self.ofTags) { $0 + of($1) + Self.ofTags }
    case .preformatted(let text): of(text) + Self.ofTags
    case .quotation(let blocks): of(blocks) + Self.ofTags
    case .list(_, let items, _): items.reduce(Self.ofTags) { $0 + of($1) + Self.ofTags }
    case .table(let table):
      table.rows.reduce(of(table.caption) + 2 * Self.ofTags) { $0 + of($1) }
    case .figure(let pictures, let caption): of(pictures) + of(caption) + Self.ofTags
    case .spoiler(let summary, let blocks): of(summary) + of(blocks) + 2 * Self.ofTags
    }
  }

  /// A row of a table.
  func of(_ row: [Table.Cell]) -> Int {
    row.reduce(Self.ofTags) { $0 + of($1.blocks) + Self.ofTags }
  }

  func of(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + of($1) }
  }

  func of(_ pieces: [Piece]) -> Int {
    pieces.reduce(0) { $0 + of($1) }
  }

  func of(_ piece: Piece) -> Int {
    switch piece {
    case .block(let block): of(block)
    case .note(let note):
      of(note.blocks) + of(note.heading ?? "") + 3 * Self.ofTags + ofAnchor(of: note)
    case .noteLink(let link): of(link.heading) + 4 * Self.ofTags
    }
  }

  /// What ties a note to its chapter: the chapter's title over it and in the link back.
  func ofAnchor(of note: NotePiece) -> Int {
    note.anchor.map { 2 * of($0.chapterTitle) + 6 * Self.ofTags } ?? 0
  }
}
