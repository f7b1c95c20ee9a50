/// The names and values of a tree as numbers and bytes, for those who go over all of a book.
extension MarkupTree {
  /// How many different names the elements and attributes have.
  package var nameCount: Int { names.count }

  /// A name by its number.
  package func name(numbered number: Int) -> MarkupName { names[number] }

  /// The number of an element's name.
  package func nameNumber(of node: Node) -> Int { Int(records[node.position].name) }

  /// Goes over the attributes of an element in the document's order.
  package func forEachAttribute(
    of node: Node, _ body: (_ name: Int, _ value: ArraySlice<UInt8>) -> Void
  ) {
    for attribute in attributeSlice(of: node) {
      let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
      body(Int(attribute.name), text[range])
    }
  }
}
