/// What a container says of one of its files.
public struct ContainerEntry: Sendable, Hashable {
  /// How the file's bytes are kept.
  public enum Method: Sendable, Hashable {
    case stored, deflated
    /// Anything else, by its number in the ZIP specification (APPNOTE 4.4.5).
    case other(Int)
  }

  /// Its place in the container's directory, from 0.
  public let index: Int
  /// The path as the container has it; what is not UTF-8 is read as code page 437.
  public let path: String
  /// The size the container gives for the file, in bytes. It may lie.
  public let size: Int
  /// The size of the bytes kept in the container.
  public let compressedSize: Int
  public let method: Method
  public let isEncrypted: Bool
  /// The checksum the container gives.
  public let crc32: UInt32

  /// Whether this is a folder, which has no bytes.
  public var isFolder: Bool { path.hasSuffix("/") }
}
