internal import FanfoldMarkup

/// Finds the tables and lists of an unknown page in which each row has a label and its value, "Title | The Long Way",
/// or each column one.
struct LabelTables {
  private let tree: MarkupTree
  private let labels: HeaderLabels

  init(_ tree: MarkupTree, labels: HeaderLabels) {
    self.tree = tree
    self.labels = labels
  }

  /// States what they say and marks them as metadata.
  func state(to page: inout SitePage) {
    let tables = tree.all("table") + tree.all("dl")
    guard !tables.isEmpty else { return }
    let end = endOfHead()
    for node in tables where end.map({ node < $0 }) ?? true && isSmall(node) {
      let cells = tree.descendants(of: node).filter { Self.labelNames.contains(tree.name(of: $0)) }
      let fields = cells.compactMap { labels.field(for: LabelledFacts.label(tree.text(of: $0))) }
      guard Set(fields).count >= 3, fields.count * 2 > cells.count,
        fields.contains(where: Self.telling.contains)
      else { continue }
      if let columns = columns(of: node, cells) {
        for (label, value) in columns { enter(label, value, &page) }
      } else {
        LabelledFacts(labels: labels).state(in: node, of: tree, to: &page)
      }
      page.metadata.append(node)
      page.skipped.insert(node)
    }
  }

  /// What no table in a story has.
  private static let telling: Set<HeaderLabels.Field> = [
    .author, .fandom, .rating, .relationship, .summary, .warning,
  ]

  /// The text with which more stands in sentences than a page says before its story.
  private func endOfHead() -> MarkupTree.Node? {
    var size = 0
    return tree.descendants(of: tree.root).first { text in
      guard tree.kind(of: text) == .text, Sentence.ends(tree.bytes(of: text)) else { return false }
      size += tree.bytes(of: text).count
      return size > 320
    }
  }

  private static let labelNames: Set<String> = ["th", "dt"]

  /// Whether an element is no longer than what is said about a story.
  private func isSmall(_ node: MarkupTree.Node) -> Bool {
    var size = 0
    for inner in tree.descendants(of: node) where tree.kind(of: inner) == .text {
      size += tree.bytes(of: inner).count
      if size > 4000 { return false }
    }
    return true
  }

  /// The labels of the first row with the values of the second; `nil` for a table that is not built so.
  private func columns(
    of table: MarkupTree.Node, _ labels: [MarkupTree.Node]
  ) -> [(label: MarkupTree.Node, value: MarkupTree.Node)]? {
    let rows = tree.all("tr", in: table).map { row in
      tree.children(of: row).filter { ["th", "td"].contains(tree.name(of: $0)) }
    }
    guard rows.count == 2, rows[0] == labels, rows[1].count == labels.count else { return nil }
    return Array(zip(rows[0], rows[1]))
  }

  private func enter(
    _ label: MarkupTree.Node, _ value: MarkupTree.Node, _ page: inout SitePage
  ) {
    guard let field = labels.field(for: LabelledFacts.label(tree.text(of: label))),
      HeaderFields.noteKind(field) == nil
    else { return }
    page.state(field, tree.text(of: value))
  }
}
