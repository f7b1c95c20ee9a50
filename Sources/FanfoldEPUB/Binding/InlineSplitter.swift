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
    return switch inline {
    case .text(let text): parts(of: text).map { .text($0) }
    case .code(let text): inner.parts(of: text).map { .code($0) }
    case .emphasis(let inlines): inner.parts(of: inlines).map { .emphasis($0) }
    case .strong(let inlines): inner.parts(of: inlines).map { .strong($0) }
    case .underline(let inlines): inner.parts(of: inlines).map { .underline($0) }
    case .strikethrough(let inlines): inner.parts(of: inlines).map { .strikethrough($0) }
    case .superscript(let inlines): inner.parts(of: inlines).map { .superscript($0) }
    case .subscript(let inlines): inner.parts(of: inlines).map { .subscript($0) }
    // A link of which the address alone fills a file cannot be followed anywhere.
    case .link(_, let inlines): parts(of: inlines).flatMap(\.self)
    case .lineBreak: [inline]
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
