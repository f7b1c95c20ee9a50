import CLibDeflate

/// The least that packing a file can cost: libdeflate and nothing around it.
enum BareDeflate {
  /// The level that the packager uses.
  private static let level: CInt = 6

  static func deflate(_ bytes: [UInt8]) {
    guard let compressor = libdeflate_alloc_compressor(level) else { return }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_deflate_compress_bound(compressor, bytes.count)
    _ = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = libdeflate_deflate_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
    _ = libdeflate_crc32(0, bytes, bytes.count)
  }
}
