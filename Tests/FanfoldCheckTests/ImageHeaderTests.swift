import Testing

@testable import FanfoldCheck

/// Headers of images, as far as EPUBCheck reads them to tell their sizes.
@Suite("Headers of images") struct ImageHeaderTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0]

  /// What may be wrong with an image: a byte of it is another one, or it ends earlier.
  enum Damage {
    case none
    case byte(Int, UInt8)
    case cut(Int)

    func done(to image: [UInt8]) -> [UInt8] {
      var image = image
      switch self {
      case .none: break
      case .byte(let index, let byte): image[index] = byte
      case .cut(let count): image.removeLast(count)
      }
      return image
    }
  }

  @Test(
    "PNG: the header's fields, without its checksum",
    arguments: [
      (Damage.none, true), (.cut(1), false), (.byte(11, 12), false), (.byte(16, 0x80), false),
      (.byte(19, 0), false), (.byte(24, 3), false), (.byte(24, 16), true), (.byte(25, 1), false),
      (.byte(25, 3), true), (.byte(26, 1), false), (.byte(27, 1), false), (.byte(28, 1), true),
      (.byte(28, 2), false),
    ])
  func png(damage: Damage, isReadable: Bool) {
    #expect(ImageSize.isReadable(damage.done(to: Self.png), .png) == isReadable)
  }

  private static let gif: [UInt8] =
    Array("GIF89a".utf8) + [2, 0, 2, 0, 0x80, 0, 0, 1, 2, 3, 4, 5, 6]
    + [0x21, 0xF9, 4, 1, 0, 0, 0, 0, 0x21, 0xFE, 1, 0x61, 0, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0]

  @Test(
    "GIF: the blocks up to the first image",
    arguments: [
      (Damage.none, true), (.cut(1), false), (.byte(21, 44), true), (.byte(26, 9), true),
      (.byte(29, 2), false), (.byte(32, 0x3B), false), (.byte(41, 0x80), false),
    ])
  func gif(damage: Damage, isReadable: Bool) {
    #expect(ImageSize.isReadable(damage.done(to: Self.gif), .gif) == isReadable)
  }

  private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker, 0, UInt8(content.count + 2)] + content
  }

  private static let frame = segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0])
  private static let scan = segment(0xDA, [1, 1, 0, 0, 63, 0])
  private static let quantisers = segment(0xDB, [0] + Array(repeating: 1, count: 64))
  private static let codes = segment(0xC4, [0, 1] + Array(repeating: 0, count: 15) + [5])

  private static let zeros = [UInt8](repeating: 0, count: 15)

  private static let readable: [[UInt8]] = [
    quantisers + frame + codes + scan, frame + scan, frame,
    // A file that ends early, bytes between two segments, and fill bytes.
    quantisers + frame + codes.dropLast(3), frame + [0, 1, 2] + scan, frame + [0xFF, 0xFF] + codes,
    // Segments that are passed over, one of them with a length that cannot be; unknown markers.
    segment(0xE0, [1, 2, 3]) + frame, [0xFF, 0xE0, 0, 0] + frame, segment(0xFE, []) + frame,
    [0xFF, 0x42] + frame, frame + [0xFF, 0xD9], frame + segment(0xDD, [0, 4]),
    frame + segment(0xDA, [1, 9, 0, 0, 63, 0]),
    // A height that only the data tell, another process, a frame after the frame.
    segment(0xC0, [8, 0, 0, 0, 3, 1, 1, 0x11, 0]), segment(0xC3, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]),
    frame + frame, segment(0xCC, [99, 99]) + frame,
  ]

  private static let unreadable: [[UInt8]] = [
    [], scan, quantisers, [0xFF, 0xD8] + frame, [0xFF, 0xDB, 0, 0] + frame,
    segment(0xC0, [8, 0, 2, 0, 3, 2, 1, 0x11, 0]),
    segment(0xC3, [8]) + frame, segment(0xDB, [4] + zeros) + frame,
    segment(0xDB, [0x10] + quantisers.dropFirst(5)) + frame,
    segment(0xC4, [0, 200] + zeros + [5]) + frame, segment(0xC4, [4, 1] + zeros + [5]) + frame,
    frame + segment(0xDD, [4]), frame + segment(0xDA, [5, 0, 63, 0]),
  ]

  @Test("JPEG: the segments up to the scan", arguments: readable)
  func jpeg(content: [UInt8]) {
    #expect(ImageSize.isReadable([0xFF, 0xD8] + content, .jpeg))
  }

  @Test("JPEG: segments that cannot be", arguments: unreadable)
  func brokenJPEG(content: [UInt8]) {
    #expect(!ImageSize.isReadable([0xFF, 0xD8] + content, .jpeg))
  }

  @Test(
    "what an image is by its first bytes and by its name",
    arguments: [
      ([0, 0, 2, 2, 0xC0, 0xC0], "wbmp"), ([0, 0, 2, 2, 0xC0], nil), ([0, 0, 0, 2, 0xC0], nil),
      ([0x4D, 0x4D, 0, 42], "tif"), (Array("GIF88a".utf8), nil), ([0xFF, 0xD8], "jpeg"),
    ] as [([UInt8], String?)])
  func kinds(bytes: [UInt8], name: String?) {
    #expect(ImageCheck.Format(bytes)?.rawValue == name)
  }

  @Test("endings that nobody knows", arguments: ["jpe", "jfif", "webp", ""])
  func endings(ending: String) {
    #expect(ImageCheck.Format(ending: ending) == nil)
  }
}
