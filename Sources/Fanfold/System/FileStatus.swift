#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// What the file system knows about a file.
struct FileStatus {
  enum Kind {
    case regular, folder
    /// A pipe, a terminal, a device.
    case other
  }

  let kind: Kind
  /// In bytes; 0 for what has no size.
  let size: Int
  /// In seconds since 1970.
  let modified: Int64
  /// The same in nanoseconds, to tell whether a file was changed.
  let modifiedNanoseconds: Int
  let permissions: mode_t
  /// Equal for two names of the same file.
  let identity: [UInt64]

  init(_ status: stat) {
    switch status.st_mode & mode_t(S_IFMT) {
    case mode_t(S_IFREG): kind = .regular
    case mode_t(S_IFDIR): kind = .folder
    default: kind = .other
    }
    size = kind == .regular ? Int(status.st_size) : 0
    #if canImport(Darwin)
      modified = Int64(status.st_mtimespec.tv_sec)
      modifiedNanoseconds =
        status.st_mtimespec.tv_sec &* 1_000_000_000 &+ status.st_mtimespec.tv_nsec
    #else
      modified = Int64(status.st_mtim.tv_sec)
      modifiedNanoseconds = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
    #endif
    permissions = status.st_mode & 0o777
    identity = [UInt64(truncatingIfNeeded: status.st_dev), UInt64(status.st_ino)]
  }

  /// The status of the file a path leads to, or `nil` when there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
