/// A file in a ZIP container.
public struct ContainerFile: Sendable, Hashable {
  /// How a file's bytes are kept.
  public enum Storage: Sendable, Hashable {
    case stored, deflated
  }

  /// The path within the container, "EPUB/package.opf".
  public var path: String
  public var bytes: [UInt8]
  /// What is asked for; a file that deflating would make longer is stored all the same.
  public var storage: Storage

  /// A file at a path.
  public init(path: String, bytes: [UInt8], storage: Storage = .deflated) {
    self.path = path
    self.bytes = bytes
    self.storage = storage
  }
}
