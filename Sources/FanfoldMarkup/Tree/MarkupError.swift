/// Why a document could not be read at all. What is merely wrong in HTML is no error.
public enum MarkupError: Error, Sendable, Hashable {
  /// XML that is not well-formed, as the parser puts it, and where it found out.
  case malformed(problem: String, line: Int, column: Int)
  /// More elements inside each other than any document means.
  case tooDeep(line: Int)
  /// An attribute of ten million bytes or more.
  case attributeTooLong(line: Int)
  /// More than two thousand million bytes.
  case documentTooLarge
  case outOfMemory
}

/// Bounds that keep hostile input from costing more than its size: no story comes near them.
enum MarkupLimits {
  /// Old pages that never close an `<i>` nest one level deeper with each paragraph.
  static let depth = 10_000
  static let attributeLength = 10_000_000
  static let documentSize = 2_000_000_000
}
