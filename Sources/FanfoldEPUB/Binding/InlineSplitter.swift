internal import FanfoldStory

/// Cuts a run of text into runs that each weigh no more than a limit.
struct InlineSplitter {
  var limit: Int

  /// The text in order, in as many runs as it takes; what was emphasised stays so in each.
  func parts(of inlines: [Inline]) -> [[Inline]] {
    var parts: [[Inline]] = [[]]
    var left = limit
    for piece in inlines.flatMap({ Weight().of($0) <= limit ? [$0] : cut($0) }) {
      let weight = Weight().of(piece)
      if weight > left, parts.last?.isEmpty == false {
        parts.append([])
        left = limit
      }
      parts[parts.count - 1].append(piece)
      left -= weight
    }
    return parts
  }

  private func cut(_ inline: Inline) -> [Inline] {
    let inner = InlineSplitter(limit: max(1, limit - Weight.ofTags))
    switch inline {
    case .text(let text): return parts(of: text).map { .text($0) }
    case .code(let text): return inner.parts(of: text).map { .code($0) }
    case .image(let image):
      // A description as long as a book is a text beside the picture.
      return [.image(ImageReference(image.id))]
        + parts(of: image.alternative).map { .text($0) }
    case .lineBreak: return [inline]
    // An address or an explanation that alone fills a file is of no use, and a ruby is a word or two.
    case .link(_, let inlines), .abbreviation(let inlines, _):
      return parts(of: inlines).flatMap(\.self)
    case .ruby(let base, let reading): return parts(of: base + reading).flatMap(\.self)
    case .emphasis(let inlines), .strong(let inlines), .underline(let inlines),
      .strikethrough(let inlines), .superscript(let inlines), .subscript(let inlines),
      .small(let inlines), .language(_, let inlines), .direction(_, let inlines):
      return inner.parts(of: inlines).map { inline.replacing(inner: $0) }
    }
  }

  /// The text in pieces that end in a line end or a blank where there is one.
  func parts(of text: String) -> [String] {
    let bytes = text.utf8Span.span
    var parts: [String] = []
    var start = text.utf8.startIndex
    var startOffset = 0
    while startOffset < bytes.count {
      let endOffset = cutOffset(bytes, from: startOffset)
      let end = text.utf8.index(start, offsetBy: endOffset - startOffset)
      parts.append(String(text[start..<end]))
      start = end
      startOffset = endOffset
    }
    return parts
  }

  private func cutOffset(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    var weight = 0
    var lastBlank: Int?
    var lastLineEnd: Int?
    var lastCharacter = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte & 0xC0 != 0x80 { lastCharacter = offset }
      weight += 1 + Weight.extra(byte)
      if weight > limit, lastCharacter > start {
        return lastLineEnd ?? lastBlank ?? lastCharacter
      }
      offset += 1
      if byte == UInt8(ascii: "\n") { lastLineEnd = offset }
      if byte == UInt8(ascii: " ") { lastBlank = offset }
    }
    return offset
  }
}
