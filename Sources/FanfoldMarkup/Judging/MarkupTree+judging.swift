extension MarkupTree {
  /// Behind an element's start tag, or behind any other node: where a reader of XML stands when it
  /// tells of the node.
  package func readOffset(of node: Node) -> Int {
    source.sourceOffset(of: Int(records[node.position].read))
  }

  /// Behind an element's end tag. Of an element that was never closed, behind its start tag.
  package func closedOffset(of node: Node) -> Int {
    let record = records[node.position]
    return source.sourceOffset(of: Int(max(record.closed, record.read)))
  }

  /// The number of an element's name in ``names``: equal numbers are equal names.
  package func nameNumber(of node: Node) -> Int { Int(records[node.position].name) }

  /// All names in the document, elements' and attributes', and those in documents read before it.
  package var allNames: [MarkupName] { names }

  /// Which documents number names as this one does.
  package var lineage: NameLineage { nameTable.lineage }

  /// Whether a text has more than blanks in it.
  package func hasWords(_ text: Node) -> Bool {
    let contents = records[text.position].contents
    let bytes = self.text.span
    for index in Int(contents.lowerBound)..<Int(contents.upperBound) where bytes[index] > 0x20 {
      return true
    }
    return false
  }

  /// Whether any element from a node on declares a namespace.
  package func hasDeclarations(from node: Node) -> Bool {
    declarations.last.map { $0.element >= node.index } ?? false
  }

  /// The namespaces that an element declares, by prefix; "" is the default one's.
  package func declaredNamespaces(of node: Node) -> [(prefix: String, namespace: String)] {
    guard let last = declarations.last, last.element >= node.index else { return [] }
    let first = declarations.partitioningIndex { $0.element >= node.index }
    return declarations[first...].prefix { $0.element == node.index }
      .map { ($0.prefix, $0.namespace) }
  }

  /// The elements in document order.
  package var elements: Elements { Elements(records: records) }

  /// All elements of a tree.
  package struct Elements: Sequence, IteratorProtocol, Sendable {
    let records: [Record]
    private var upcoming = 0

    init(records: [Record]) { self.records = records }

    package mutating func next() -> Node? {
      while upcoming < records.count {
        defer { upcoming += 1 }
        if records[upcoming].kind == .element { return Node(upcoming) }
      }
      return nil
    }
  }

  /// The node after a node's subtree in document order, `nil` behind the last.
  package func nodeAfter(_ node: Node) -> Node? {
    let end = records[node.position].end
    return Int(end) < records.count ? Node(end) : nil
  }

  /// The node at a place in document order.
  package subscript(_ index: Int) -> Node { Node(index) }

  /// A node's place in document order.
  package func index(of node: Node) -> Int { node.position }

  /// The element at the top, `nil` when reading stopped before it.
  package var rootElement: Node? {
    children(of: root).first { kind(of: $0) == .element }
  }

  /// The tree without an element and all behind its start: as if reading had stopped there.
  package func cut(before node: Node) -> MarkupTree {
    let end = node.index
    var parts = parts
    parts.records.removeSubrange(node.position...)
    for index in parts.records.indices where parts.records[index].end > end {
      parts.records[index].end = end
      parts.records[index].closed = 0
    }
    return MarkupTree(parts)
  }
}
