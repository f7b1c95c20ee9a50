internal import FanfoldMarkup

/// The elements of a document that have an id.
struct DocumentIDs {
  private var nodes: [String: [MarkupTree.Node]] = [:]

  init(_ tree: MarkupTree, attribute: String = "id") {
    let number = tree.allNames.firstIndex { $0.local == attribute && $0.namespace.isEmpty }
    guard let number else { return }
    for node in tree.descendants(of: tree.root) where tree.hasAttributes(node) {
      tree.forEachAttribute(of: node) { name, value in
        if name == number {
          nodes[String(decoding: value, as: UTF8.self), default: []].append(node)
        }
      }
    }
  }

  /// The first element with an id.
  subscript(_ id: String) -> MarkupTree.Node? { nodes[id]?.first }

  /// The elements whose ids others have too.
  var repeated: [(id: String, node: MarkupTree.Node)] {
    nodes.filter { $0.value.count > 1 }
      .flatMap { id, nodes in nodes.map { (id, $0) } }
      .sorted { $0.node < $1.node }
  }
}
