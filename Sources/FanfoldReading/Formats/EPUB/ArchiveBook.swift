internal import FanfoldMarkup
internal import FanfoldStory

/// A book from the Archive of Our Own, which is the HTML download parted into documents by calibre (looked at
/// 2026-11): the preface with the tags, the chapters, the afterword; classes have numbers put after them.
struct ArchiveBook {
  /// A page for each document.
  let pages: [SitePage]

  init?(_ documents: [BookDocument]) {
    guard documents.contains(where: { $0.tree.first("#preface dl.tags") != nil }),
      documents.contains(where: { $0.tree.first("#chapters") != nil })
    else { return nil }
    pages = documents.map { document in
      var page = Download(document.tree).page()
      if let title = document.tree.first("head title") { page.metadata.append(title) }
      return page
    }
  }
}
