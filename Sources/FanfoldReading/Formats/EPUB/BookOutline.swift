internal import FanfoldPublication
internal import FanfoldStory

/// Where the chapters of a book begin, by its table of contents.
struct BookOutline {
  /// The beginning of a chapter or a part.
  struct Start {
    var title: String
    var fragment: String?
    var kind: Chapter.Kind
  }

  /// The starts in each document, in order.
  private(set) var starts: [String: [Start]] = [:]
  /// How many there are.
  var count: Int { starts.values.reduce(0) { $0 + $1.count } }

  /// The outline over the documents with the story's text, given with their sizes.
  init(_ contents: [ContentsEntry], sizes: [String: Int]) {
    var level = contents.filter { reaches($0) }
    func reaches(_ entry: ContentsEntry) -> Bool {
      entry.flattened.contains { $0.path.map { sizes[$0] != nil } ?? false }
    }
    // A lone entry with others below is the book.
    while level.count == 1, !level[0].children.isEmpty {
      level = level[0].children.filter(reaches)
    }
    for entry in level {
      let below = entry.children.filter { child in
        reaches(child) && child.path != entry.path
      }
      if below.count >= 2 || below.count == 1 && entry.path == nil {
        add(entry, .part, sizes)
        for child in entry.children where reaches(child) { add(child, .chapter, sizes) }
      } else {
        add(entry, .chapter, sizes)
      }
    }
  }

  private mutating func add(_ entry: ContentsEntry, _ kind: Chapter.Kind, _ sizes: [String: Int]) {
    guard let path = entry.path ?? entry.flattened.lazy.compactMap(\.path).first,
      sizes[path] != nil, !entry.title.isEmpty
    else { return }
    let fragment = entry.path == nil ? nil : entry.fragment
    starts[path, default: []].append(Start(title: entry.title, fragment: fragment, kind: kind))
  }
}
