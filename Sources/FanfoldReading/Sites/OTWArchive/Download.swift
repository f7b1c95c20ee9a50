internal import FanfoldMarkup
internal import FanfoldStory

/// A work as "Download → HTML" gives it: a preface with the tags, the chapters, an afterword.
struct Download {
  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  func page() -> SitePage {
    var page = SitePage(site: OTWArchive.name)
    stateHead(&page)
    for list in tree.all("#preface dl.tags") + tree.all("#preface .meta > dl") {
      stateTags(list, &page)
    }
    addLabelled(in: tree.first("#preface"), &page, isWork: true)
    addChapters(&page)
    for notes in tree.all("#afterword #endnotes blockquote") {
      page.add(notes, as: .note(.authorsNote))
    }
    return page
  }

  private func stateHead(_ page: inout SitePage) {
    if let title = tree.first("#preface h1") ?? tree.first("#preface .message b") {
      page.state(.title, tree.text(of: title))
      page.metadata.append(title)
    }
    if let byline = tree.first("#preface .byline") {
      let authors = tree.all("a", in: byline)
      if authors.isEmpty {
        let words = tree.text(of: byline).split(whereSeparator: \.isWhitespace).joined(
          separator: " ")
        page.state(
          .author, words.hasPrefix("by ") ? String(words.dropFirst(3)) : words, isItem: true)
      } else {
        page.state(.author, items: authors, in: tree)
      }
      page.metadata.append(byline)
    }
    if let address = OTWArchive.address(tree) { page.state(.source, address) }
    page.state(.publisher, OTWArchive.name)
  }

  /// The list of tags: a label and its values, each a link.
  private func stateTags(_ list: MarkupTree.Node, _ page: inout SitePage) {
    page.metadata.append(list)
    var field: HeaderLabels.Field?
    for node in tree.children(of: list) {
      if tree.isElement(node, "dt") {
        field = Self.fields[Folding.fold(tree.text(of: node)).filter { $0 != ":" }.trimmingPlural]
        if Folding.fold(tree.text(of: node)).hasPrefix("stats") { field = .size }
      } else if tree.isElement(node, "dd"), let field {
        if field == .size {
          stateStats(tree.text(of: node), &page)
        } else {
          let links = tree.all("a", in: node)
          if links.isEmpty || field == .series {
            page.state(field, tree.text(of: node), isItem: field != .language)
          } else {
            page.state(field, items: links, in: tree)
          }
        }
      }
    }
  }

  private static let fields: [String: HeaderLabels.Field] = [
    "rating": .rating, "archive warning": .warning, "category": .category, "categorie": .category,
    "fandom": .fandom,
    "relationship": .relationship, "character": .character, "additional tag": .tag,
    "language": .language, "series": .series,
    "serie": .series,
  ]

  /// "Published: 2012-01-02 Completed: 2013-04-05 Words: 7,526 Chapters: 3/3".
  private func stateStats(_ text: String, _ page: inout SitePage) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    for (label, value) in zip(words, words.dropFirst()) {
      switch label {
      case "Published:": page.state(.published, value)
      case "Updated:", "Completed:": page.state(.updated, value)
      case "Chapters:": page.state(.chapters, value)
      default: break
      }
    }
  }

  /// "Summary" and "Notes" in paragraphs of their own, each over its quotation.
  private func addLabelled(in scope: MarkupTree.Node?, _ page: inout SitePage, isWork: Bool) {
    guard let scope else { return }
    var label = ""
    for node in tree.descendants(of: scope) {
      if tree.isElement(node, "p") { label = Folding.fold(tree.text(of: node)) }
      guard tree.isElement(node, "blockquote") else { continue }
      if label.hasSuffix("summary"), isWork {
        page.state(.summary, paragraphsOf: node, in: tree)
        page.metadata.append(node)
      } else {
        page.add(node, as: .note(label.hasSuffix("summary") ? .summary : .authorsNote))
      }
    }
  }

  private static let heading: Selector = ".heading"

  private func addChapters(_ page: inout SitePage) {
    guard let chapters = tree.first("#chapters") else { return }
    for node in tree.children(of: chapters) where tree.kind(of: node) == .element {
      let classes = tree.classes(of: node)
      if classes.contains(where: { $0.hasPrefix("userstuff") }) {
        page.add(node, as: .body)
      } else if classes.contains("meta") || tree.isElement(node, "div") {
        page.add(
          tree.first(Self.heading, in: node) ?? tree.first("h2", in: node), as: .heading(.chapter))
        addLabelled(in: node, &page, isWork: false)
      } else if tree.isElement(node, "h2"), !classes.contains("toc-heading") {
        page.add(node, as: .heading(.chapter))
      } else if tree.isElement(node, "h2"), tree.all("#chapters > .meta").isEmpty,
        tree.all("#chapters > h2").count > 1
      {
        page.add(node, as: .heading(.chapter))
      }
    }
  }
}

extension String {
  /// A label without its plural: "fandoms" and "fandom(s)" are one.
  fileprivate var trimmingPlural: String {
    var word = self
    if word.hasSuffix("(s)") {
      word.removeLast(3)
    } else if word.hasSuffix("s"), word != "series" {
      word.removeLast()
    }
    return word
  }
}
