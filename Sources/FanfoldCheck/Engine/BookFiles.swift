internal import FanfoldArchive

/// The files of a book, packed or expanded, by their paths; paths that differ only in how Unicode
/// writes them are one.
struct BookFiles {
  private enum Source {
    case nothing
    case packed(ZipDirectory)
    case folder(FolderFiles)
  }

  private let source: Source
  /// For each path as URLs name it, where the file is.
  private var places: [String: Int] = [:]
  /// The paths of all files and folders in the book's order; folders end with a slash.
  let paths: [String]
  /// The files that are encrypted, or obfuscated.
  private(set) var encrypted: Set<String> = []

  init() {
    source = .nothing
    paths = []
  }

  init(_ container: ZipDirectory) {
    source = .packed(container)
    paths = container.entries.map(\.path)
    index()
  }

  init(_ folder: FolderFiles) {
    source = .folder(folder)
    paths = folder.paths
    index()
  }

  private mutating func index() {
    places.reserveCapacity(paths.count)
    for (place, path) in paths.enumerated() where !path.hasSuffix("/") {
      places[Self.normalized(path)] = place
    }
  }

  /// A path as a URL would have it: from the root, dots resolved.
  private static func normalized(_ path: String) -> String {
    var last = UInt8(ascii: "/")
    var isPlain = path.utf8.first != last
    for byte in path.utf8 {
      // A dot at the end of a name is rare enough to be looked into.
      if last == UInt8(ascii: "."), byte == UInt8(ascii: "/") { isPlain = false }
      last = byte
    }
    guard !isPlain || last == UInt8(ascii: ".") else { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.drop(while: \.isEmpty).joined(separator: "/")
  }

  /// The paths of the files as URLs name them, in the book's order.
  var filePaths: [String] {
    places.sorted { $0.value < $1.value }.map(\.key)
  }

  func contains(_ path: String) -> Bool { places[path] != nil }

  func isEncrypted(_ path: String) -> Bool { encrypted.contains(path) }

  mutating func markEncrypted(_ path: String) { encrypted.insert(path) }

  /// Whether a file's bytes are those that its checksum was made of.
  func isWhole(_ bytes: [UInt8], at path: String) -> Bool {
    guard let place = places[path], case .packed(let container) = source else { return true }
    return Checksum.crc32(bytes) == container.entries[place].checksum
  }

  /// The bytes of a file, or nothing when it is not there or cannot be read.
  func bytes(at path: String) -> [UInt8]? {
    guard let place = places[path] else { return nil }
    switch source {
    case .nothing: return nil
    case .packed(let container): return container.contents(of: container.entries[place])
    case .folder(let folder): return folder.read(paths[place])
    }
  }
}
