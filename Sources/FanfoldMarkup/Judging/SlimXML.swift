/// A document of XML as its parser is given it: with a letter in place of each longer run of text
/// in which there is nothing to judge.
///
/// Whether a document is well-formed does not depend on its prose, and prose is most of it. What
/// ends a run of text, or can be wrong in it, stays: tags, references, `]`, white space before.
struct SlimXML {
  private(set) var bytes: [UInt8] = []
  private(set) var spared: SparedText
  /// The lines of the document, by offsets in what the parser is given.
  private(set) var lines: SourceLines
  /// Whether no tag is long enough to have too many attributes.
  private(set) var hasShortTags = true
  /// How much of the document is in `bytes`, or spared.
  private var done = 0
  /// What ends a run of text, or may be wrong in it.
  private var ampersand = Upcoming(UInt8(ascii: "&"))
  private var bracket = Upcoming(UInt8(ascii: "]"))

  /// - Parameter source: The document, as UTF-8.
  init(_ source: [UInt8], lines: SourceLines) {
    spared = SparedText(of: source)
    self.lines = lines
    bytes.reserveCapacity(source.count / 2)
    let source = source.span
    var start = source.firstIndex(of: UInt8(ascii: "<"))
    while let bracket = start, let end = Self.endOfMarkup(source, at: bracket) {
      let next = source.firstIndex(of: UInt8(ascii: "<"), from: end) ?? source.count
      if next - bracket > XMLDocument.longTag { hasShortTags = false }
      spare(end..<next, in: source)
      start = next < source.count ? next : nil
    }
    copy(upTo: source.count, from: source)
    if start != nil { hasShortTags = false }
    bytes.append(contentsOf: Self.outrun)
  }

  /// Blanks behind the document: near the end of its input the parser asks at every step whether
  /// there is more, and most documents are short.
  private static let outrun = [UInt8](repeating: 0x20, count: 256)

  /// The document with all its text.
  init(whole source: [UInt8], lines: SourceLines) {
    bytes = source
    spared = SparedText(of: source)
    self.lines = lines
  }

  /// Whether a parser that is spared text sees all that it has to see: line ends other than LF have
  /// to be made that, and characters that XML does not have are a fault.
  static func isPossible(_ source: [UInt8]) -> Bool {
    source.count < MarkupLimits.documentSize && source.span.firstIndex(of: 0x0D) == nil
      && SparedText.isPossible(in: source)
  }

  // MARK: Text

  /// Takes the text between two pieces of markup, one run for each part between references.
  private mutating func spare(_ text: Range<Int>, in source: Span<UInt8>) {
    var start = text.lowerBound
    while text.upperBound - start >= SparedText.shortest {
      let stop = min(ampersand.place(source, from: start), bracket.place(source, from: start))
      let end = min(stop, text.upperBound)
      if let run = SparedText.part(of: start..<end, in: source) {
        copy(upTo: run.lowerBound, from: source)
        spared.note(run, at: bytes.count)
        bytes.append(SparedText.standIn)
        done = run.upperBound
        lines.shift(at: bytes.count, ahead: bytes.count - done)
      }
      guard end < text.upperBound, source[end] == UInt8(ascii: "&"),
        let semicolon = source.extracting(end..<text.upperBound).firstIndex(of: UInt8(ascii: ";"))
      else { return }
      start = end + semicolon + 1
    }
  }

  private mutating func copy(upTo end: Int, from source: Span<UInt8>) {
    let piece = source.extracting(done..<end)
    piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    done = end
  }

  // MARK: Markup

  /// Behind the markup that begins with a "<"; nothing where the text can no longer be told from
  /// it: a document type with declarations, markup without an end.
  private static func endOfMarkup(_ source: Span<UInt8>, at start: Int) -> Int? {
    guard start + 1 < source.count else { return nil }
    switch source[start + 1] {
    case UInt8(ascii: "?"): return end(of: "?>", source, from: start + 2)
    case UInt8(ascii: "!"):
      if has("<!--", source, at: start) { return end(of: "-->", source, from: start + 4) }
      if has("<![CDATA[", source, at: start) { return end(of: "]]>", source, from: start + 9) }
      guard let end = endOfTag(source, from: start) else { return nil }
      let declares = source.extracting(start..<end).firstIndex(of: UInt8(ascii: "[")) != nil
      return declares ? nil : end
    default: return endOfTag(source, from: start + 1)
    }
  }

  /// Behind the first ">" that is not in quotation marks.
  private static func endOfTag(_ source: Span<UInt8>, from start: Int) -> Int? {
    var index = start
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == UInt8(ascii: ">") { return index }
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
      guard let close = source.firstIndex(of: byte, from: index) else { return nil }
      index = close + 1
    }
    return nil
  }

  private static func end(
    of mark: StaticString, _ source: Span<UInt8>, from start: Int
  ) -> Int? {
    var index = start
    while let found = source.firstIndex(of: mark.utf8Start[0], from: index) {
      if has(mark, source, at: found) { return found + mark.utf8CodeUnitCount }
      index = found + 1
    }
    return nil
  }

  private static func has(_ mark: StaticString, _ source: Span<UInt8>, at start: Int) -> Bool {
    guard start + mark.utf8CodeUnitCount <= source.count else { return false }
    return (0..<mark.utf8CodeUnitCount).allSatisfy { source[start + $0] == mark.utf8Start[$0] }
  }
}

/// Where a byte comes next. As long as that is far off, it is looked for but once.
private struct Upcoming {
  private let byte: UInt8
  private var next = -1

  init(_ byte: UInt8) { self.byte = byte }

  /// The first place at or after another, the end where there is none; asked for in their order.
  mutating func place(_ text: Span<UInt8>, from start: Int) -> Int {
    if next < start { next = text.firstIndex(of: byte, from: start) ?? text.count }
    return next
  }
}
