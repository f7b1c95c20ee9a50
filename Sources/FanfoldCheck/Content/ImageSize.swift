/// Whether the size of an image can be read from its headers.
enum ImageSize {
  static func isReadable(_ bytes: [UInt8], _ format: ImageCheck.Format) -> Bool {
    switch format {
    case .png: isPNG(bytes)
    case .gif: isGIF(bytes)
    case .jpeg: JPEGHeader.isReadable(bytes)
    case .bmp: isBMP(bytes)
    case .tiff: isTIFF(bytes)
    case .wbmp: true
    }
  }

  /// The header chunk but for its checksum: a size, a depth, a kind of colour, and the only compression and filtering
  /// there are (PNG §11.2.2).
  private static func isPNG(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 29, Array(bytes[12..<16]) == Array("IHDR".utf8) else { return false }
    let sizes = [big(bytes, 8), big(bytes, 16), big(bytes, 20)]
    let (depth, colour) = (bytes[24], bytes[25])
    return sizes[0] == 13 && (1...Int(Int32.max)).contains(sizes[1])
      && (1...Int(Int32.max)).contains(sizes[2]) && [1, 2, 4, 8, 16].contains(depth)
      && [0, 2, 3, 4, 6].contains(colour) && !(colour == 3 && depth == 16)
      && bytes[26] == 0 && bytes[27] == 0 && bytes[28] < 2
  }

  /// The blocks up to the first image, and its colours (GIF89a §20).
  private static func isGIF(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 13 else { return false }
    func colours(_ fields: UInt8) -> Int { fields & 0x80 != 0 ? 3 << (Int(fields & 7) + 1) : 0 }
    var index = 13 + colours(bytes[10])
    while index + 1 < bytes.count {
      if bytes[index] == 0x2C {
        return index + 10 <= bytes.count && index + 10 + colours(bytes[index + 9]) <= bytes.count
      }
      guard bytes[index] == 0x21 else { return false }
      // Of a block that says how the image is shown the length is known.
      let isControl = bytes[index + 1] == 0xF9
      index += isControl ? 8 : 2
      if isControl { continue }
      while index < bytes.count, bytes[index] != 0 { index += Int(bytes[index]) + 1 }
      index += 1
    }
    return false
  }

  /// The length of the header, which the header says itself.
  private static func isBMP(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 54 || bytes.count >= 26 && bytes[14...17].elementsEqual([12, 0, 0, 0])
  }

  /// The first directory, with the width and the height in it (TIFF 6.0 §2).
  private static func isTIFF(_ bytes: [UInt8]) -> Bool {
    func number(_ start: Int, _ count: Int) -> Int {
      guard start >= 0, start + count <= bytes.count else { return 0 }
      let digits = bytes[start..<start + count]
      let ordered = bytes[0] == 0x49 ? Array(digits.reversed()) : Array(digits)
      return ordered.reduce(0) { $0 << 8 | Int($1) }
    }
    let directory = number(4, 4)
    let tags = Set((0..<number(directory, 2)).map { number(directory + 2 + 12 * $0, 2) })
    return tags.isSuperset(of: [256, 257])
  }

  private static func big(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}

/// A bitmap of telephones: two zeros, width and height in seven bits a byte, and a bit for each point (WAP-237 §4.5).
enum WirelessBitmap {
  static func isOne(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0, 0]) else { return false }
    var rest = bytes.dropFirst(2)
    guard let width = number(&rest), let height = number(&rest), width > 0, height > 0 else {
      return false
    }
    return (width + 7) / 8 * height == rest.count
  }

  private static func number(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var number = 0
    while let byte = bytes.popFirst(), number < 1 << 24 {
      number = number << 7 | Int(byte & 0x7F)
      if byte < 0x80 { return number }
    }
    return nil
  }
}
