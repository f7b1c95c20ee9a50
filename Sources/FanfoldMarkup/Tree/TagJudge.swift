/// Tells whether what follows a "<" is HTML.
struct TagJudge {
  enum Verdict {
    /// No markup: the bracket is a character of the text.
    case text
    case tag(TagScanner.Extent)
    /// A tag without contents that libxml2 does not know as one.
    case voidTag(end: Int)
    /// A comment, a declaration, or a script or style with all that is in it.
    case opaque(end: Int)
    /// `<!-->`, a comment to browsers only.
    case emptyComment(end: Int)
    /// A document type with declarations of XML in brackets, which HTML would take for text.
    case declarations(end: Int)
    /// A title or the like: up to its end tag all is text.
    case textElement(end: Int, close: Int)
  }

  private var accepted: Set<UInt64> = []
  private var isInForeignContent = false

  // So that hostile input costs no more than its size, nothing is looked for twice in vain.
  private var endTags: [UInt64: (from: Int, found: Int)] = [:]
  private var hasType = false
  private var noCommentEndAfter = Int.max
  private var unfinishedTags = 0
  private let lastBracket: Int

  /// A judge for this document.
  init(_ bytes: Span<UInt8>) {
    var last = bytes.count - 1
    while last >= 0, bytes[last] != UInt8(ascii: ">") { last -= 1 }
    lastBracket = last
  }

  mutating func judge(_ bytes: Span<UInt8>, at start: Int) -> Verdict {
    guard start < lastBracket else { return .text }
    switch bytes[start + 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return startTag(bytes, at: start)
    case UInt8(ascii: "/"): return endTag(bytes, at: start)
    case UInt8(ascii: "!"): return declaration(bytes, at: start)
    case UInt8(ascii: "?"):
      guard start + 2 < bytes.count, TagScanner.isNameByte(bytes[start + 2]),
        let name = TagScanner.name(bytes, at: start + 2), HTMLNames.isInstruction(name.hash),
        let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: start)
      else { return .text }
      return .opaque(end: end + 1)
    default: return .text
    }
  }

  // MARK: Start tags

  private mutating func startTag(_ bytes: Span<UInt8>, at start: Int) -> Verdict {
    guard let name = TagScanner.name(bytes, at: start + 1) else { return .text }
    let first = TagScanner.firstAttribute(bytes, after: name.end)
    let family = HTMLNames.family(of: name.hash)
    guard isPlausible(bytes, name, family, first),
      let tag = extent(bytes, from: name.end)
    else { return .text }
    switch family {
    case .foreignRoot:
      isInForeignContent = bytes[tag.end - 2] != UInt8(ascii: "/")
    case .script:
      return .opaque(end: nextEndTag(bytes, name, from: tag.end) ?? bytes.count)
    case .textOnly:
      if let close = nextEndTag(bytes, name, from: tag.end), close - tag.end < 1 << 20 {
        return .textElement(end: tag.end, close: close)
      }
    case .newVoid where bytes[tag.end - 2] != UInt8(ascii: "/"):
      return .voidTag(end: tag.end)
    case .unknown: accepted.insert(name.hash)
    case .known, .word, .newVoid: break
    }
    return .tag(tag)
  }

  private mutating func isPlausible(
    _ bytes: Span<UInt8>, _ name: TagScanner.Name, _ family: HTMLNames.Family,
    _ first: TagScanner.FirstAttribute
  ) -> Bool {
    if isInForeignContent { return first != .word }
    switch (family, first) {
    case (.known, .none), (.script, .none), (.textOnly, .none), (.newVoid, .none),
      (.foreignRoot, .none):
      return true
    // `<Data>` is a name and `<mark>` may be one; an end tag shows that an element is meant.
    case (.word, .none): return nextEndTag(bytes, name, from: name.end) != nil
    // `<o:p>` and `<my-widget>` are elements, `<sigh>` and `<half-smile>` are not.
    case (.unknown, .none): return name.isCompound && nextEndTag(bytes, name, from: name.end) != nil
    case (.unknown, .quoted): return true
    case (.unknown, .unquoted): return name.isCompound
    case (_, .quoted), (_, .unquoted): return true
    // `<I wonder what he wants>` is a thought, `<hr noshade>` a rule.
    case (.unknown, .flag): return false
    case (_, .flag): return true
    case (_, .word), (_, .malformed): return false
    }
  }

  /// Where the next end tag of that name is. It is looked for in so many names only.
  private mutating func nextEndTag(
    _ bytes: Span<UInt8>, _ name: TagScanner.Name, from start: Int
  ) -> Int? {
    if let known = endTags[name.hash], known.from <= start, start <= known.found {
      return known.found < bytes.count ? known.found : nil
    }
    guard endTags.count < 64 || endTags[name.hash] != nil else { return nil }
    let found = TagScanner.endTag(bytes, named: name, from: start)
    endTags[name.hash] = (start, found ?? bytes.count)
    return found
  }

  /// The extent of a tag; after some that never do, only tags of usual length are believed.
  private mutating func extent(_ bytes: Span<UInt8>, from start: Int) -> TagScanner.Extent? {
    let reach = unfinishedTags < 16 ? bytes.count : min(bytes.count, start + 1024)
    let tag = TagScanner.extent(bytes.extracting(..<reach), from: start)
    if tag == nil { unfinishedTags += 1 }
    return tag
  }

  // MARK: End tags and declarations

  private mutating func endTag(_ bytes: Span<UInt8>, at start: Int) -> Verdict {
    guard start + 2 < bytes.count, let name = TagScanner.name(bytes, at: start + 2) else {
      return .text
    }
    let family = HTMLNames.family(of: name.hash)
    guard family != .unknown || isInForeignContent || accepted.contains(name.hash),
      let end = TagScanner.endOfEndTag(bytes, from: name.end)
    else { return .text }
    if family == .foreignRoot { isInForeignContent = false }
    return .tag(TagScanner.Extent(end: end, longestValue: 0, attributeCount: 0))
  }

  private mutating func declaration(_ bytes: Span<UInt8>, at start: Int) -> Verdict {
    if TagScanner.matches(bytes, "<!--", at: start) {
      if TagScanner.matches(bytes, ">", at: start + 4) { return .emptyComment(end: start + 5) }
      if TagScanner.matches(bytes, "->", at: start + 4) { return .emptyComment(end: start + 6) }
      guard start < noCommentEndAfter else { return .text }
      guard let end = TagScanner.endOfComment(bytes, from: start + 4) else {
        noCommentEndAfter = start
        return .text
      }
      return .opaque(end: end)
    }
    // Beside the document type there are only Word's conditions, `<![if !vml]>`.
    let isKnown = ["<!doctype", "<![if", "<![endif", "<![cdata["].contains {
      TagScanner.matches(bytes, $0, at: start)
    }
    guard isKnown, let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: start) else {
      return .text
    }
    if !hasType, TagScanner.matches(bytes, "<!doctype", at: start) {
      hasType = true
      if let last = endOfDeclarations(bytes, start..<end) { return .declarations(end: last) }
    }
    return .opaque(end: end + 1)
  }

  /// Where a document type ends that has "[" before its first ">": behind "]>".
  private func endOfDeclarations(_ bytes: Span<UInt8>, _ type: Range<Int>) -> Int? {
    guard type.contains(where: { bytes[$0] == UInt8(ascii: "[") }),
      let close = bytes.firstIndex(of: UInt8(ascii: "]"), from: type.lowerBound)
    else { return nil }
    var end = close + 1
    while end < bytes.count, bytes[end] <= 0x20 { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : nil
  }
}
