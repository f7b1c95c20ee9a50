/// Why a piece of metadata was not accepted.
public struct OverrideError: Error, Sendable, Hashable {
  /// The key as it was given.
  public var key: String
  /// What is wrong: lower case, no full stop.
  public var problem: String
  /// What can be done about it, in one line.
  public var help: String

  /// A value that was refused.
  public init(key: String, problem: String, help: String) {
    self.key = key
    self.problem = problem
    self.help = help
  }
}
