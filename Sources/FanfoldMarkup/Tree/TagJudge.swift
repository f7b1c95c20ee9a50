/// Tells whether what follows a "<" is HTML.
struct TagJudge {
  enum Verdict {
    /// No markup: the bracket is a character of the text.
    case text
    /// A tag that ends before this offset, and the length of its longest attribute.
    case tag(end: Int, longest: Int)
    /// A tag without contents that libxml2 does not know as one.
    case voidTag(end: Int)
    /// A comment, a declaration, or a script or style with all that is in it.
    case opaque(end: Int)
    /// `<!-->`, a comment to browsers only.
    case emptyComment(end: Int)
    /// A title or the like: up to its end tag all is text.
    case textElement(end: Int, close: Int)
  }

  private var accepted: Set<UInt64> = []
  private var endTags: [UInt64: Bool] = [:]
  private var isInForeignContent = false
  private var noCommentEndAfter = Int.max

  mutating func judge(_ bytes: Span<UInt8>, at start: Int) -> Verdict {
    guard start + 1 < bytes.count else { return .text }
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
      let tag = TagScanner.end(bytes, from: name.end)
    else { return .text }
    switch family {
    case .foreignRoot:
      isInForeignContent = bytes[tag.end - 2] != UInt8(ascii: "/")
    case .script:
      let close = TagScanner.endTag(bytes, named: name, from: tag.end) ?? bytes.count
      return .opaque(end: close)
    case .textOnly:
      if let close = TagScanner.endTag(bytes, named: name, from: tag.end), close - tag.end < 1 << 20
      {
        return .textElement(end: tag.end, close: close)
      }
    case .newVoid where bytes[tag.end - 2] != UInt8(ascii: "/"):
      return .voidTag(end: tag.end)
    case .unknown: accepted.insert(name.hash)
    case .known, .word, .newVoid: break
    }
    return .tag(end: tag.end, longest: tag.longest)
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
    case (.word, .none): return hasEndTag(bytes, name)
    // `<o:p>` and `<my-widget>` are elements, `<sigh>` and `<half-smile>` are not.
    case (.unknown, .none): return name.isCompound && hasEndTag(bytes, name)
    case (.unknown, .quoted): return true
    case (.unknown, .unquoted): return name.isCompound
    case (_, .quoted), (_, .unquoted): return true
    // `<I wonder what he wants>` is a thought, `<hr noshade>` a rule.
    case (.unknown, .flag): return false
    case (_, .flag): return true
    case (_, .word), (_, .malformed): return false
    }
  }

  /// Looks for the end tag once for each name, and for so many names only.
  private mutating func hasEndTag(_ bytes: Span<UInt8>, _ name: TagScanner.Name) -> Bool {
    if let known = endTags[name.hash] { return known }
    guard endTags.count < 64 else { return false }
    let found = TagScanner.endTag(bytes, named: name, from: name.end) != nil
    endTags[name.hash] = found
    return found
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
    return .tag(end: end, longest: 0)
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
    return .opaque(end: end + 1)
  }
}
