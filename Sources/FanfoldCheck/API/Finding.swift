/// Something wrong in a book, and where.
public struct Finding: Sendable, Hashable {
  public let rule: Rule
  /// The file within the book, "EPUB/package.opf"; the book's own name for what concerns it whole.
  public let path: String
  /// From 1; `nil` where no line is meant. For an element, where its start tag ends.
  public let line: Int?
  /// From 1, in units of UTF-16, as EPUBCheck counts them.
  public let column: Int?
  /// What is wrong here: lower case, no full stop.
  public let message: String

  /// The path as it stands in a URL, which is how EPUBCheck tells it: "EPUB/chapter%20one.xhtml".
  public var pathInURL: String { PercentCoding.encode(path) }

  /// A finding at a place.
  public init(_ rule: Rule, at place: Place, _ message: String) {
    self.rule = rule
    path = place.path
    line = place.line
    column = place.column
    self.message = message
  }
}

/// A place in a book.
public struct Place: Sendable, Hashable {
  public let path: String
  public let line: Int?
  public let column: Int?

  /// A place in a file, or the file as a whole.
  public init(_ path: String, line: Int? = nil, column: Int? = nil) {
    self.path = path
    self.line = line
    self.column = column
  }
}
