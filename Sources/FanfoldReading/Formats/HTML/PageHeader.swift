internal import FanfoldMarkup

/// The header of a story that a page shows in a box of its own above the text: "Summary: …" and "Rating: …" in lines,
/// "Lantern Hill :: Gen :: PG".
struct PageHeader {
  private let tree: MarkupTree
  private let labels: HeaderLabels
  private let roles: ElementRoles

  init(_ tree: MarkupTree, labels: HeaderLabels) {
    self.tree = tree
    self.labels = labels
    roles = ElementRoles(tree)
  }

  /// States what the lines above the text say when two of them are such labels.
  func state(above content: MarkupTree.Node, to page: inout SitePage) {
    guard let frame = tree.parent(of: content) else { return }
    let scope = tree.parent(of: frame) ?? frame
    var found: [(field: HeaderLabels.Field, value: String)] = []
    for line in lines(in: scope, above: content, except: page.skipped).suffix(Self.reach) {
      let bytes = Array(line.utf8)
      guard bytes.count <= 2000,
        let header = HeaderLine.parse(bytes, bytes.indices, labels: labels),
        Self.fields.contains(header.field), !header.value.isEmpty
      else { continue }
      found.append((header.field, String(decoding: bytes[header.value], as: UTF8.self)))
    }
    guard Set(found.map(\.field)).count >= 2 || found.first?.field == .summary else { return }
    for (field, value) in found { page.state(field, value) }
  }

  /// How many lines above the text are looked at.
  private static let reach = 40

  /// What sites say about nothing but stories.
  private static let fields: Set<HeaderLabels.Field> = [
    .summary, .rating, .fandom, .relationship, .character, .warning, .series, .author,
  ]

  /// The lines of text in an element that stand above another one.
  private func lines(
    in scope: MarkupTree.Node, above content: MarkupTree.Node, except skipped: Set<MarkupTree.Node>
  ) -> [String] {
    var lines = [""]
    func visit(_ node: MarkupTree.Node) {
      guard node < content, !skipped.contains(node) else { return }
      switch tree.kind(of: node) {
      case .text:
        if !tree.contains(node, content) { lines[lines.count - 1] += tree.text(of: node) }
      case .element:
        let role = roles.role(of: node, in: tree)
        if role == .unseen { return }
        let breaks = [.lineBreak, .rule, .table, .block].contains(role)
        if breaks { lines.append("") }
        for child in tree.children(of: node) { visit(child) }
        if breaks { lines.append("") }
      case .document, .rawText, .comment, .instruction: break
      }
    }
    visit(scope)
    return lines.map(\.inOneLine).filter { !$0.isEmpty }
  }
}
