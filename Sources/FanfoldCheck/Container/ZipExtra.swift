/// The extra fields of a file, among which may be numbers too long for their places
/// (APPNOTE 4.5.3).
struct ZipExtra {
  private(set) var isValid = true
  private var numbers: [Int] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.upperBound <= bytes.count || range.count < 4 else {
      isValid = false
      return
    }
    var index = range.lowerBound
    while index + 4 <= range.upperBound {
      let next = index + 4 + bytes.number(at: index + 2, 2)
      let isNumbers = bytes.number(at: index, 2) == 1
      guard next <= range.upperBound, !isNumbers || Self.lengths.contains(next - index - 4) else {
        isValid = false
        return
      }
      if isNumbers {
        numbers = stride(from: index + 4, through: next - 8, by: 8).map { bytes.number(at: $0, 8) }
      }
      index = next
    }
  }

  private static let lengths = [0, 8, 16, 24, 28]

  /// A number, or the next of the long ones if it stands for one.
  mutating func long(_ number: Int) -> Int {
    guard number == 0xFFFF_FFFF, let long = numbers.first else { return number }
    numbers.removeFirst()
    return long
  }
}
