/// A few characters of ASCII, a bit each: whether a byte is one of them takes no hashing.
struct ASCIISet: Sendable {
  private var bits: (UInt64, UInt64) = (0, 0)

  init(_ characters: String) {
    for byte in characters.utf8 {
      let bit = UInt64(1) << UInt64(byte & 63)
      if byte < 64 { bits.0 |= bit } else { bits.1 |= bit }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? bits.0 : bits.1) & 1 << UInt64(byte & 63) != 0
  }
}
