/// How much a container may ask of its reader before it counts as a bomb.
public struct ContainerLimits: Sendable, Hashable {
  /// The largest single file, in bytes.
  public var fileSize: Int
  /// All files together, in bytes.
  public var totalSize: Int
  /// How many times longer a file may be than the bytes it is kept in; a short file may always.
  public var ratio: Int
  public var entryCount: Int

  /// A file under this size, in bytes, may have any ratio.
  package static let harmlessSize = 8 << 20

  /// Limits of one's own.
  public init(
    fileSize: Int = 512 << 20, totalSize: Int = 2 << 30, ratio: Int = 300,
    entryCount: Int = 65_535
  ) {
    self.fileSize = fileSize
    self.totalSize = totalSize
    self.ratio = ratio
    self.entryCount = entryCount
  }
}
