internal import FanfoldMarkup

/// The lists of a Word document: which of them are numbered (ECMA-376 part 1, 17.9).
struct WordLists {
  private var numbered: [String: [Int: Bool]] = [:]

  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    var abstract: [String: [Int: Bool]] = [:]
    for node in tree.descendants(of: tree.root) {
      if tree.isElement(node, "abstractNum"), let id = tree.value("abstractNumId", of: node) {
        abstract[id] = Self.levels(of: node, in: tree)
      } else if tree.isElement(node, "num"), let id = tree.value("numId", of: node) {
        let target = tree.child("abstractNumId", of: node).flatMap { tree.value("val", of: $0) }
        numbered[id] = target.flatMap { abstract[$0] } ?? [:]
      }
    }
  }

  private static func levels(of node: MarkupTree.Node, in tree: MarkupTree) -> [Int: Bool] {
    var levels: [Int: Bool] = [:]
    for level in tree.children(of: node) where tree.isElement(level, "lvl") {
      guard let depth = tree.value("ilvl", of: level).flatMap({ Int($0) }) else { continue }
      let format = tree.child("numFmt", of: level).flatMap { tree.value("val", of: $0) }
      levels[depth] = format != "bullet" && format != "none"
    }
    return levels
  }

  func isOrdered(_ list: String, depth: Int) -> Bool { numbered[list]?[depth] ?? false }
}
