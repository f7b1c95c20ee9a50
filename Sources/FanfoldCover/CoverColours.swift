/// The two colours of a cover: a deep one and a light one, each legible on the other.
package struct CoverColours: Sendable, Hashable {
  /// Red, green and blue, 0 to 255.
  package struct Colour: Sendable, Hashable {
    package var red, green, blue: UInt8

    init(_ hex: UInt32) {
      red = UInt8(hex >> 16 & 255)
      green = UInt8(hex >> 8 & 255)
      blue = UInt8(hex & 255)
    }

    init(red: UInt8, green: UInt8, blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// The colour so many of `count` steps on the way to another.
    func step(_ step: Int, of count: Int, to other: Colour) -> Colour {
      func mix(_ from: UInt8, _ to: UInt8) -> UInt8 {
        UInt8((Int(from) * (count - step) + Int(to) * step + count / 2) / count)
      }
      return Colour(
        red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
  }

  package var deep: Colour
  package var light: Colour

  init(_ deep: UInt32, _ light: UInt32) {
    self.deep = Colour(deep)
    self.light = Colour(light)
  }

  /// The colours for a story, always the same ones for the same number.
  static func chosen(by number: UInt8) -> CoverColours { all[Int(number) % all.count] }

  /// Contrast is at least 7 to 1 (WCAG 2.2 §1.4.6).
  package static let all: [CoverColours] = [
    .init(0x1B2A49, 0xF6EFDF), .init(0x0F3D3E, 0xF4EEDD), .init(0x4A1525, 0xF8EFE3),
    .init(0x2E2144, 0xF3ECE6), .init(0x123524, 0xF5F0E1), .init(0x5A2A0C, 0xFBF2E0),
    .init(0x14324B, 0xFBEFD9), .init(0x3B1C32, 0xF7ECEA), .init(0x22333B, 0xF2E9DC),
    .init(0x641220, 0xFDF0E6), .init(0x1D3A2F, 0xFAF0D7), .init(0x3D2B1F, 0xF9EFD9),
    .init(0x10315C, 0xF1F0E8), .init(0x47234A, 0xFAF0E4), .init(0x2B2D42, 0xF8F1E5),
    .init(0x5C1A3A, 0xFBEFEA), .init(0x1F4037, 0xF7F3E3), .init(0x33272A, 0xFFF1DC),
    .init(0x003844, 0xFFF4DE), .init(0x541F1B, 0xF9F0DC), .init(0x26394D, 0xFDF3E1),
    .init(0x3A2E59, 0xF5F0EA), .init(0x2F3E1E, 0xF8F3DE), .init(0x1C1C28, 0xF4E9D0),
  ]

  /// As many steps from the deep colour to the light one as a depth has room for.
  func steps(_ depth: IndexedPNG.Depth) -> [Colour] {
    let last = (1 << depth.rawValue) - 1
    return (0...last).map { deep.step($0, of: last, to: light) }
  }
}
