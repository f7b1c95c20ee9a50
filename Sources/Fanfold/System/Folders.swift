#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Changes to what is in folders.
enum Folders {
  /// Makes a folder and those around it; one that is there is fine.
  static func make(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o777) != 0, FileStatus(path: path)?.kind != .folder else { return }
    let error = SystemError.last
    guard error.kind == .missing, let slash = path.lastIndex(of: "/"), slash > path.startIndex
    else { throw error }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || FileStatus(path: path)?.kind == .folder else { throw .last }
  }

  /// Puts a file in another's place, in one step.
  static func move(_ path: String, to target: String) throws(SystemError) {
    guard rename(path, target) == 0 else { throw .last }
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Removes the files of a folder.
  static func clear(_ path: String) {
    for name in (try? FolderContents.names(in: path)) ?? [] { remove(path + "/" + name) }
  }

  /// Removes a folder if nothing is in it.
  static func removeEmpty(_ path: String) { rmdir(path) }
}
