internal import FanfoldMarkup
internal import FanfoldStory

/// The HTML file FanFicFare makes of a downloaded story: a table of metadata, a table of contents, and for each
/// chapter an anchor "section0001" around its heading.
struct FanFicFareExport: SiteEngine {
  private static let name = "FanFicFare"
  var names: [String] { [Self.name] }
  let labels: HeaderLabels

  func page(_ tree: MarkupTree, file: String) -> SitePage? {
    let anchors = tree.all("a[name^='section']").filter { tree.first("h2", in: $0) != nil }
    guard tree.first("a[name='TOCTOP']") != nil || tree.first("a.authorlink") != nil,
      let first = anchors.first, let parent = tree.parent(of: first)
    else { return nil }
    var page = SitePage(site: Self.name)
    stateHead(tree, &page)
    var hasBegun = false
    for node in tree.children(of: parent) {
      if anchors.contains(node), let heading = tree.first("h2", in: node) {
        page.add(heading, as: .heading(.chapter))
        hasBegun = true
      } else if hasBegun {
        page.add(node, as: .body)
      }
    }
    skipRepeatedHeadings(tree, &page)
    return page
  }

  private func stateHead(_ tree: MarkupTree, _ page: inout SitePage) {
    if let title = tree.first("h1 a") ?? tree.first("h1") {
      page.state(.title, tree.text(of: title))
      if let address = tree.attribute("href", of: title) { page.state(.source, address) }
    }
    if let heading = tree.first("h1") { page.metadata.append(heading) }
    page.state(.author, items: tree.all("a.authorlink"), in: tree)
    if let table = tree.first("table") {
      for row in tree.all("tr", in: table) { state(row, tree, &page) }
      page.metadata.append(table)
    }
  }

  /// "Category:" is what FanFicFare calls the fandoms and "Genre:" the first of the tags.
  private func state(_ row: MarkupTree.Node, _ tree: MarkupTree, _ page: inout SitePage) {
    let cells = tree.all("td", in: row)
    guard cells.count == 2 else { return }
    let label = Folding.fold(tree.text(of: cells[0])).filter { $0 != ":" }
    let value = tree.text(of: cells[1])
    switch label {
    case "category": page.state(.fandom, value)
    case "genre": page.state(.tag, value)
    case "chapters", "words", "packaged": break
    default: if let field = labels.field(for: label) { page.state(field, value) }
    }
  }

  /// A heading the site put on top of every chapter is the site's; one that says the chapter's name says it twice.
  private func skipRepeatedHeadings(_ tree: MarkupTree, _ page: inout SitePage) {
    var counts: [String: Int] = [:]
    let tops = page.parts.filter { $0.role == .body }.compactMap { part in
      tree.first("h1, h2, h3, h4", in: part.node)
    }
    for top in tops { counts[Folding.fold(tree.text(of: top)), default: 0] += 1 }
    for top in tops where counts[Folding.fold(tree.text(of: top)), default: 0] >= 3 {
      page.skipped.insert(top)
    }
  }
}
