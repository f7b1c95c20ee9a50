/// Portable Network Graphics (PNG Third Edition, §11.2.1).
enum PNGHeader {
  static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.bigEndian(at: 8, 4) == 13, bytes.dropFirst(12).starts(with: "IHDR".utf8),
      let width = bytes.bigEndian(at: 16, 4), let height = bytes.bigEndian(at: 20, 4),
      width < 1 << 31, height < 1 << 31, bytes.count > 45
    else { return nil }
    let depths = Self.depths[Int(bytes[25])] ?? []
    guard depths.contains(bytes[24]), bytes[26] == 0, bytes[27] == 0, bytes[28] <= 1 else {
      return nil
    }
    return (width, height)
  }

  /// The bit depths that go with each colour type (table 12).
  private static let depths: [Int: [UInt8]] = [
    0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
  ]
}

/// JPEG: the first frame header (ITU-T T.81 §B.2.2).
enum JPEGHeader {
  static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    var offset = 2
    while offset + 4 <= bytes.count {
      guard bytes[offset] == 0xFF else { return nil }
      let marker = bytes[offset + 1]
      switch marker {
      case 0xFF: offset += 1
      case 0x01, 0xD0...0xD7: offset += 2
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        guard let height = bytes.bigEndian(at: offset + 5),
          let width = bytes.bigEndian(at: offset + 7)
        else { return nil }
        return (width, height)
      case 0xD8, 0xD9, 0xDA: return nil
      default:
        guard let length = bytes.bigEndian(at: offset + 2), length >= 2 else { return nil }
        offset += 2 + length
      }
    }
    return nil
  }
}

/// GIF: the logical screen, when a picture follows (GIF89a §18, §20).
enum GIFHeader {
  static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard let width = bytes.littleEndian(at: 6), let height = bytes.littleEndian(at: 8),
      bytes.count > 13
    else { return nil }
    var offset = 13 + (bytes[10] & 0x80 == 0 ? 0 : 3 << (Int(bytes[10] & 7) + 1))
    while offset + 1 < bytes.count {
      switch bytes[offset] {
      case 0x2C:
        guard let ownWidth = bytes.littleEndian(at: offset + 5),
          let ownHeight = bytes.littleEndian(at: offset + 7), ownWidth > 0, ownHeight > 0
        else { return nil }
        return width > 0 && height > 0 ? (width, height) : (ownWidth, ownHeight)
      case 0x21:
        offset += 2
        while offset < bytes.count, bytes[offset] != 0 { offset += Int(bytes[offset]) + 1 }
        offset += 1
      default: return nil
      }
    }
    return nil
  }
}

/// WebP: lossy, lossless or extended (RFC 9649 §2.5–2.7).
enum WebPHeader {
  static func size(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
    guard bytes.count > 30 else { return nil }
    switch String(decoding: bytes[12..<16], as: UTF8.self) {
    case "VP8 ":
      guard bytes[23..<26].elementsEqual([0x9D, 0x01, 0x2A]),
        let width = bytes.littleEndian(at: 26), let height = bytes.littleEndian(at: 28)
      else { return nil }
      return (width & 0x3FFF, height & 0x3FFF)
    case "VP8L":
      guard bytes[20] == 0x2F, let bits = bytes.littleEndian(at: 21, 4) else { return nil }
      return (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    case "VP8X":
      guard let width = bytes.littleEndian(at: 24, 3), let height = bytes.littleEndian(at: 27, 3)
      else { return nil }
      return (width + 1, height + 1)
    default: return nil
    }
  }
}
