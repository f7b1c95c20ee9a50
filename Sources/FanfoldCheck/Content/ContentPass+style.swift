internal import FanfoldMarkup

extension ContentPass {
  /// Judges the declarations that an element of HTML has of its own.
  func checkStyleAttribute(_ node: Node, _ rendition: inout Rendition) {
    guard let style = attribute("style", node) else { return }
    StyleCheck.check(
      Array(style.utf8), isAttribute: true, at: place(node), url: url, item: item, &rendition)
  }

  /// Judges a style sheet that is within the document, unless it is of another type than CSS.
  mutating func endStyle(_ node: Node, _ rendition: inout Rendition) {
    let text = tree.children(of: node)
      .filter { tree.kind(of: $0) != .comment }.flatMap { tree.bytes(of: $0) }
    if !text.isEmpty { hasStyle = true }
    let type = attribute("type", node)
    guard type.map({ $0.trimmingBlanks().lowercased() == MediaType.css }) ?? true else { return }
    StyleCheck.check(
      text, isAttribute: false, at: place(node), url: url, item: item, &rendition)
  }
}
