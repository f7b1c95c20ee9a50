import FanfoldMarkup

/// A tree as one line: `p[class=x]("text" br)`.
func outline(_ tree: MarkupTree, _ node: MarkupTree.Node? = nil) -> String {
  let node = node ?? tree.root
  let inner = tree.children(of: node).map { outline(tree, $0) }.joined(separator: " ")
  let text = String(decoding: tree.bytes(of: node), as: UTF8.self)
  switch tree.kind(of: node) {
  case .document: return inner
  case .text: return "\"\(text.replacing("\n", with: "\\n"))\""
  case .rawText: return "raw\"\(text)\""
  case .comment: return "<!--\(text)-->"
  case .instruction: return "<?\(text)?>"
  case .element:
    let attributes = tree.attributes(of: node).map { "\($0.name.qualified)=\($0.value)" }
    let name = tree.fullName(of: node)?.qualified ?? ""
    return name + (attributes.isEmpty ? "" : "[\(attributes.joined(separator: " "))]")
      + (inner.isEmpty ? "" : "(\(inner))")
  }
}

func html(_ source: String) throws -> MarkupTree {
  try HTMLDocument.parse(Array(source.utf8))
}

func xml(_ source: String) throws -> MarkupTree {
  try XMLDocument.parse(Array(source.utf8))
}
