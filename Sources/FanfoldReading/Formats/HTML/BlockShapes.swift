internal import FanfoldMarkup

/// What stands around the text of a page: which tables hold data and which lay out the page, which boxes hide
/// something, which frames hold pictures.
struct BlockShapes {
  private let tree: MarkupTree
  /// The letters and signs of the whole page, counted when something is to be compared with them.
  private lazy var pageSize = size(of: tree.root)

  init(_ tree: MarkupTree) { self.tree = tree }

  /// What an element puts around its blocks; `nil` for nothing, or nothing that a book has a form for.
  mutating func enclosure(of node: MarkupTree.Node, _ name: String) -> Manuscript.Enclosure.Kind? {
    switch name {
    case "blockquote": return .quotation
    case "li": return isIn(node, ["ul", "ol"]) ? .item : nil
    case "details": return isSpoiler(node) ? .spoiler : nil
    case "summary":
      guard let parent = tree.parent(of: node), tree.isElement(parent, "details") else {
        return nil
      }
      return isSpoiler(parent) ? .summary : nil
    case "figure": return holdsPicture(node) ? .figure : nil
    case "figcaption": return isIn(node, ["figure"]) ? .caption : nil
    case "div", "p":
      guard tree.hasAttributes(node) else { return nil }
      // WordPress before 2014.
      let classes = tree.classes(of: node)
      if classes.contains("wp-caption"), holdsPicture(node) { return .figure }
      if classes.contains(where: Self.spoilers.contains) { return .spoiler }
      return classes.contains("wp-caption-text") ? .caption : nil
    default: return nil
    }
  }

  /// The spoilers of XenForo 2 and 1, whose buttons say what is in them.
  private static let spoilers: Set<String> = ["bbCodeSpoiler", "bbCodeSpoilerContainer"]

  private func isIn(_ node: MarkupTree.Node, _ names: [String]) -> Bool {
    tree.parent(of: node).map { names.contains(tree.name(of: $0)) } ?? false
  }

  private func holdsPicture(_ node: MarkupTree.Node) -> Bool {
    tree.descendants(of: node).contains { tree.isElement($0, "img") }
  }

  /// Some sites fold whole chapters; a spoiler is a small part of its page, and has words to warn of it.
  private mutating func isSpoiler(_ node: MarkupTree.Node) -> Bool {
    guard tree.children(of: node).contains(where: { tree.isElement($0, "summary") }) else {
      return false
    }
    let size = size(of: node)
    return size <= 8000 && size * 3 <= pageSize
  }

  private func size(of node: MarkupTree.Node) -> Int {
    tree.descendants(of: node).reduce(0) {
      $0 + (tree.kind(of: $1) == .text ? tree.bytes(of: $1).count { $0 > 0x20 } : 0)
    }
  }

  // MARK: tables

  /// The caption of a table and its rows; not those of tables within.
  func parts(of table: MarkupTree.Node) -> [MarkupTree.Node] {
    tree.children(of: table).flatMap { child -> [MarkupTree.Node] in
      switch tree.name(of: child) {
      case "caption", "tr": [child]
      case "thead", "tbody", "tfoot":
        tree.children(of: child).filter { tree.isElement($0, "tr") }
      default: []
      }
    }
  }

  func cells(of row: MarkupTree.Node) -> [MarkupTree.Node] {
    tree.children(of: row).filter { tree.isElement($0, "td") || tree.isElement($0, "th") }
  }

  func cell(_ node: MarkupTree.Node) -> Manuscript.Enclosure.Kind {
    func span(_ name: String) -> Int {
      let value = tree.attribute(name, of: node).flatMap { Int($0) } ?? 1
      return (1...1000).contains(value) ? value : 1
    }
    return .cell(
      isHeader: tree.isElement(node, "th"), columns: span("colspan"), rows: span("rowspan"))
  }

  /// Whether a table holds data: two rows and two columns or more of short cells, and either says so by headings, a
  /// caption or lines between the cells, or is as regular as data is.
  func isData(_ table: MarkupTree.Node) -> Bool {
    let parts = parts(of: table)
    let rows = parts.filter { tree.isElement($0, "tr") }.map(cells)
    guard rows.count >= 2, let widest = rows.map(\.count).max(), widest >= 2,
      tree.attribute("role", of: table) != "presentation", isWhole(table), isShort(rows),
      !areFacts(rows)
    else { return false }
    let says =
      rows.contains { $0.contains { tree.isElement($0, "th") } }
      || parts.contains { tree.isElement($0, "caption") }
      || tree.attribute("border", of: table).flatMap { Int($0) } ?? 0 > 0
    let isRegular =
      rows.allSatisfy { $0.count == widest } && !rows.joined().contains(where: isEmpty)
    return says || isRegular
  }

  /// Whether all text of a table is in its cells, none of them holds what pages are laid out with, and there is some.
  private func isWhole(_ table: MarkupTree.Node) -> Bool {
    var text = 0
    var linked = 0
    for node in tree.descendants(of: table) {
      switch tree.kind(of: node) {
      case .element:
        if Self.layout.contains(tree.name(of: node)) { return false }
      case .text:
        let size = tree.bytes(of: node).count { $0 > 0x20 }
        guard size > 0 else { continue }
        var isIn: (cell: Bool, link: Bool) = (false, false)
        for outer in tree.ancestors(of: node) {
          if outer == table { break }
          let name = tree.name(of: outer)
          if name == "td" || name == "th" || name == "caption" { isIn.cell = true }
          if name == "a" { isIn.link = true }
        }
        guard isIn.cell else { return false }
        text += size
        if isIn.link { linked += size }
      case .document, .rawText, .comment, .instruction: break
      }
    }
    return text > 0 && linked * 2 < text
  }

  private static let layout: Set<String> = [
    "table", "form", "input", "select", "textarea", "iframe", "hr", "h1", "h2", "h3", "h4", "pre",
    "blockquote", "article", "section", "nav",
  ]

  private func isShort(_ rows: [[MarkupTree.Node]]) -> Bool {
    let sizes = rows.joined().map { size(of: $0) }
    let total = sizes.reduce(0, +)
    return sizes.allSatisfy { $0 <= 600 } && total <= 160 * max(1, sizes.count)
  }

  private func isEmpty(_ cell: MarkupTree.Node) -> Bool {
    size(of: cell) == 0 && !holdsPicture(cell)
  }

  /// "Rating: | PG": what is known about a story, a line each, which is read as such.
  private func areFacts(_ rows: [[MarkupTree.Node]]) -> Bool {
    let labels = rows.count { row in
      guard row.count == 2, let label = row.first else { return false }
      return tree.text(of: label).last { !$0.isWhitespace } == ":"
    }
    return labels * 2 > rows.count
  }
}
