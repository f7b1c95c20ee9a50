internal import FanfoldMarkup

/// A document as the rules about `epub:type` look at it: elements of HTML, and what they are for.
struct SemanticElements {
  typealias Node = MarkupTree.Node

  let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  /// All elements of HTML in a node, in the order of the document.
  func inside(_ node: Node) -> [Node] { tree.descendants(of: node).filter(isHTML) }

  /// The elements of HTML around a node, the nearest first.
  func around(_ node: Node) -> some Sequence<Node> { tree.ancestors(of: node).lazy.filter(isHTML) }

  func isHTML(_ node: Node) -> Bool { tree.isElement(node, in: ContentElement.html) }

  /// Whether a node is an element of HTML of one of these names.
  func isHTML(_ node: Node, _ names: Set<String>) -> Bool {
    isHTML(node) && names.contains(tree.name(of: node))
  }

  /// What `epub:type` says of an element, word for word.
  func typeText(of node: Node) -> String? {
    tree.attribute("type", in: ContentElement.epub, of: node)
  }

  /// Whether one of the words of an element's `epub:type` is among these.
  func has(_ types: Set<String>, _ node: Node) -> Bool {
    guard let text = typeText(of: node) else { return false }
    return ContentConstraintCheck.words(text).contains(where: types.contains)
  }

  func has(_ type: String, _ node: Node) -> Bool { has([type], node) }

  /// The elements of HTML directly in a node.
  func children(of node: Node) -> [Node] { tree.children(of: node).filter(isHTML) }
}
