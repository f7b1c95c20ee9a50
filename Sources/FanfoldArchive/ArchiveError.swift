/// Why a container could not be written.
public enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  case outOfMemory
  /// libzip refused a file, for the reason it gives.
  case rejected(path: String, reason: String)
  /// libzip could not finish the container, for the reason it gives.
  case unfinished(reason: String)

  /// What is wrong: lower case, no full stop.
  public var description: String {
    switch self {
    case .outOfMemory: "not enough memory for the container"
    case .rejected(let path, let reason): "cannot put '\(path)' into the container: \(reason)"
    case .unfinished(let reason): "cannot finish the container: \(reason)"
    }
  }
}
