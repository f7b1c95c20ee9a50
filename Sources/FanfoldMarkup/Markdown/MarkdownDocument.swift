import CCMarkGFM
import Synchronization

/// A Markdown text, read by cmark-gfm: CommonMark with tables, strikethrough, bare addresses as links, and footnotes.
package struct MarkdownDocument: Sendable, Hashable {
  /// What the text holds, in the order of the source; footnotes stand where they were written.
  package let events: [MarkdownEvent]

  /// Any text is Markdown, so nothing can be wrong with it.
  package init(_ text: [UInt8]) {
    guard let ending = FootnoteLabels.references(in: text) else {
      events = Self.events(of: text)
      return
    }
    // The parser drops notes that nothing refers to. A last paragraph refers to all of them and is taken out again.
    let lines = text.count { $0 == 0x0A } + 1
    let all = Self.events(of: text + ending)
    let first = all.lastIndex { $0.content == .begin(.paragraph) && $0.line > lines }
    if let first, let last = all[first...].firstIndex(where: { $0.content == .end(.paragraph) }) {
      events = Array(all[..<first] + all[(last + 1)...])
    } else {
      events = Self.events(of: text)
    }
  }

  private static func events(of text: [UInt8]) -> [MarkdownEvent] {
    guard let tree = MarkdownTree(text) else { return [] }
    var reader = MarkdownTreeReader()
    reader.read(tree.root)
    return reader.inSourceOrder()
  }
}

/// Owns the parser's tree.
private struct MarkdownTree: ~Copyable {
  let root: OpaquePointer

  /// The library keeps the characters that its extensions look for in one table for the whole process, filled while
  /// a text is parsed and emptied after it (0.29.0.gfm.6, `inlines.c`): two texts at once would disturb each other.
  private static let parsing = Mutex(())
  private static let extensions = ["table", "strikethrough", "autolink"]

  /// `nil` when there is no memory left.
  init?(_ text: [UInt8]) {
    var root: OpaquePointer?
    Self.parsing.withLock { _ in root = Self.parse(text) }
    guard let root else { return nil }
    self.root = root
  }

  private static func parse(_ text: [UInt8]) -> OpaquePointer? {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    text.withUnsafeBytes { bytes in
      cmark_parser_feed(parser, bytes.bindMemory(to: CChar.self).baseAddress, bytes.count)
    }
    return cmark_parser_finish(parser)
  }

  deinit { cmark_node_free(root) }
}
