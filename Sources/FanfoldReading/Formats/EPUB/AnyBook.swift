internal import FanfoldMarkup
internal import FanfoldPublication
internal import FanfoldStory

/// A book whose maker is not known.
struct AnyBook {
  private let documents: [BookDocument]
  private let front: FrontPages
  private let contents: [ContentsEntry]
  private let parser: HeadingParser

  init(_ publication: Publication, _ documents: [BookDocument], lexicon: Lexicon) {
    self.documents = documents
    front = FrontPages(publication)
    contents = publication.contents
    parser = HeadingParser(words: lexicon.headings)
  }

  /// A page for each document.
  func pages() -> [SitePage] {
    var story = documents.filter { !front.contains($0) }
    // A book of such pages only is somebody's story all the same.
    if story.isEmpty { story = documents }
    let sizes = Dictionary(
      story.map { ($0.path, $0.size) }, uniquingKeysWith: { first, _ in first })
    let outline = BookOutline(contents, sizes: sizes)
    // A contents of one line says where the text begins, not what its chapters are.
    let isTold = outline.count >= 2
    return documents.map { document in
      var page = SitePage(site: "the book")
      if let title = document.tree.first("head title") { page.metadata.append(title) }
      guard sizes[document.path] != nil, let body = document.body else { return page }
      if isTold {
        let starts = outline.starts[document.path] ?? []
        ChapterParts(document, starts, parser: parser).add(body, to: &page)
      } else {
        page.add(body, as: nil)
      }
      return page
    }
  }
}
