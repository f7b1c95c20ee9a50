internal import CLibZip

/// Reads a ZIP container that lies in memory: what is in it, and the bytes of each file.
///
/// Nothing is taken on trust. A file is inflated into as many bytes as the container gives for it
/// and no more, and only where the limits allow that many; its checksum must fit. Paths are given
/// as they stand: nothing is ever written where they point.
public struct ContainerReader {
  /// The files in the order of the container's directory.
  public let entries: [ContainerEntry]
  private let archive: OpenedArchive
  private let limits: ContainerLimits
  private let indices: [String: Int]

  /// Opens the container.
  ///
  /// - Throws: ``ArchiveError/notAContainer(reason:)`` or ``ArchiveError/bomb(path:reason:)``.
  public init(
    _ bytes: [UInt8], limits: ContainerLimits = ContainerLimits()
  ) throws(ArchiveError) {
    // libzip takes nothing at all for an empty container.
    guard bytes.count >= Self.leastSize else {
      throw .notAContainer(reason: "it is only \(bytes.count) bytes long")
    }
    archive = try OpenedArchive(bytes)
    guard archive.count <= limits.entryCount else {
      throw .bomb(path: nil, reason: "\(archive.count) files, more than \(limits.entryCount)")
    }
    var entries: [ContainerEntry] = []
    var indices: [String: Int] = [:]
    for index in 0..<archive.count {
      guard let entry = archive.entry(at: index) else { continue }
      if indices[entry.path] == nil { indices[entry.path] = entries.count }
      entries.append(entry)
    }
    let total = entries.reduce(into: 0) { sum, entry in
      sum = sum.addingReportingOverflow(entry.size).partialValue
      if sum < 0 { sum = Int.max / 2 }
    }
    guard total <= limits.totalSize else {
      throw .bomb(path: nil, reason: "\(total) bytes unpacked, more than \(limits.totalSize)")
    }
    self.entries = entries
    self.indices = indices
    self.limits = limits
  }

  /// Whether the bytes begin as a ZIP container's do.
  public static func matches(_ bytes: Span<UInt8>) -> Bool {
    bytes.count >= leastSize && bytes[0] == 0x50 && bytes[1] == 0x4B
      && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6)
  }

  /// The end of a container's directory alone (APPNOTE 4.3.16), in bytes.
  private static let leastSize = 22

  /// The first file with that path.
  public func entry(at path: String) -> ContainerEntry? {
    indices[path].map { entries[$0] }
  }

  /// The bytes of the first file with that path.
  ///
  /// - Throws: ``ArchiveError/missing(path:)``, or what ``bytes(of:)`` throws.
  public func bytes(at path: String) throws(ArchiveError) -> [UInt8] {
    guard let entry = entry(at: path) else { throw .missing(path: path) }
    return try bytes(of: entry)
  }

  /// The bytes of a file, unpacked.
  ///
  /// - Throws: ``ArchiveError`` where it is encrypted, damaged, or larger than the limits allow.
  public func bytes(of entry: ContainerEntry) throws(ArchiveError) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted(path: entry.path) }
    guard entry.size <= limits.fileSize else {
      throw .bomb(path: entry.path, reason: "\(entry.size) bytes, more than \(limits.fileSize)")
    }
    let ratio = entry.size / max(1, entry.compressedSize)
    guard entry.size <= ContainerLimits.harmlessSize || ratio <= limits.ratio else {
      throw .bomb(path: entry.path, reason: "\(ratio) times as long as it is packed")
    }
    let packed = try archive.packedBytes(of: entry)
    switch entry.method {
    case .stored:
      guard packed.count == entry.size, Checksum.crc32(packed) == entry.crc32 else {
        throw .damaged(path: entry.path)
      }
      return packed
    case .deflated: return try Inflater.inflate(packed, of: entry)
    case .other(let number): throw .unknownMethod(path: entry.path, number: number)
    }
  }
}
