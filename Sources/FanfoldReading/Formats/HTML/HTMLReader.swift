internal import FanfoldMarkup
internal import FanfoldStory

/// A saved page → manuscript. A page of a known site is read as that site builds its pages; of any other the main
/// text is found.
struct HTMLReader {
  let sites: SiteCatalog
  let headings: HeadingWords
  /// Reads what is a plain text within a page.
  let plainText: PlainTextReader

  func read(_ text: [UInt8], file: StoryFile) throws(ReadError) -> Manuscript {
    let tree: MarkupTree
    do {
      tree = try HTMLDocument.parse(TypedEntry.page(text) ?? text)
    } catch { throw ReadError.badMarkup(file.name, error) }
    try PageRefusal.check(tree, file: file.name)
    var styles = PageStyles(tree)
    var builder = ManuscriptBuilder(file: file, textCapacity: text.count)
    let known = try sites.page(tree, file: file.name)
    let page =
      known
      ?? UnknownPage(
        tree, styles: styles, labels: sites.labels, headings: HeadingParser(words: headings)
      ).page()
    styles.show(page.shown)
    // A fact of a page may be put together from several places.
    builder.sourceLine = 0
    for fact in page.facts { builder.state(fact.subject, fact.value, isItem: fact.isItem) }
    builder.sourceLine = 1
    for remark in page.remarks { builder.remark(remark) }
    var writer = PageWriter(
      tree: tree, page: page, styles: styles, neighbours: Neighbours(of: file))
    writer.write(into: &builder)
    var manuscript = builder.finish(hasTypedMarks: true)
    if !manuscript.statesRoles {
      let links = known != nil ? [] : tree.all("a", in: page.textScope ?? tree.root)
      let size = links.reduce(0) { $0 + tree.text(of: $1).utf8.count }
      try PageRefusal.checkText(manuscript, links: size, file: file.name)
    }
    if known == nil {
      try plainText.readPreformatted(&manuscript)
      try CopiedRefusal.check(manuscript.text, lines: manuscript.lines, file: file.name)
    }
    return manuscript
  }
}

extension ReadError {
  static func badMarkup(_ file: String, _ error: MarkupError) -> ReadError {
    ReadError(
      "bad-markup", file: file, problem: "the page cannot be read: \(error)",
      help: "save the page again as HTML")
  }
}
