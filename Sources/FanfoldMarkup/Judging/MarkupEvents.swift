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
  /// The node that is open, and where its subtree ends.
  private var innermost: UInt32 = 0
  private var end: UInt32

  init(_ tree: MarkupTree) {
    records = tree.records
    end = records[0].end
  }

  package mutating func next() -> Event? {
    while true {
      if upcoming >= end {
        guard innermost > 0 else { return nil }
        let node = MarkupTree.Node(innermost)
        innermost = records[node.position].parent
        end = records[Int(innermost)].end
        if records[node.position].closed > 0 { return .end(node) }
        continue
      }
      let node = MarkupTree.Node(upcoming)
      upcoming += 1
      switch records[node.position].kind {
      case .element:
        innermost = node.index
        end = records[node.position].end
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
