internal import FanfoldMarkup

/// Reads the pages of one kind of site software.
protocol SiteEngine: Sendable {
  /// The sites whose pages the engine reads.
  var names: [String] { get }
  /// What the page says and where its story is; `nil` when the page is not of this engine.
  func page(_ tree: MarkupTree, file: String) throws(ReadError) -> SitePage?
}

/// All sites whose pages are known, each recognised by what is in the page and never by a file's name.
struct SiteCatalog: Sendable {
  private let engines: [any SiteEngine]
  /// The labels under which pages state what their stories are.
  let labels: HeaderLabels

  init(labels: HeaderLabels = .shared) {
    engines =
      [OTWArchive(), FanFictionNet(), XenForo(), LiveJournal(), FanFicFareExport(labels: labels)]
      + SelectorSite.all(labels: labels)
    self.labels = labels
  }

  /// The names of all sites.
  var names: [String] { engines.flatMap(\.names) }

  /// The page as the first engine that knows it reads it.
  func page(_ tree: MarkupTree, file: String) throws(ReadError) -> SitePage? {
    for engine in engines {
      if let page = try engine.page(tree, file: file) { return page }
    }
    return nil
  }
}
