/// Why a document could not be read at all. What is merely wrong in HTML is no error.
public enum MarkupError: Error, Sendable, Hashable, CustomStringConvertible {
  /// XML that is not well-formed, as the parser puts it, and where it found out.
  case malformed(problem: String, line: Int, column: Int)
  /// More elements inside each other than any document means.
  case tooDeep(line: Int)
  /// An attribute of ten million bytes or more.
  case attributeTooLong(line: Int)
  /// More than ten thousand attributes in one tag.
  case tooManyAttributes(line: Int)
  /// More than two thousand million bytes.
  case documentTooLarge
  case outOfMemory

  /// What is wrong: lower case, no full stop.
  public var description: String {
    switch self {
    case .malformed(let problem, let line, let column):
      "\(problem) (line \(line), column \(column))"
    case .tooDeep(let line): "its elements are nested too deep (line \(line))"
    case .attributeTooLong(let line): "an attribute is too long (line \(line))"
    case .tooManyAttributes(let line): "an element has too many attributes (line \(line))"
    case .documentTooLarge: "it is too large"
    case .outOfMemory: "there is not enough memory for it"
    }
  }
}

/// Bounds that keep hostile input from costing more than its size: no story comes near them.
enum MarkupLimits {
  /// Old pages that never close an `<i>` nest one level deeper with each paragraph.
  static let depth = 10_000
  static let attributeLength = 10_000_000
  /// The parser compares each attribute of a tag with all before it.
  static let attributeCount = 10_000
  static let documentSize = 2_000_000_000
  /// How many bytes of text a document may have beyond what was written.
  static let entityText = 4_000_000
}

extension TagScanner.Extent {
  /// Refuses a tag that is beyond all measure.
  func checkLimits(line: @autoclosure () -> Int) throws(MarkupError) {
    if longestValue >= MarkupLimits.attributeLength { throw .attributeTooLong(line: line()) }
    if attributeCount > MarkupLimits.attributeCount { throw .tooManyAttributes(line: line()) }
  }
}
