/// A range of places in a text or of lines, in half the room of a `Range<Int>`: there are millions of them in a large
/// file, and most of the time that reading one takes goes into memory that is touched for the first time. Texts of more
/// than 4 GB have no place here and are refused before.
struct CompactRange: Hashable {
  /// The bytes of the longest text that has room.
  static let limit = Int(UInt32.max)

  private let lower: UInt32
  private let upper: UInt32

  init(_ range: Range<Int>) {
    lower = UInt32(range.lowerBound)
    upper = UInt32(range.upperBound)
  }

  /// The same range as everybody else has it.
  var range: Range<Int> { Int(lower)..<Int(upper) }
}
