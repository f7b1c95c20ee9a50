#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// What the user's shell says.
package enum Environment {
  /// The variable's value, `nil` when it is not set.
  package static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    FileStatus(path: path)?.kind == .folder
  }

  /// Makes a folder and those around it, for what will be written there.
  package static func makeFolder(_ path: String) throws(ConversionError) {
    do throws(SystemError) { try Folders.make(path) } catch {
      throw ConversionError(
        .system, "cannot-write", file: path, problem: "cannot make this folder: \(error)",
        help: "choose another with -o")
    }
  }

  /// Whether both paths lead to the same file.
  package static func isSameFile(_ left: String, _ right: String) -> Bool {
    guard let left = FileStatus(path: left), let right = FileStatus(path: right) else {
      return false
    }
    return left.kind == .regular && left.identity == right.identity
  }
}
