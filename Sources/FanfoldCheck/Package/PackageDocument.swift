/// What a package document says, as far as its own text tells.
struct PackageDocument: Sendable {
  /// Whether EPUBCheck fails in it, and judges nothing behind.
  var isGivenUp = false
  let url: BookURL
  var items: [ManifestItem] = []
  /// Places in `items`, in the order of the spine.
  var spine: [Int] = []
  var itemsByID: [String: Int] = [:]
  var itemsByURL: [BookURL: Int] = [:]
  var guide: [GuideReference] = []
  var metadata = MetadataSet()
  var links: [BookURL] = []
  var collections: [Collection] = []
  /// The value of the unique identifier.
  var identifier: String?
  var identifierID: String?
  /// As the document has it.
  var versionText: String?
  var identifierExists = false
  /// Whether it is in the syntax before EPUB.
  var isOEB = false
  /// Where the page map is asked for that Adobe's readers know.
  var pageMap: (id: String, place: Place)?

  struct GuideReference: Sendable {
    let url: BookURL?
    let place: Place
  }

  struct Collection: Sendable {
    var roles: Set<String> = []
    var links: [BookURL] = []
    var collections: [Collection] = []
  }

  func item(at url: BookURL) -> ManifestItem? { itemsByURL[url].map { items[$0] } }
}
