extension MarkupTree {
  /// Tells the lines of nodes that are asked for in document order, or nearly: looking from where
  /// the last one was found spares two searches for each.
  package struct NodeLines: Sendable {
    private var place = SourceLines.Place()

    package init() {}

    /// The line of the file on which a node begins, from 1.
    package mutating func line(of node: Node, in tree: MarkupTree) -> Int {
      tree.source.line(of: Int(tree.records[node.position].offset), near: &place)
    }
  }
}
