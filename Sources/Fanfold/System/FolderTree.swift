#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// All that lies in a folder, however deep.
enum FolderTree {
  /// The paths below a folder, counted from it; folders end with a slash. Links are not followed
  /// out of the tree: a folder seen already is not entered again.
  static func paths(in folder: String, atMost limit: Int) throws(SystemError) -> [String] {
    var found: [String] = []
    var waiting = [""]
    var entered: Set<[UInt64]> = []
    while let inner = waiting.popLast() {
      guard let status = FileStatus(path: folder + "/" + inner),
        entered.insert(status.identity).inserted
      else { continue }
      for name in try names(in: folder + "/" + inner).sorted() {
        guard found.count < limit else { return found }
        guard let status = FileStatus(path: folder + "/" + inner + name) else { continue }
        found.append(inner + name + (status.kind == .folder ? "/" : ""))
        if status.kind == .folder { waiting.append(inner + name + "/") }
      }
    }
    return found.sorted()
  }

  private static func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw .last }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(
          to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)
        ) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
