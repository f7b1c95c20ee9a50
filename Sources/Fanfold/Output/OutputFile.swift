#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// A file that is made or replaced in one step.
struct OutputFile {
  private let path: String
  private let existing: FileStatus?

  init(_ path: String, existing: FileStatus?) {
    self.path = path
    self.existing = existing
  }

  /// Writes the bytes beside the target, waits until the disk has them, then renames. A link is followed; what is
  /// no file (a pipe, a device) is written to directly.
  func write(_ bytes: [UInt8]) throws(SystemError) {
    if existing?.kind == .other {
      try OpenFile(writing: path, creating: false).write(bytes)
      return
    }
    let target = existing == nil ? path : resolved
    let temporary = try temporaryPath(beside: target)
    do throws(SystemError) {
      try fill(temporary, with: bytes)
      guard rename(temporary, target) == 0 else { throw .last }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private func fill(_ temporary: String, with bytes: [UInt8]) throws(SystemError) {
    let file = try OpenFile(writing: temporary, creating: false)
    try file.write(bytes)
    if let existing, chmod(temporary, existing.permissions) != 0 { throw .last }
    try file.sync()
  }

  /// Makes a new, empty file in the target's folder, so that renaming never crosses a file system.
  private func temporaryPath(beside target: String) throws(SystemError) -> String {
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? ""
    var attempt = 0
    while true {
      let path = "\(folder).fanfold-\(getpid())-\(attempt).part"
      do {
        _ = try OpenFile(writing: path, creating: true)
        return path
      } catch {
        guard error.isCollision, attempt < 100 else { throw error }
        attempt += 1
      }
    }
  }

  /// The file behind a link, so that the link itself is not replaced by the book.
  private var resolved: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
