/// The indexes of an anthology: who wrote what, and which stories are about what.
struct AnthologyIndexes {
  let stories: [BoundStory]
  /// The stories' lines, in the same order.
  let rows: [StoryRow]

  /// An index with the name of its page.
  struct Index {
    var name: String
    var title: String
    var entries: [IndexEntry]
  }

  /// With fewer stories the table of them is all that anybody needs.
  private static let leastStories = 5

  /// The indexes that tell more than a single entry.
  var all: [Index] {
    guard stories.count >= Self.leastStories else { return [] }
    let indexes = [
      Index(
        name: "index-authors", title: "Authors",
        entries: entries { story in
          story.metadata.creators.map { (term: $0.name, key: $0.sortName) }
        }),
      Index(
        name: "index-fandoms", title: "Fandoms", entries: entries { Self.terms($0.labels.fandoms) }
      ),
      Index(
        name: "index-relationships", title: "Relationships",
        entries: entries { Self.terms($0.labels.relationships) }),
      Index(name: "index-tags", title: "Tags", entries: entries { Self.terms($0.labels.tags) }),
    ]
    return indexes.filter { $0.entries.count > 1 }
  }

  private static func terms(_ values: [String]) -> [(term: String, key: String)] {
    values.map { ($0, SortTitle.of($0, language: "en")) }
  }

  /// The terms in alphabetical order, each spelled as it was first; capitals make no difference.
  private func entries(
    _ terms: (BoundStory) -> [(term: String, key: String)]
  ) -> [IndexEntry] {
    var entries: [String: IndexEntry] = [:]
    for (story, row) in zip(stories, rows) {
      var seen: Set<String> = []
      for (term, key) in terms(story) {
        let key = key.lowercased()
        guard seen.insert(key).inserted else { continue }
        entries[key, default: IndexEntry(term: term, stories: [])].stories.append(row)
      }
    }
    return entries.sorted { $0.key < $1.key }.map(\.value)
  }
}
