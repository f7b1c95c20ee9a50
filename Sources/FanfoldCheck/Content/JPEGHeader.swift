/// The segments of a JPEG image before its data, as the reader reads them that tells EPUBCheck the size of an image
/// (ITU-T T.81 §B.2, TwelveMonkeys ImageIO 3.9). What stands between two segments and begins none is passed over, and a
/// file may end anywhere behind the frame's header.
struct JPEGHeader {
  private let bytes: [UInt8]
  private var index = 2
  /// Whether the length of the segment does not even hold itself: it counts as empty where it may be skipped.
  private var hasBogusLength = false
  /// Whether the frame's header was seen, which has the size.
  private var hasFrame = false

  /// Whether the size of the image can be told.
  static func isReadable(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
    var header = JPEGHeader(bytes: bytes)
    return header.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> Bool {
    while let marker = nextMarker() {
      switch marker {
      case 0xD8, 0xD9: return hasFrame
      case 0xDA: return segment().map(isScan) ?? hasFrame
      case 0xC0...0xC7, 0xC9...0xCB, 0xCD...0xCF, 0xDB, 0xDD:
        // A file that ends within a segment is one that ended before it.
        guard let segment = segment() else { return hasFrame }
        guard !hasBogusLength, isSound(segment, marker) else { return false }
      case 0xCC, 0xDC, 0xE0...0xEF, 0xFE:
        if segment() == nil { return hasFrame }
      // Others are taken for markers with nothing behind them.
      default: continue
      }
    }
    return hasFrame
  }

  private mutating func nextMarker() -> UInt8? {
    while index < bytes.count {
      guard bytes[index] == 0xFF else {
        index += 1
        continue
      }
      while index < bytes.count, bytes[index] == 0xFF { index += 1 }
      guard index < bytes.count else { return nil }
      index += 1
      if bytes[index - 1] != 0 { return bytes[index - 1] }
    }
    return nil
  }

  /// What a segment holds behind its length; `nil` where the file ends before.
  private mutating func segment() -> ArraySlice<UInt8>? {
    guard index + 2 <= bytes.count else { return nil }
    let start = index + 2
    let length = Int(bytes[index]) << 8 | Int(bytes[index + 1])
    hasBogusLength = length < 2
    index += max(2, length)
    return index <= bytes.count ? bytes[start..<index] : nil
  }

  private mutating func isSound(_ segment: ArraySlice<UInt8>, _ marker: UInt8) -> Bool {
    switch marker {
    case 0xC4: Self.areCodes(segment)
    case 0xDB: Self.areQuantisers(segment)
    case 0xDD: segment.count == 2
    default: takeFrame(segment)
    }
  }

  /// The frame's header: precision, height, width and three bytes for each component.
  private mutating func takeFrame(_ segment: ArraySlice<UInt8>) -> Bool {
    let frame = Array(segment)
    guard frame.count >= 6, frame.count == 6 + Int(frame[5]) * 3 else { return false }
    hasFrame = true
    return true
  }

  /// A scan of one to four components, whichever they are.
  private func isScan(_ segment: ArraySlice<UInt8>) -> Bool {
    guard hasFrame, let count = segment.first else { return false }
    return (1...4).contains(count) && segment.count == Int(count) * 2 + 4
  }

  /// Huffman tables: their place among four, how many codes there are of each length, and the codes.
  private static func areCodes(_ segment: ArraySlice<UInt8>) -> Bool {
    var rest = segment
    while rest.count > 16 {
      let place = rest.removeFirst()
      let count = rest.prefix(16).reduce(0) { $0 + Int($1) }
      rest = rest.dropFirst(16)
      guard count <= 256, count <= rest.count, place & ~0x10 < 4 else { return false }
      rest = rest.dropFirst(count)
    }
    return rest.isEmpty
  }

  /// Quantisation tables: their place among four, and 64 numbers of one or two bytes.
  private static func areQuantisers(_ segment: ArraySlice<UInt8>) -> Bool {
    var rest = segment
    while let first = rest.popFirst() {
      let size = first >> 4 == 0 ? 64 : 128
      guard first & 0xF < 4, rest.count >= size else { return false }
      rest = rest.dropFirst(size)
    }
    return true
  }
}
