internal import FanfoldMarkup
internal import FanfoldStory

/// What can be said of a page that no site claims: its title, what a comment in it states, where the text is, and
/// which lines at its edges only lead elsewhere.
struct UnknownPage {
  private let tree: MarkupTree
  private let styles: PageStyles
  private let labels: HeaderLabels
  private let headings: HeadingParser

  init(
    _ tree: MarkupTree, styles: PageStyles, labels: HeaderLabels, headings: HeadingParser
  ) {
    self.tree = tree
    self.styles = styles
    self.labels = labels
    self.headings = headings
  }

  func page() -> SitePage {
    var page = SitePage(site: "the page")
    stateComments(&page)
    LabelTables(tree, labels: labels).state(to: &page)
    let content = MainContent(tree, styles: styles).find()
    let title = tree.first("title")
    if let title {
      let found = PageTitle(tree, content: content?.node, headings: headings)
      if found.isHeadline { page.state(.title, found.title) }
      if !found.title.isEmpty { page.facts.append(.init(subject: .pageTitle, value: found.title)) }
      page.metadata.append(title)
    }
    guard let content else { return page }
    let node = content.node
    if content.isMarked { page.textScope = node }
    page.shown = content.shown
    PageHeader(tree, labels: labels).state(above: node, to: &page)
    if let author = PageAuthor(tree, content: node).find() {
      page.facts.append(.init(subject: .documentAuthor, value: author))
    }
    page.parts.append(SitePage.Part(node: node, role: nil))
    page.skipped.formUnion(content.furniture)
    page.skipped.formUnion(
      EdgeLinks(tree, title: title.map { tree.text(of: $0) } ?? "").find(in: node))
    page.skipped.formUnion(waysUp(in: node))
    return page
  }

  /// The links "Back to top" between the chapters of a page.
  private func waysUp(in scope: MarkupTree.Node) -> [MarkupTree.Node] {
    tree.all("a[href^='#']", in: scope).filter { link in
      Self.waysUp.contains(Folding.fold(PairingParser.trimmed(tree.text(of: link).inOneLine)))
    }
  }

  private static let waysUp: Set<String> = [
    "top", "back to top", "return to top", "top of page", "to top", "to the top", "back to the top",
    "nach oben", "haut de page",
  ]

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
