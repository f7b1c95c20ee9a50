internal import FanfoldReading

/// Finds out which files are parts of one story.
///
/// Only files in one folder whose names differ in a number are asked, and they are parts only when each says which
/// part it is ("Part 2/3", "Chapter 7") and none contradicts: not by its title and not by having another's number.
struct StoryFinder {
  let limit: Int
  /// How many files are asked at once.
  let jobs: Int

  /// The stories, in the order of their first files.
  func stories(_ files: [StoryWalk.Found]) async -> [BatchStory] {
    var clusters: [String: [Int]] = [:]
    for (index, file) in files.enumerated() {
      if let shape = Self.shape(file) { clusters[shape, default: []].append(index) }
    }
    let asked = clusters.values.filter { $0.count > 1 }
    let signs = await signs(of: asked.joined().map { ($0, files[$0].path) })
    var parts: [Int: [Int]] = [:]
    var later: Set<Int> = []
    for cluster in asked {
      for group in groups(cluster, signs) {
        parts[group[0]] = group
        later.formUnion(group.dropFirst())
      }
    }
    let inFolder = Dictionary(grouping: files, by: \.folder).mapValues(\.count)
    return files.indices.filter { !later.contains($0) }.map { index in
      let group = parts[index] ?? [index]
      let folder = files[index].folder
      let fillsFolder = group.count > 1 && inFolder[folder] == group.count
      return BatchStory(
        files: group.map { files[$0].path }, isFromFolder: !files[index].isNamed,
        folderTitle: fillsFolder ? Self.title(of: folder) : nil)
    }
  }

  /// The folder, the ending, and the name up to its first number; `nil` for a name without one.
  private static func shape(_ file: StoryWalk.Found) -> String? {
    let stem = InputFile(name: file.path, bytes: []).stem
    guard let digit = stem.firstIndex(where: isDigit) else { return nil }
    let ending = (file.path.split(separator: ".").last ?? "").lowercased()
    // A book is whole.
    guard ending != "epub" else { return nil }
    return "\(file.folder)\n\(stem[..<digit].lowercased())\n\(ending)"
  }

  private static func title(of folder: Substring) -> String? {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    guard !["", ".", ".."].contains(name) else { return nil }
    return InputFile(name: name, bytes: []).storyTitle
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  /// What the files say.
  private func signs(of files: [(index: Int, path: String)]) async -> [Int: PartSign] {
    guard !files.isEmpty else { return [:] }
    let reader = StoryReader()
    let limit = limit
    var signs: [Int: PartSign] = [:]
    await mapConcurrently(files.map(\.path), width: jobs) {
      PartSign(path: $0, limit: limit, reader: reader)
    } inOrder: { place, sign in
      signs[files[place].index] = sign
      return true
    }
    return signs
  }

  /// Those of a cluster that are parts, story by story.
  private func groups(_ cluster: [Int], _ all: [Int: PartSign]) -> [[Int]] {
    let signs = cluster.compactMap { index in all[index].map { (index: index, sign: $0) } }
    let titles = Set(signs.compactMap(\.sign.title))
    var stories: [String: [(index: Int, sign: PartSign)]] = [:]
    for entry in signs {
      // A later part often has no header; it belongs to the only story there is.
      let title = entry.sign.title ?? (titles.count == 1 ? titles.first : nil) ?? ""
      stories[title, default: []].append(entry)
    }
    return stories.values.compactMap { story in
      let numbers = Set(story.map(\.sign.number))
      return story.count > 1 && numbers.count == story.count ? story.map(\.index) : nil
    }
  }
}
