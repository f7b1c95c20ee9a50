/// The names of a batch's books that are taken.
///
/// Names that differ only in capitals or in how an accent is encoded are one file on many disks; so they are one
/// here: the later story in the order of the inputs gets a number, the same one every time.
package struct NameShelf {
  private var taken: Set<String> = []
  private var folders: [String: String] = [:]

  package init() {}

  package func has(_ path: String) -> Bool { taken.contains(path.lowercased()) }

  /// Takes a name as it is, for a book that is there.
  package mutating func reserve(_ path: String) { taken.insert(path.lowercased()) }

  /// Takes the wished name or the next free one, "Title (2).epub".
  package mutating func take(_ wish: String) -> String {
    let path = spelled(wish)
    let ending = [NameTemplate.Ending.kepub, .epub].first { path.hasSuffix($0.rawValue) }
    let dot = path.index(path.endIndex, offsetBy: -(ending?.rawValue.count ?? 0))
    var candidate = path
    var number = 2
    while has(candidate) {
      candidate = "\(path[..<dot]) (\(number))\(path[dot...])"
      number += 1
    }
    reserve(candidate)
    return candidate
  }

  /// A folder is spelled as it was first.
  private mutating func spelled(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return path }
    let folder = String(path[..<slash])
    let spelling = folders[folder.lowercased()] ?? folder
    folders[folder.lowercased()] = spelling
    return spelling + path[slash...]
  }
}
