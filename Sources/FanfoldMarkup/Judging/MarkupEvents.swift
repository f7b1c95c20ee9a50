/// A tree as the reader of the document told it: elements begin, end, and have text between.
///
/// The end of an element that the document does not end is not told.
package struct MarkupEvents: Sequence, IteratorProtocol, Sendable {
  package enum Event: Sendable {
    case start(MarkupTree.Node)
    case end(MarkupTree.Node)
    case text(MarkupTree.Node)
    case instruction(MarkupTree.Node)
  }

  private let records: [MarkupTree.Record]
  private var upcoming: UInt32 = 1
  private var open: [UInt32] = []

  init(_ tree: MarkupTree) { records = tree.records }

  package mutating func next() -> Event? {
    while true {
      if let innermost = open.last, records[Int(innermost)].end <= upcoming {
        open.removeLast()
        if records[Int(innermost)].closed > 0 { return .end(MarkupTree.Node(innermost)) }
        continue
      }
      guard Int(upcoming) < records.count else { return nil }
      let node = MarkupTree.Node(upcoming)
      upcoming += 1
      switch records[node.position].kind {
      case .element:
        open.append(node.index)
        return .start(node)
      case .text, .rawText: return .text(node)
      case .instruction: return .instruction(node)
      case .document, .comment: continue
      }
    }
  }
}

extension MarkupTree {
  /// The document as its reader told it.
  package var events: MarkupEvents { MarkupEvents(self) }
}
