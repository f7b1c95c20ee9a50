/// Why a container could not be written or read.
public enum ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  case outOfMemory
  /// libzip refused a file, for the reason it gives.
  case rejected(path: String, reason: String)
  /// libzip could not finish the container, for the reason it gives.
  case unfinished(reason: String)
  /// The bytes are no ZIP container, or one cut short.
  case notAContainer(reason: String)
  /// It would unpack to more than the limits allow; `path` is nil for the container as a whole.
  case bomb(path: String?, reason: String)
  case missing(path: String)
  case encrypted(path: String)
  /// The bytes do not unpack to the size and checksum the container gives.
  case damaged(path: String)
  case unknownMethod(path: String, number: Int)

  /// What is wrong: lower case, no full stop.
  public var description: String {
    switch self {
    case .outOfMemory: "not enough memory for the container"
    case .rejected(let path, let reason): "cannot put '\(path)' into the container: \(reason)"
    case .unfinished(let reason): "cannot finish the container: \(reason)"
    case .notAContainer(let reason): "the ZIP container cannot be read: \(reason)"
    case .bomb(let path?, let reason): "'\(path)' in the container is too large: \(reason)"
    case .bomb(nil, let reason): "the container is too large: \(reason)"
    case .missing(let path): "there is no '\(path)' in the container"
    case .encrypted(let path): "'\(path)' in the container is encrypted"
    case .damaged(let path): "'\(path)' in the container is damaged"
    case .unknownMethod(let path, let number):
      "'\(path)' in the container is packed by a method this program does not know (\(number))"
    }
  }
}
