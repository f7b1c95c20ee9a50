/// A run of lines of the input, counted from 1, both ends included.
public struct SourceLines: Sendable, Hashable, Codable {
  public var first: Int
  public var last: Int

  /// The lines from `first` to `last`.
  public init(_ first: Int, _ last: Int) {
    self.first = first
    self.last = last
  }
}
