internal import FanfoldStory

/// How many bytes pieces of text take up in a file at the most, tags and escapes included. The
/// splitter promises a file size; this is what it weighs with.
enum Weight {
  static let ofTags = 96

  static func of(_ text: String) -> Int {
    let bytes = text.utf8Span.span
    var weight = bytes.count
    for index in bytes.indices { weight += extra(bytes[index]) }
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

  static func of(_ inlines: [Inline]) -> Int {
    inlines.reduce(0) { $0 + of($1) }
  }

  static func of(_ inline: Inline) -> Int {
    switch inline {
    case .text(let text): of(text)
    case .code(let text): of(text) + ofTags
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner):
      of(inner) + ofTags
    case .link(let target, let inner): 3 * of(target) + of(inner) + ofTags
    case .lineBreak: ofTags
    }
  }

  static func of(_ block: Block) -> Int {
    switch block.content {
    case .paragraph(let inlines), .subheading(let inlines): of(inlines) + ofTags
    case .sceneBreak(let label): of(label) + 2 * ofTags
    case .lines(let lines): lines.reduce(ofTags) { $0 + of($1) + ofTags }
    case .preformatted(let text): of(text) + ofTags
    case .quotation(let blocks): of(blocks) + ofTags
    case .list(_, let items): items.reduce(ofTags) { $0 + of($1) + ofTags }
    }
  }

  static func of(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { $0 + of($1) }
  }

  static func of(_ piece: Piece) -> Int {
    switch piece {
    case .block(let block): of(block)
    case .note(let heading, let blocks): of(blocks) + of(heading ?? "") + 3 * ofTags
    }
  }
}
