internal import FanfoldMarkup
internal import Synchronization

/// Where books are judged, one at a time, and what was learnt there from those before: which names
/// documents have, what the grammars say to what they have had to match so far, and what was found
/// in style sheets.
final class Desk: Sendable {
  private struct Knowledge: ~Copyable {
    var names = NameMemory()
    var known: DocumentNames?
    var matchers: [GrammarMatcher] = []
    /// Which of them is for a kind of documents, by its number.
    var places = [Int?](repeating: nil, count: GrammarKind.allCases.count)
    var sheets = StyleMemory()
  }

  private let knowledge = Mutex(Knowledge())

  /// Reads a document, and looks up what its names mean to checks.
  func read(_ path: String, _ bytes: [UInt8], htmlTypes: Set<String> = []) -> JudgedDocument {
    knowledge.withLock { knowledge in
      let xml = JudgedXML.read(bytes, htmlTypes: htmlTypes, names: &knowledge.names)
      let names = knowledge.known?.learning(xml.tree) ?? DocumentNames(xml.tree)
      knowledge.known = names
      return JudgedDocument(path: path, xml: xml, names: names)
    }
  }

  /// Where a document leaves the grammar of its kind.
  func violations(of tree: MarkupTree, _ kind: GrammarKind) -> [GrammarViolation] {
    knowledge.withLock { knowledge in
      let isNavigation = kind == .navigation
      if let place = knowledge.places[kind.judge.rawValue] {
        return knowledge.matchers[place].match(tree, isNavigation: isNavigation)
      }
      guard var matcher = try? GrammarMatcher(GrammarReader.read(kind.file)) else { return [] }
      let violations = matcher.match(tree, isNavigation: isNavigation)
      knowledge.places[kind.judge.rawValue] = knowledge.matchers.count
      knowledge.matchers.append(matcher)
      return violations
    }
  }

  /// What is found in a style sheet, which may be known.
  func judged(
    _ sheet: [UInt8], _ check: StyleCheck, _ judge: (StyleCheck) -> StyleCheck
  ) -> StyleCheck {
    knowledge.withLock { knowledge in
      if let known = knowledge.sheets.judged(sheet, like: check) { return known }
      let judged = judge(check)
      knowledge.sheets.keep(judged, of: sheet)
      return judged
    }
  }
}

/// The desks at which a validator judges: as many as it has books to judge at once.
final class Desks: Sendable {
  private let idle = Mutex<[Desk]>([])

  /// Does something at a desk where nobody is.
  func atFreeOne<Result>(_ work: (Desk) -> Result) -> Result {
    let desk = idle.withLock { $0.popLast() } ?? Desk()
    defer { idle.withLock { $0.append(desk) } }
    return work(desk)
  }
}
