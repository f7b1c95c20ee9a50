/// The files that lie in folders and in the folders there, in the order people number them.
struct StoryWalk {
  struct Found: Hashable {
    let path: String
    /// Whether it was named itself.
    let isNamed: Bool

    /// The folder it is in, with the slash.
    var folder: Substring {
      path.lastIndex(of: "/").map { path[...$0] } ?? ""
    }
  }

  private(set) var files: [Found] = []
  private(set) var failures: [ConversionError] = []
  /// Each file and folder is seen once, by whatever links; so no loop of links is walked twice.
  private var seen: Set<[UInt64]> = []

  /// Walks the inputs; of the folder where the books go, nothing is an input.
  init(_ paths: [String], output: String) {
    if let status = FileStatus(path: output) { seen.insert(status.identity) }
    for path in paths { add(path, isNamed: true) }
  }

  private mutating func add(_ path: String, isNamed: Bool) {
    guard let status = FileStatus(path: path) else {
      if isNamed { failures.append(InputFile.unreadable(path, .last)) }
      return
    }
    guard seen.insert(status.identity).inserted else { return }
    switch status.kind {
    case .regular: files.append(Found(path: path, isNamed: isNamed))
    case .folder: walk(path)
    case .other:
      guard isNamed else { return }
      failures.append(
        ConversionError(
          .input, "no-file", file: path, problem: "this is no file",
          help: "a batch reads files and folders"))
    }
  }

  private mutating func walk(_ path: String) {
    let folder = path.hasSuffix("/") ? path : path + "/"
    do throws(SystemError) {
      for name in try FolderContents.names(in: path) where !Self.isFurniture(name) {
        add(folder + name, isNamed: false)
      }
    } catch {
      failures.append(
        ConversionError(
          .system, "unreadable-folder", file: path, problem: error.description,
          help: "ask its owner for the right to read it"))
    }
  }

  /// Sidecars, and what a browser saves beside a page.
  private static func isFurniture(_ name: String) -> Bool {
    name.hasSuffix(SidecarFile.ending) || name.hasSuffix(savedEnding)
  }

  /// How the name of a folder with a page's pictures ends.
  static let savedEnding = "_files"
}
