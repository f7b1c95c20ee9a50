internal import FanfoldMarkup

extension ContentConstraintCheck {
  mutating func checkMeta(_ node: Node) {
    if has("charset", node) {
      if hasSibling(node, where: { has("charset", $0) && $0 < node }) {
        report(.charsetTwice, node)
      }
    }
    guard value("http-equiv", node)?.lowercased() == "content-type" else { return }
    if hasSibling(node, where: { has("charset", $0) }) { report(.charsetAndType, node) }
    let content = Self.words(value("content", node) ?? "").joined(separator: "").lowercased()
    if content != "text/html;charset=utf-8" { report(.encodingNotUTF8, node) }
  }

  private func hasSibling(_ node: Node, where holds: (Node) -> Bool) -> Bool {
    guard let parent = tree.parent(of: node) else { return false }
    return tree.children(of: parent).contains {
      $0 != node && tree.isElement($0, "meta") && holds($0)
    }
  }

  mutating func checkLink(_ node: Node) {
    guard has("sizes", node) else { return }
    let kinds = Self.words(value("rel", node)?.lowercased() ?? "")
    if !kinds.contains("icon") { report(.sizesWithoutIcon, node) }
  }

  mutating func checkSelect(_ node: Node) {
    guard !has("multiple", node) else { return }
    let selected = tree.descendants(of: node).filter {
      tree.isElement($0, "option") && has("selected", $0)
    }
    if selected.count > 1 { report(.selectedTwice, node) }
  }

  mutating func checkTracks(_ node: Node) {
    let tracks = tree.children(of: node).filter {
      tree.isElement($0, "track") && has("default", $0)
    }
    for track in tracks.dropFirst() { report(.defaultTrackTwice, track) }
  }
}
