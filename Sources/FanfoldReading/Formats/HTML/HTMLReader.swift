internal import FanfoldMarkup
internal import FanfoldStory

/// A saved page → manuscript. A page of a known site is read as that site builds its pages; of any other the main
/// text is found.
struct HTMLReader {
  let sites: SiteCatalog

  func read(_ text: [UInt8], file: StoryFile) throws(ReadError) -> Manuscript {
    let tree: MarkupTree
    do { tree = try HTMLDocument.parse(text) } catch { throw ReadError.badMarkup(file.name, error) }
    try PageRefusal.check(tree, file: file.name)
    let styles = HiddenStyles(tree)
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    let known = try sites.page(tree, file: file.name)
    let page = known ?? Self.unknownPage(tree, styles)
    // A fact of a page may be put together from several places.
    builder.sourceLine = 0
    for fact in page.facts { builder.state(fact.subject, fact.value, isItem: fact.isItem) }
    builder.sourceLine = 1
    for remark in page.remarks { builder.remark(remark) }
    var writer = PageWriter(tree: tree, page: page, flattener: HTMLFlattener(tree, styles: styles))
    writer.write(into: &builder)
    let manuscript = builder.finish(hasTypedMarks: true)
    if known == nil { try PageRefusal.checkProse(manuscript) }
    return manuscript
  }

  /// What can be said of a page that no site claims: its title, and where the text is.
  private static func unknownPage(_ tree: MarkupTree, _ styles: HiddenStyles) -> SitePage {
    var page = SitePage(site: "the page")
    if let title = tree.first("title") {
      let words = PairingParser.trimmed(tree.text(of: title))
      if !words.isEmpty { page.facts.append(.init(subject: .pageTitle, value: words)) }
      page.metadata.append(title)
    }
    if let (node, furniture) = MainContent(tree, styles: styles).find() {
      page.parts.append(SitePage.Part(node: node, role: nil))
      page.skipped = furniture
    }
    return page
  }
}

extension ReadError {
  static func badMarkup(_ file: String, _ error: MarkupError) -> ReadError {
    ReadError(
      "bad-markup", file: file, problem: "the page cannot be read: \(error)",
      help: "save the page again as HTML")
  }
}
