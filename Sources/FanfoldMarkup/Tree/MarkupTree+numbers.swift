/// The attributes of a tree as numbers and bytes, for those who go over all of a book.
extension MarkupTree {
  /// Goes over the attributes of an element in the document's order; the names are numbers into
  /// ``allNames``.
  package func forEachAttribute(
    of node: Node, _ body: (_ name: Int, _ value: ArraySlice<UInt8>) -> Void
  ) {
    for attribute in attributeSlice(of: node) {
      let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
      body(Int(attribute.name), text[range])
    }
  }
}

extension MarkupTree {
  /// Whether an element has any attribute.
  package func hasAttributes(_ node: Node) -> Bool {
    let record = records[node.position]
    return record.kind == .element && !record.contents.isEmpty
  }
}
