/// A request is not as it has to be.
struct RequestError: Error {
  let name: String
  /// Lower case, no full stop.
  let problem: String
  let help: String

  init(_ name: String, _ problem: String, help: String) {
    self.name = name
    self.problem = problem
    self.help = help
  }
}
