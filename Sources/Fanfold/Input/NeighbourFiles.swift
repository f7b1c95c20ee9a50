internal import FanfoldReading

/// The files beside one that was named, and in folders there: the pictures that were saved with a page.
struct NeighbourFiles: Sendable {
  /// The folder of the file, without a slash at its end.
  private let folder: String
  /// The most bytes that are read of one.
  private static let limit = 16 << 20

  /// The neighbours of the file at a path.
  init(of path: String) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// The bytes of the file at a path from the folder; `nil` when it is not there, lies outside of the folder by way
  /// of a link, or is too large.
  @Sendable func bytes(_ path: String) -> [UInt8]? {
    guard !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
      let home = RealPath.of(folder), let place = RealPath.of(folder + "/" + path),
      place.hasPrefix(home == "/" ? home : home + "/"),
      FileStatus(path: place)?.kind == .regular,
      case .bytes(let bytes, _)? = try? FileContents(path: place, limit: Self.limit)
    else { return nil }
    return bytes
  }
}
