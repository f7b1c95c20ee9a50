internal import FanfoldArchive

/// The files of a book, packed, expanded, or none but one.
struct BookFiles {
  private enum Source {
    case nothing
    case packed(ContainerReader)
    case folder(FolderFiles, present: Set<String>)
    case single(name: String, bytes: [UInt8])
  }

  private let source: Source

  init() { source = .nothing }
  init(_ container: ContainerReader) { source = .packed(container) }
  init(_ folder: FolderFiles) { source = .folder(folder, present: Set(folder.paths)) }
  init(name: String, bytes: [UInt8]) { source = .single(name: name, bytes: bytes) }

  /// The paths of all files, in the book's order; folders end with a slash.
  var paths: [String] {
    switch source {
    case .nothing: []
    case .packed(let container): container.entries.map(\.path)
    case .folder(let folder, _): folder.paths
    case .single(let name, _): [name]
    }
  }

  func contains(_ path: String) -> Bool {
    switch source {
    case .nothing: false
    case .packed(let container): container.entry(at: path) != nil
    case .folder(_, let present): present.contains(path)
    case .single(let name, _): name == path
    }
  }

  /// The bytes of a file, or nothing when it is not there or cannot be read.
  func bytes(at path: String) -> [UInt8]? {
    switch source {
    case .nothing: return nil
    case .packed(let container): return try? container.bytes(at: path)
    case .folder(let folder, let present):
      return present.contains(path) ? folder.read(path) : nil
    case .single(let name, let bytes): return name == path ? bytes : nil
    }
  }
}
