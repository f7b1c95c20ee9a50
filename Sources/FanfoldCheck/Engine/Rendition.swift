internal import FanfoldMarkup

/// One rendition of a book while it is judged: what all checks share.
struct Rendition {
  /// What was decided before the rendition was looked at.
  struct Context {
    /// The book's name, for what concerns it whole.
    let name: String
    var version: EPUBVersion
    var profile: Profile
    /// What kinds of publication it says it is.
    var types: Set<String> = []
    var files: BookFiles
    /// Where it is judged.
    let desk: Desk
    /// Whether there is a book, and not just one document.
    let isBook: Bool
    var hasSeveralRenditions = false

    /// Whether the rules of a profile hold, because they were asked for or the book says so.
    func follows(_ profile: Profile, type: String) -> Bool {
      self.profile == profile || types.contains(type)
    }
  }

  var context: Context
  var findings: Findings
  var package: PackageDocument
  var registry = ResourceRegistry()
  var features = Features()
  var facts = PublicationFacts()
  /// For each content document, the overlay that speaks of it first.
  var overlays: [BookURL: String] = [:]
  /// Whether its package document is listed in another, and how many are listed in its own.
  var isInner = false
  var innerPackages = 0

  init(_ context: Context, package url: BookURL, _ findings: Findings) {
    self.context = context
    self.findings = findings
    package = PackageDocument(url: url)
  }

  var version: EPUBVersion { context.version }

  /// The package document as a whole.
  var packagePlace: Place { Place(package.url.bookPath) }

  /// Whether a URL leads out of the book.
  func isRemote(_ url: BookURL) -> Bool {
    guard !url.isData else { return false }
    return context.isBook
      ? url.host != BookURL.rootHost || url.scheme == "file" : !url.hasOrigin(of: package.url)
  }

  mutating func register(
    _ url: BookURL?, _ kind: Reference.Kind, at place: Place, hasFallback: Bool = false
  ) {
    guard let url, context.isBook else { return }
    registry.register(Reference(url: url, kind: kind, place: place, hasFallback: hasFallback))
  }
}

/// What content documents were seen to have, as far as the book as a whole has to know.
struct Features: Sendable {
  var hasScripts = false
  var dictionaries: [Place] = []
  var pageBreaks = 0
  var hasPageList = false
  var sections: Set<Place> = []
  /// In the order they stand, each place once.
  var tocLinks: [Place] = []
  var hasAudio = false
  var hasVideo = false
  var hasFigures = false
  var hasTables = false
  /// The lists that the navigation document has: loa, loi, lot, lov.
  var lists: Set<String> = []
  var microdata: Place?
  var hasRDFa = false
  var activeClass: String?
  var playbackClass: String?
}
