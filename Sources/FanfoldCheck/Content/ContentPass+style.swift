internal import FanfoldMarkup

extension ContentPass {
  /// Judges the declarations that an element of HTML has of its own.
  func checkStyleAttribute(_ node: Node, _ rendition: inout Rendition) {
    guard let style = attribute("style", node) else { return }
    StyleCheck.check(
      Array(style.utf8), isAttribute: true, at: place(node), url: url, item: item, &rendition)
  }

  /// Judges a style sheet that is within the document, whatever its type says: so does EPUBCheck.
  mutating func endStyle(_ node: Node, _ rendition: inout Rendition) {
    let text = tree.descendants(of: node)
      .filter { tree.kind(of: $0) != .comment }.flatMap { tree.bytes(of: $0) }
    if !text.isEmpty { hasStyle = true }
    StyleCheck.check(
      text, isAttribute: false, at: place(node), url: url, item: item, &rendition)
  }
}
