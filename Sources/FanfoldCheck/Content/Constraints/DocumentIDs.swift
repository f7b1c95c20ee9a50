internal import FanfoldMarkup

/// The elements of a document that have an id.
struct DocumentIDs {
  private var first: [String: MarkupTree.Node] = [:]
  /// Elements whose ids have been there before.
  private var later: [(id: String, node: MarkupTree.Node)] = []

  init(_ document: JudgedDocument) {
    guard let number = document.names.id else { return }
    let tree = document.tree
    let found = tree.elements(withAttribute: number)
    first.reserveCapacity(found.count)
    for (node, attribute) in found {
      let id = String(decoding: tree.attributeValue(at: attribute), as: UTF8.self)
      if first[id] == nil { first[id] = node } else { later.append((id, node)) }
    }
  }

  /// The first element with an id.
  subscript(_ id: String) -> MarkupTree.Node? { first[id] }

  /// The elements whose ids others have too.
  var repeated: [(id: String, node: MarkupTree.Node)] {
    let firsts = Set(later.map(\.id)).compactMap { id in first[id].map { (id: id, node: $0) } }
    return (firsts + later).sorted { $0.node < $1.node }
  }
}
