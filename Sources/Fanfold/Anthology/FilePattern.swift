#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#endif

/// Names with `*`, `?` and `[…]`, as shells know them, for shells that leave them alone and for plans.
enum FilePattern {
  /// The files and folders that a pattern means, as people number them; a name that is none, or that fits nothing,
  /// means itself.
  static func expand(_ path: String) -> [String] {
    guard isPattern(path), FileStatus(path: path) == nil else { return [path] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(path, GLOB_NOSORT, nil, &found) == 0, let paths = found.gl_pathv else {
      return [path]
    }
    let names = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    return names.sorted { NaturalOrder($0) < NaturalOrder($1) }
  }

  static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }
}
