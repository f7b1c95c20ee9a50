internal import FanfoldMarkup

/// The kinds of documents that have a grammar; the names of the files that hold them.
enum GrammarKind: String, CaseIterable, Sendable {
  case xhtml, xhtml2, svg
  case navigation = "nav"
  case packageDocument = "opf3"
  case packageDocument2 = "opf2"
  case ncx, encryption, signatures
  case searchKeyMap = "skm"
  case overlay = "smil"
  case container = "container3"
  case container2
}

/// The grammars a book has needed so far, each read when it is first asked for, and each faster
/// with every document.
struct GrammarShelf: Sendable {
  private var matchers: [GrammarKind: GrammarMatcher] = [:]

  /// Where a document leaves the grammar of its kind.
  mutating func violations(of tree: MarkupTree, _ kind: GrammarKind) -> [GrammarViolation] {
    if matchers[kind] == nil, let grammar = try? GrammarReader.read(kind.rawValue) {
      matchers[kind] = GrammarMatcher(grammar)
    }
    return matchers[kind]?.match(tree) ?? []
  }
}
