/// What the journal has of stories that are not among those of a run.
struct Leftovers {
  /// Whose files are there, only nobody named them this time.
  private(set) var strangers: [JournalEntry] = []
  /// Whose files are gone.
  private(set) var orphans: [JournalEntry] = []
  /// Whose files belong to other stories now, since a part came or went.
  private(set) var regrouped: [JournalEntry] = []

  init(_ entries: [String: JournalEntry], stories: [BatchStory]) {
    let keys = Set(stories.map(\.key))
    let paths = Set(stories.flatMap(\.paths))
    for key in entries.keys.sorted() where !keys.contains(key) {
      guard let entry = entries[key] else { continue }
      let files = key.split(separator: "\n").map(String.init)
      let there = files.filter { FileStatus(path: $0) != nil }
      if there.isEmpty {
        orphans.append(entry)
      } else if there.allSatisfy(paths.contains) {
        regrouped.append(entry)
      } else {
        strangers.append(entry)
      }
    }
  }
}
