internal import FanfoldMarkup
internal import FanfoldStory

/// A work as the site shows it.
struct WorkPage {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  func page() -> SitePage {
    var page = SitePage(site: OTWArchive.name)
    stateTags(&page)
    stateHead(&page)
    addNotes(&page, in: tree.first("#workskin > .preface.group"), kind: .authorsNote)
    let chapters = tree.all("#chapters > .chapter")
    if chapters.isEmpty {
      page.add(
        tree.first("#chapters > .userstuff") ?? tree.first("#chapters .userstuff"), as: .body)
    }
    for chapter in chapters { add(chapter, to: &page) }
    for notes in tree.all("#work_endnotes blockquote") { page.add(notes, as: .note(.authorsNote)) }
    for landmark in tree.all("#chapters .landmark") { page.skipped.insert(landmark) }
    for widget in tree.all(".media-holder hr.tmblr-truncated") { page.skipped.insert(widget) }
    return page
  }

  private static let lists: [(Selector, HeaderLabels.Field)] = [
    ("dl.work.meta dd.rating a", .rating), ("dl.work.meta dd.warning a", .warning),
    ("dl.work.meta dd.category a", .category), ("dl.work.meta dd.fandom a", .fandom),
    ("dl.work.meta dd.relationship a", .relationship), ("dl.work.meta dd.character a", .character),
    ("dl.work.meta dd.freeform a", .tag), ("dl.work.meta dd.series .position", .series),
  ]
  private static let single: [(Selector, HeaderLabels.Field)] = [
    ("dl.work.meta dd.language", .language), ("dl.stats dd.published", .published),
    ("dl.stats dd.chapters", .chapters),
  ]

  private func stateTags(_ page: inout SitePage) {
    for (selector, field) in Self.lists { page.state(field, items: tree.all(selector), in: tree) }
    for (selector, field) in Self.single {
      if let node = tree.first(selector) { page.state(field, tree.text(of: node)) }
    }
    if let updated = tree.first("dl.stats dd.status") {
      page.state(.updated, tree.text(of: updated))
    }
    if let meta = tree.first("dl.work.meta") { page.metadata.append(meta) }
  }

  private func stateHead(_ page: inout SitePage) {
    if let title = tree.first("#workskin .preface .title") ?? tree.first("h2.title") {
      page.state(.title, tree.text(of: title))
      page.metadata.append(title)
    }
    if let byline = tree.first("#workskin .preface .byline") ?? tree.first("h3.byline") {
      let authors = tree.all("a", in: byline)
      if authors.isEmpty {
        page.state(.author, tree.text(of: byline), isItem: true)
      } else {
        page.state(.author, items: authors, in: tree)
      }
      page.metadata.append(byline)
    }
    if let summary = tree.first("#workskin > .preface.group .summary blockquote") {
      page.state(.summary, paragraphsOf: summary, in: tree)
      page.metadata.append(summary)
    }
    if let address = OTWArchive.address(tree) { page.state(.source, address) }
    page.state(.publisher, OTWArchive.name)
  }

  /// One chapter with what stands around its text.
  private func add(_ chapter: MarkupTree.Node, to page: inout SitePage) {
    page.add(tree.first("h3.title", in: chapter), as: .heading(.chapter))
    page.add(tree.first(".summary blockquote", in: chapter), as: .note(.summary))
    addNotes(&page, in: chapter, kind: .authorsNote)
    let bodies = tree.all(".userstuff", in: chapter).filter { !tree.isElement($0, "blockquote") }
    page.add(bodies.first, as: .body)
    for end in tree.all(".end.notes blockquote", in: chapter) {
      page.add(end, as: .note(.authorsNote))
    }
  }

  private func addNotes(_ page: inout SitePage, in scope: MarkupTree.Node?, kind: Note.Kind) {
    guard let scope else { return }
    for notes in tree.all(".notes blockquote", in: scope) where !isEnd(notes) {
      page.add(notes, as: .note(kind))
    }
  }

  private func isEnd(_ node: MarkupTree.Node) -> Bool {
    tree.ancestors(of: node).contains { tree.classes(of: $0).contains("end") }
  }
}
