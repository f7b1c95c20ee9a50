internal import CLibDeflate

/// Inflates files with libdeflate, which is told the size beforehand and never writes beyond it.
enum Inflater {
  static func inflate(
    _ packed: [UInt8], of entry: ContainerEntry
  ) throws(ArchiveError) -> [UInt8] {
    guard let decompressor = libdeflate_alloc_decompressor() else { throw .outOfMemory }
    defer { libdeflate_free_decompressor(decompressor) }
    var result = LIBDEFLATE_BAD_DATA
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.size) { buffer, count in
      result = libdeflate_deflate_decompress(
        decompressor, packed, packed.count, buffer.baseAddress, entry.size, &count)
      if result != LIBDEFLATE_SUCCESS { count = 0 }
    }
    guard result == LIBDEFLATE_SUCCESS, bytes.count == entry.size,
      Checksum.crc32(bytes) == entry.crc32
    else { throw .damaged(path: entry.path) }
    return bytes
  }
}

/// The checksum of ZIP files.
enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    libdeflate_crc32(0, bytes, bytes.count)
  }
}
