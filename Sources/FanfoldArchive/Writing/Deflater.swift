internal import CLibDeflate

/// A file as it goes into the container: its bytes deflated, or as they are. Of a large book the pages are kept so
/// until all are there.
package struct PackedFile: Sendable {
  /// The path within the container.
  package var path: String
  let content: [UInt8]
  let isDeflated: Bool
  /// The length of the file before it was deflated.
  package let size: Int
  let crc: UInt32
}

/// Packs files with libdeflate, which is more than twice as fast as the zlib inside libzip at the
/// same size. One compressor serves all files of a container.
package struct Deflater: ~Copyable {
  /// Measured on saved stories, 2026-11: level 6 takes 20 ms a megabyte; 5 takes 17 and makes them
  /// 0.7 % larger, 7 takes 30 and makes them 0.3 % smaller.
  private static let level: Int32 = 6

  private let compressor: OpaquePointer

  package init() throws(ArchiveError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .outOfMemory }
    self.compressor = compressor
  }

  deinit {
    libdeflate_free_compressor(compressor)
  }

  package mutating func pack(_ file: ContainerFile) -> PackedFile {
    let bytes = file.bytes
    let crc = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    if file.storage == .deflated {
      let deflated = deflate(bytes)
      if !deflated.isEmpty, deflated.count < bytes.count {
        return PackedFile(
          path: file.path, content: deflated, isDeflated: true, size: bytes.count, crc: crc)
      }
    }
    return PackedFile(
      path: file.path, content: bytes, isDeflated: false, size: bytes.count, crc: crc)
  }

  /// The deflated bytes; none when they would not be fewer.
  private mutating func deflate(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, count in
      count = bytes.withUnsafeBytes {
        libdeflate_deflate_compress(
          compressor, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count)
      }
    }
  }
}
