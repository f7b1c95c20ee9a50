extension MarkupTree {
  /// The nodes directly in a node.
  public func children(of node: Node) -> Children {
    Children(records: records, following: node.index + 1, end: records[node.position].end)
  }

  /// All nodes below a node, in document order.
  public func descendants(of node: Node) -> Descendants {
    Descendants(following: node.index + 1, end: records[node.position].end)
  }

  /// The elements a node is in, the nearest first.
  public func ancestors(of node: Node) -> Ancestors {
    Ancestors(records: records, current: node.index)
  }

  /// The nodes directly in one.
  public struct Children: Sequence, IteratorProtocol, Sendable {
    let records: [Record]
    var following: UInt32
    let end: UInt32

    /// The next child.
    public mutating func next() -> Node? {
      guard following < end else { return nil }
      defer { following = records[Int(following)].end }
      return Node(following)
    }
  }

  /// All nodes below one.
  public struct Descendants: Sequence, IteratorProtocol, Sendable {
    var following: UInt32
    let end: UInt32

    /// The next node, children before siblings.
    public mutating func next() -> Node? {
      guard following < end else { return nil }
      defer { following += 1 }
      return Node(following)
    }
  }

  /// The elements around a node.
  public struct Ancestors: Sequence, IteratorProtocol, Sendable {
    let records: [Record]
    var current: UInt32

    /// The element around the one before.
    public mutating func next() -> Node? {
      current = records[Int(current)].parent
      return current == 0 ? nil : Node(current)
    }
  }
}
