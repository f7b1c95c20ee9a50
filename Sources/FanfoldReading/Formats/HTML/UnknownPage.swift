internal import FanfoldMarkup
internal import FanfoldStory

/// What can be said of a page that no site claims: its title, what a comment in it states, where the text is, and
/// which lines at its edges only lead elsewhere.
struct UnknownPage {
  private let tree: MarkupTree
  private let styles: PageStyles
  private let labels: HeaderLabels

  init(_ tree: MarkupTree, styles: PageStyles, labels: HeaderLabels) {
    self.tree = tree
    self.styles = styles
    self.labels = labels
  }

  func page() -> SitePage {
    var page = SitePage(site: "the page")
    stateComments(&page)
    let title = tree.first("title")
    if let title {
      let words = PageTitle(tree).title
      if !words.isEmpty { page.facts.append(.init(subject: .pageTitle, value: words)) }
      page.metadata.append(title)
    }
    guard let (node, furniture) = MainContent(tree, styles: styles).find() else { return page }
    page.parts.append(SitePage.Part(node: node, role: nil))
    page.skipped = furniture.union(
      EdgeLinks(tree, title: title.map { tree.text(of: $0) } ?? "").find(in: node))
    return page
  }

  /// Old archives keep what they know in a comment of lines "fandom: Due South". The title there is often the one
  /// of the index, so the page's goes before it.
  private func stateComments(_ page: inout SitePage) {
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .comment {
      var facts: [(field: HeaderLabels.Field, value: String)] = []
      for line in tree.text(of: node).split(separator: "\n") {
        guard let colon = line.firstIndex(of: ":"),
          let field = labels.field(for: Folding.fold(String(line[..<colon]))),
          HeaderFields.noteKind(field) == nil, field != .title
        else { continue }
        facts.append((field, String(line[line.index(after: colon)...])))
      }
      guard facts.count >= 2 else { continue }
      for fact in facts { page.state(fact.field, fact.value) }
    }
  }
}

/// The title of a page without the name of its site: "Twice Told - Inanimate Fruit" → "Inanimate Fruit".
struct PageTitle {
  private(set) var title = ""

  init(_ tree: MarkupTree) {
    guard let node = tree.first("title") else { return }
    let words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let pieces = Self.pieces(of: words)
    guard pieces.count > 1 else {
      title = pieces.first ?? ""
      return
    }
    let site = tree.first("meta[property='og:site_name']").flatMap {
      tree.attribute("content", of: $0)
    }
    let known = Set([site].compactMap { $0.map { Folding.fold($0) } })
    let candidates = pieces.filter { !known.contains(Folding.fold($0)) }
    // A piece that the page says again by itself is the title.
    let lines = Self.lines(of: tree, but: node)
    title = candidates.first { lines.contains(Folding.fold($0)) } ?? candidates.first ?? words
  }

  private static func pieces(of words: String) -> [String] {
    var pieces = [words]
    for separator in [" - ", " | ", " :: ", " » ", " — ", " – ", " · ", " ~ ", "＜", "【"] {
      pieces = pieces.flatMap { $0.components(partedBy: separator) }
    }
    return pieces.map(PairingParser.trimmed).filter { !$0.isEmpty }
  }

  private static func lines(of tree: MarkupTree, but title: MarkupTree.Node) -> Set<String> {
    var lines: Set<String> = []
    for node in tree.descendants(of: tree.root)
    where tree.kind(of: node) == .text && !tree.contains(title, node) {
      let bytes = tree.bytes(of: node)
      if bytes.count <= 200 {
        lines.insert(Folding.fold(PairingParser.trimmed(tree.text(of: node))))
      }
    }
    return lines
  }
}
