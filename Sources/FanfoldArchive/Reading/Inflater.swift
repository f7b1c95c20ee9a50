internal import CLibDeflate

/// Inflates files with libdeflate, which is told the size beforehand and never writes beyond it.
package enum Inflater {
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

extension Inflater {
  /// Inflates bytes whose length is only guessed at, into at most so many; nothing when they are
  /// damaged or more.
  package static func inflate(
    _ packed: ArraySlice<UInt8>, expecting guess: Int, atMost limit: Int
  ) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var room = min(max(guess, 1), limit)
    while true {
      var result = LIBDEFLATE_BAD_DATA
      let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        packed.withUnsafeBufferPointer { packed in
          result = libdeflate_deflate_decompress(
            decompressor, packed.baseAddress, packed.count, buffer.baseAddress, room, &count)
        }
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if result == LIBDEFLATE_SUCCESS { return bytes }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < limit else { return nil }
      room = min(room * 2, limit)
    }
  }
}

/// The checksum of ZIP files.
package enum Checksum {
  package static func crc32(_ bytes: [UInt8]) -> UInt32 {
    libdeflate_crc32(0, bytes, bytes.count)
  }
}
