internal import FanfoldMarkup

/// Reads what a page says about its story in labels and values: "**Genre(s):** Romance / Comedy", a table with a label
/// in each row, a list of `dt` and `dd`.
struct LabelledFacts {
  let labels: HeaderLabels

  /// States the values under an element of which the labels are known.
  func state(in scope: MarkupTree.Node, of tree: MarkupTree, to page: inout SitePage) {
    var field: HeaderLabels.Field?
    var value = ""
    var items: [MarkupTree.Node] = []
    func flush() {
      if let field { enter(field, value, items, tree, &page) }
      field = nil
      value = ""
      items = []
    }
    var labelEnd = scope
    for node in tree.descendants(of: scope) {
      if tree.contains(labelEnd, node), labelEnd != scope { continue }
      if isLabel(node, tree) {
        flush()
        field = labels.field(for: Self.label(tree.text(of: node)))
        labelEnd = node
      } else if tree.isElement(node, "br") {
        flush()
      } else if tree.isElement(node, "a") {
        items.append(node)
      } else if tree.kind(of: node) == .text {
        value += String(decoding: tree.bytes(of: node), as: UTF8.self)
      }
    }
    flush()
  }

  private func isLabel(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    let name = tree.name(of: node)
    guard ["b", "strong", "dt", "th"].contains(name) || tree.classes(of: node).contains("label")
    else { return false }
    if name == "dt" || name == "th" { return true }
    return tree.text(of: node).last { !$0.isWhitespace } == ":"
  }

  static func label(_ words: String) -> String {
    var folded = Folding.fold(words)
    while folded.last == ":" || folded.last == " " { folded.removeLast() }
    if folded.hasSuffix("(s)") { folded.removeLast(3) }
    return folded
  }

  private func enter(
    _ field: HeaderLabels.Field, _ value: String, _ items: [MarkupTree.Node], _ tree: MarkupTree,
    _ page: inout SitePage
  ) {
    guard HeaderFields.noteKind(field) == nil else { return }
    if Self.lists.contains(field), !items.isEmpty {
      return page.state(field, items: items, in: tree)
    }
    var words = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = words.last, "|,;[".contains(last) {
      words = words.dropLast().split(separator: " ").joined(separator: " ")
    }
    page.state(field, words)
  }

  private static let lists: Set<HeaderLabels.Field> = [
    .author, .fandom, .character, .tag, .category, .warning, .relationship,
  ]
}
