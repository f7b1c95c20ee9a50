/// The attributes of a tree as numbers and bytes, for those who go over all of a book.
extension MarkupTree {
  /// Where the attributes of an element are among those of the tree.
  package func attributeRange(of node: Node) -> Range<Int> {
    let record = records[node.position]
    return record.kind == .element ? record.attributeRange : 0..<0
  }

  /// How many attributes there are.
  package var attributeCount: Int { attributes.count }

  /// The number of the name of the attribute at a place.
  package func attributeName(at index: Int) -> Int { Int(attributes[index].name) }

  /// The value of the attribute at a place.
  package func attributeValue(at index: Int) -> ArraySlice<UInt8> {
    let range = attributes[index].value
    return text[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The elements with an attribute whose name has a number, and where that attribute is.
  package func elements(withAttribute number: Int) -> [(node: Node, attribute: Int)] {
    var found: [(node: Node, attribute: Int)] = []
    let (records, attributes) = (records, attributes)
    for index in records.indices where records[index].kind == .element {
      for attribute in records[index].attributeRange
      where Int(attributes[attribute].name) == number {
        found.append((Node(index), attribute))
      }
    }
    return found
  }
}

extension MarkupTree {
  /// Whether an element has any attribute.
  package func hasAttributes(_ node: Node) -> Bool {
    let record = records[node.position]
    return record.kind == .element && !record.contents.isEmpty
  }
}
