extension MarkupTree {
  /// A set of nodes, a bit for each node of the tree: whoever asks about every node of a page would
  /// spend more on hashing than on reading it.
  package struct NodeSet: Sendable {
    private var words: [UInt64] = []

    /// The set of nothing.
    package init() {}

    /// The set of some nodes.
    package init(_ nodes: some Sequence<Node>) {
      for node in nodes { insert(node) }
    }

    package func contains(_ node: Node) -> Bool {
      let word = node.position >> 6
      return word < words.count && words[word] & Self.bit(node) != 0
    }

    package mutating func insert(_ node: Node) {
      let word = node.position >> 6
      if word >= words.count {
        words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
      }
      words[word] |= Self.bit(node)
    }

    package mutating func remove(_ node: Node) {
      let word = node.position >> 6
      if word < words.count { words[word] &= ~Self.bit(node) }
    }

    private static func bit(_ node: Node) -> UInt64 { 1 << UInt64(node.position & 63) }
  }
}
