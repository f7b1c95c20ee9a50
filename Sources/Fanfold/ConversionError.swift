internal import FanfoldReading

/// Why no book was made, in the words of the command's messages: the file, what is wrong with it, what to do.
public struct ConversionError: Error, Sendable, Hashable {
  /// Whose fault it is; the command's exit status says the same.
  public enum Cause: Sendable, Hashable {
    /// There is something wrong in the input: no story in it, a picture, an empty file.
    case input
    /// The work could not be done: a file that cannot be read, a full disk.
    case system
  }

  public var cause: Cause
  /// A short name for the case, "missing-file", for programs.
  public var name: String
  /// The file as the user named it.
  public var file: String
  public var line: Int?
  /// What is wrong: lower case, no full stop.
  public var problem: String
  /// What can be done about it, in one line.
  public var help: String

  /// A problem with a file.
  public init(
    _ cause: Cause, _ name: String, file: String, line: Int? = nil, problem: String, help: String
  ) {
    self.cause = cause
    self.name = name
    self.file = file
    self.line = line
    self.problem = problem
    self.help = help
  }

  init(_ error: ReadError) {
    self.init(
      .input, error.name, file: error.file, line: error.line, problem: error.problem,
      help: error.help)
  }
}
