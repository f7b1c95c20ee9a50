internal import FanfoldMarkup

/// The elements of a document that have an id.
struct DocumentIDs {
  private var first: [String: MarkupTree.Node] = [:]
  /// Elements whose ids have been there before.
  private var later: [(id: String, node: MarkupTree.Node)] = []

  init(_ tree: MarkupTree, attribute: String = "id") {
    let number = tree.allNames.firstIndex { $0.local == attribute && $0.namespace.isEmpty }
    guard let number else { return }
    for node in tree.descendants(of: tree.root) where tree.hasAttributes(node) {
      tree.forEachAttribute(of: node) { name, value in
        if name == number {
          let id = String(decoding: value, as: UTF8.self)
          if first[id] == nil { first[id] = node } else { later.append((id, node)) }
        }
      }
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
