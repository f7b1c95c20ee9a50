internal import FanfoldMarkup
internal import FanfoldStory

/// A book FanFicFare made (4.62, looked at 2026-11): a title page of labels and values, a log of updates, and documents
/// whose bodies are of class "fff_chapter" with the chapter's name on top.
struct FanFicFareBook {
  /// A page for each document.
  let pages: [SitePage]

  init?(_ documents: [BookDocument], labels: HeaderLabels) {
    guard documents.contains(where: { $0.tree.first("body.fff_chapter") != nil }) else {
      return nil
    }
    pages = documents.map { Self.page($0, labels) }
  }

  private static func page(_ document: BookDocument, _ labels: HeaderLabels) -> SitePage {
    let tree = document.tree
    var page = SitePage(site: "FanFicFare")
    if let title = tree.first("head title") { page.metadata.append(title) }
    if let body = tree.first("body.fff_chapter") {
      addChapter(body, tree, &page)
    } else if let body = tree.first("body.fff_titlepage") {
      stateTitle(body, tree, &page)
      FanFicFareLabels(labels: labels).state(body, tree, &page)
      page.metadata.append(body)
    }
    return page
  }

  private static func addChapter(
    _ body: MarkupTree.Node, _ tree: MarkupTree, _ page: inout SitePage
  ) {
    for node in tree.children(of: body) {
      if tree.classes(of: node).contains("fff_chapter_title") {
        page.add(node, as: .heading(.chapter))
      } else {
        page.add(node, as: .body)
      }
    }
  }

  private static func stateTitle(
    _ body: MarkupTree.Node, _ tree: MarkupTree, _ page: inout SitePage
  ) {
    let links = tree.all("h3 a", in: body)
    if let title = links.first(where: { !tree.classes(of: $0).contains("authorlink") }) {
      page.state(.title, tree.text(of: title))
      if let address = tree.attribute("href", of: title) { page.state(.source, address) }
    }
    page.state(.author, items: tree.all("a.authorlink", in: body), in: tree)
  }
}

/// The labels on the title page; "Category" is what FanFicFare calls the fandoms and "Genre" the first of the tags.
struct FanFicFareLabels {
  let labels: HeaderLabels

  func state(_ scope: MarkupTree.Node, _ tree: MarkupTree, _ page: inout SitePage) {
    for label in tree.all("b, td.label", in: scope) {
      let name = Folding.fold(tree.text(of: label)).filter { $0 != ":" }
      var value = ""
      var next = tree.nextSibling(of: label)
      while let node = next, !isLabel(node, tree) {
        value += tree.text(of: node)
        next = tree.nextSibling(of: node)
      }
      switch name {
      case "category": page.state(.fandom, value)
      case "genre": page.state(.tag, value)
      case "chapters", "words", "packaged", "author", "title": break
      default: if let field = labels.field(for: name) { page.state(field, value) }
      }
    }
  }

  private func isLabel(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    tree.isElement(node, "b")
  }
}
