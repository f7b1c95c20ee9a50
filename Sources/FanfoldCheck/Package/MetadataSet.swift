/// The metadata of a package document, with what refines what (EPUB 3.3 §5.5).
struct MetadataSet: Sendable {
  struct Entry: Sendable {
    let id: String?
    let property: Property
    let value: String
    /// The id it refines, or the URL of what it refines.
    let refines: String?
  }

  private(set) var entries: [Entry] = []

  mutating func add(_ entry: Entry) { entries.append(entry) }

  func primary(_ name: String, of vocabulary: String) -> [Entry] {
    entries.filter { $0.refines == nil && $0.property.isThe(name, of: vocabulary) }
  }

  func all(_ name: String, of vocabulary: String) -> [Entry] {
    entries.filter { $0.property.isThe(name, of: vocabulary) }
  }

  func isRefined(_ entry: Entry, by name: String, _ value: String) -> Bool {
    guard let id = entry.id else { return false }
    return all(name, of: Vocabularies.URL.meta).contains { $0.refines == id && $0.value == value }
  }

  /// Whether an entry refines, in the end, itself.
  var hasCycle: Bool {
    var next: [String: [String]] = [:]
    for entry in entries {
      if let id = entry.id, let refines = entry.refines { next[id, default: []].append(refines) }
    }
    var done: Set<String> = []
    for start in next.keys.sorted() where !done.contains(start) {
      var path: [(id: String, upcoming: Int)] = [(start, 0)]
      var onPath: Set<String> = [start]
      while let (id, upcoming) = path.last {
        let targets = next[id] ?? []
        if upcoming < targets.count {
          path[path.count - 1].upcoming += 1
          let target = targets[upcoming]
          if onPath.contains(target) { return true }
          if !done.contains(target), next[target] != nil {
            path.append((target, 0))
            onPath.insert(target)
          }
        } else {
          path.removeLast()
          onPath.remove(id)
          done.insert(id)
        }
      }
    }
    return false
  }
}
