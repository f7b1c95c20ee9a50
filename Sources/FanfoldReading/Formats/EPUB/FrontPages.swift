internal import FanfoldMarkup
internal import FanfoldPublication

/// Tells the pages of a book that are the maker's, a cover, a table of contents, an imprint, from those of the story.
/// The words are rows of `book-pages.txt`.
struct FrontPages {
  private let types: Set<String>
  private let names: Set<String>
  private let landmarks: [String: String]
  private let navigation: String?
  private let titles: [String: String]

  init(_ publication: Publication) {
    var types: Set<String> = []
    var names: Set<String> = []
    for row in Table("book-pages").rows where row.count >= 2 {
      if row[0] == "type" { types.insert(row[1]) } else { names.insert(row[1]) }
    }
    self.types = types
    self.names = names
    navigation = publication.package.navigation?.path
    landmarks = Dictionary(
      publication.landmarks.filter { $0.fragment == nil }.map { ($0.path, $0.type) },
      uniquingKeysWith: { first, _ in first })
    titles = Dictionary(
      publication.contents.flatMap(\.flattened).compactMap { entry in
        entry.path.map { ($0, Folding.fold(entry.title)) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a page is not of the story.
  func contains(_ document: BookDocument) -> Bool {
    if document.path == navigation || document.size == 0 { return true }
    if !document.types.isDisjoint(with: types) { return true }
    if let type = landmarks[document.path], types.contains(type) { return true }
    return titles[document.path].map(names.contains) ?? false
  }
}
