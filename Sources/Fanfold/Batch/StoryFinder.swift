/// Finds out which files are parts of one story.
///
/// Only files in one folder whose names differ in a number are asked, and they are parts only when each says which
/// part it is ("Part 2/3", "Chapter 7") and none contradicts: not by its title and not by having another's number.
struct StoryFinder {
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// The stories, in the order of their first files.
  func stories(_ files: [StoryWalk.Found]) -> [BatchStory] {
    var clusters: [String: [Int]] = [:]
    for (index, file) in files.enumerated() {
      if let shape = Self.shape(file) { clusters[shape, default: []].append(index) }
    }
    var parts: [Int: [Int]] = [:]
    var later: Set<Int> = []
    for cluster in clusters.values where cluster.count > 1 {
      for group in groups(cluster, files) {
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
    let ending = file.path.split(separator: ".").last ?? ""
    return "\(file.folder)\n\(stem[..<digit].lowercased())\n\(ending.lowercased())"
  }

  private static func title(of folder: Substring) -> String? {
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    guard !["", ".", ".."].contains(name) else { return nil }
    return InputFile(name: name, bytes: []).storyTitle
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character)
  }

  /// Those of a cluster that are parts, story by story.
  private func groups(_ cluster: [Int], _ files: [StoryWalk.Found]) -> [[Int]] {
    var signs: [(index: Int, sign: PartSign)] = []
    for index in cluster {
      if let sign = PartSign(path: files[index].path, limit: limit) { signs.append((index, sign)) }
    }
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
