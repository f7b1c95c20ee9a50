/// The command was not called as it wants to be.
struct UsageError: Error {
  /// What is wrong: lower case, no full stop.
  let problem: String
  /// What to do about it, in one line.
  let help: String

  init(_ problem: String, help: String) {
    self.problem = problem
    self.help = help
  }
}
