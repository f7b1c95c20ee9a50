internal import CLibDeflate

/// Writes pictures of four or sixteen colours as PNG (PNG 3, W3C 2025): a header, the palette, the rows, the end.
///
/// libpng would do it too, but through zlib; with libdeflate, which the program has anyway, a cover takes a third of the
/// time and is smaller.
enum IndexedPNG {
  /// Bits to a pixel.
  enum Depth: Int { case two = 2, four = 4 }

  /// A picture of rows of packed indices, each row with a 0 before it: no filter.
  static func write(
    width: Int, height: Int, depth: Depth, palette: [CoverColours.Colour], rows: [UInt8]
  ) -> [UInt8]? {
    guard let packed = compress(rows) else { return nil }
    var out: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    out.reserveCapacity(packed.count + 200)
    // By palette, no interlacing.
    let settings: [UInt8] = [UInt8(depth.rawValue), 3, 0, 0, 0]
    chunk("IHDR", number(width) + number(height) + settings, to: &out)
    chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &out)
    chunk("IDAT", packed, to: &out)
    chunk("IEND", [], to: &out)
    return out
  }

  private static func chunk(_ type: StaticString, _ data: [UInt8], to out: inout [UInt8]) {
    out += number(data.count)
    let start = out.count
    out += Array(UnsafeBufferPointer(start: type.utf8Start, count: 4))
    out += data
    let crc = out[start...].withUnsafeBytes { libdeflate_crc32(0, $0.baseAddress, $0.count) }
    out += number(Int(crc))
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Measured on covers, 2026-11: level 6 makes them 7 % smaller in half as much time again.
  private static let level: Int32 = 2

  private static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    guard let compressor = libdeflate_alloc_compressor(level) else { return nil }
    defer { libdeflate_free_compressor(compressor) }
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    let packed = [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      count = bytes.withUnsafeBytes {
        libdeflate_zlib_compress(
          compressor, $0.baseAddress, $0.count, buffer.baseAddress, buffer.count)
      }
    }
    return packed.isEmpty ? nil : packed
  }
}
