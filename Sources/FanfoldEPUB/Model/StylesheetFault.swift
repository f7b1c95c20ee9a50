/// Why a stylesheet cannot go into a book.
public struct StylesheetFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the file, from 1.
  public var line: Int
  /// What is wrong: lower case, no full stop.
  public var description: String

  package init(line: Int, description: String) {
    self.line = line
    self.description = description
  }
}
