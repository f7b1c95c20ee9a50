internal import FanfoldMarkup
internal import Synchronization

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

/// The grammars that books have needed so far, each read when it is first asked for, and each faster
/// with every document.
///
/// What a matcher has learnt from one book serves the next, so it outlives the book; and since it
/// learns while it works, no two documents have it at once. Books that are judged side by side have
/// one each: the lock is held only while one is taken from the shelf or put back.
final class GrammarShelf: Sendable {
  private let idle = Mutex<[GrammarKind: [GrammarMatcher]]>([:])

  /// Where a document leaves the grammar of its kind.
  func violations(of tree: MarkupTree, _ kind: GrammarKind) -> [GrammarViolation] {
    let known = idle.withLock { $0[kind]?.popLast() }
    guard var matcher = known ?? (try? GrammarMatcher(GrammarReader.read(kind.rawValue))) else {
      return []
    }
    let violations = matcher.match(tree)
    idle.withLock { [matcher] in $0[kind, default: []].append(matcher) }
    return violations
  }
}
