internal import CLibDeflate

/// A file as it goes into the container: its bytes deflated, or as they are.
struct Member {
  var path: String
  var content: [UInt8]
  var isDeflated: Bool
  /// The length of the file before it was deflated.
  var size: Int
  var crc: UInt32
}

/// Makes members with libdeflate, which is more than twice as fast as the zlib inside libzip at the
/// same size. One compressor serves all files of a container.
struct Deflater: ~Copyable {
  /// Measured on saved stories, 2026-11: level 6 takes 20 ms a megabyte; 5 takes 17 and makes them
  /// 0.7 % larger, 7 takes 30 and makes them 0.3 % smaller.
  private static let level: Int32 = 6

  private let compressor: OpaquePointer

  init() throws(ArchiveError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .outOfMemory }
    self.compressor = compressor
  }

  deinit {
    libdeflate_free_compressor(compressor)
  }

  mutating func member(of file: ContainerFile) throws(ArchiveError) -> Member {
    let bytes = file.bytes
    let crc = bytes.withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    if file.storage == .deflated {
      let deflated = deflate(bytes)
      if !deflated.isEmpty, deflated.count < bytes.count {
        return Member(
          path: file.path, content: deflated, isDeflated: true, size: bytes.count, crc: crc)
      }
    }
    return Member(
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
