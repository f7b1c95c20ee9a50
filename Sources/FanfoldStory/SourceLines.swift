/// A run of lines of the input, counted from 1, both ends included.
public struct SourceLines: Sendable, Hashable, Codable {
  // Every paragraph of a book has such a run: it is kept small.
  private var firstNumber: UInt32
  private var lastNumber: UInt32

  private enum CodingKeys: String, CodingKey {
    case firstNumber = "first"
    case lastNumber = "last"
  }

  /// The lines from `first` to `last`; those beyond 4,294,967,295 are not told apart.
  public init(_ first: Int, _ last: Int) {
    firstNumber = UInt32(clamping: first)
    lastNumber = UInt32(clamping: last)
  }

  /// The number of the first line.
  public var first: Int { Int(firstNumber) }
  /// The number of the last line.
  public var last: Int { Int(lastNumber) }
}
