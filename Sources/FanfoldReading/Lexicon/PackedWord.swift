/// A word of up to eight bytes in one number, so that words can be counted without making strings. Longer words are
/// told apart by their first seven bytes and their length.
struct PackedWord: Hashable {
  private let bits: UInt64

  /// The bytes, ASCII capitals made small when `folding`.
  init(_ bytes: ArraySlice<UInt8>, folding: Bool = false) {
    var bits: UInt64 = bytes.count > 8 ? UInt64(bytes.count & 0xFF) : 0
    for byte in bytes.prefix(bytes.count > 8 ? 7 : 8) {
      let isCapital = folding && (0x41...0x5A).contains(byte)
      bits = bits << 8 | UInt64(isCapital ? byte | 0x20 : byte)
    }
    self.bits = bits
  }

  /// Eight bytes need no more mixing than a multiplication.
  func hash(into hasher: inout Hasher) { hasher.combine(bits) }
}
