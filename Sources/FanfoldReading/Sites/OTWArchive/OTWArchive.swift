internal import FanfoldMarkup
internal import FanfoldStory

/// The Archive of Our Own and the other archives that run its software, otwarchive: pages saved from a browser (one
/// chapter or the entire work) and the HTML downloads, old and new. Structure read off the software's templates and
/// saved pages of 2010 to 2026.
struct OTWArchive: SiteEngine {
  func page(_ tree: MarkupTree, file: String) throws(ReadError) -> SitePage? {
    if tree.first("dl.work.meta") != nil, tree.first("#workskin") != nil {
      return WorkPage(tree).page()
    }
    if tree.first("#preface .meta") != nil, tree.first("#chapters") != nil {
      return Download(tree).page()
    }
    return nil
  }

  static let name = "Archive of Our Own"
  var names: [String] { [Self.name] }

  /// The address of a work, from the first link to it; `nil` when the page has none.
  static func address(_ tree: MarkupTree) -> String? {
    for node in tree.all("a[href*='/works/']") {
      guard let target = tree.attribute("href", of: node),
        let found = target.firstRange(of: "/works/")
      else { continue }
      let digits = target[found.upperBound...].prefix(while: \.isNumber)
      guard !digits.isEmpty else { continue }
      let host = target[..<found.lowerBound]
      return (host.hasPrefix("http") ? String(host) : "https://archiveofourown.org") + "/works/"
        + digits
    }
    return nil
  }
}
