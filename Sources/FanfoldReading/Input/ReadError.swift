/// Why no story could be read from a file.
public struct ReadError: Error, Sendable, Hashable {
  /// A short name for the case, "empty-file", for programs.
  public var name: String
  /// The file, as ``StoryFile/name`` has it.
  public var file: String
  public var line: Int?
  /// What is wrong: lower case, no full stop.
  public var problem: String
  /// What the reader can do about it, in one line.
  public var help: String

  /// A problem with a file, at a line of it when that is known.
  public init(_ name: String, file: String, line: Int? = nil, problem: String, help: String) {
    self.name = name
    self.file = file
    self.line = line
    self.problem = problem
    self.help = help
  }
}
