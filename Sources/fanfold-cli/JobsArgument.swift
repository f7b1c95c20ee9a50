import ArgumentParser
import Fanfold

/// How many stories are worked on at once.
struct JobsArgument: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: .init("Stories at once; as many as there are cores if absent.", valueName: "count"))
  var jobs: Int?

  /// The number, checked.
  func count() throws(UsageError) -> Int {
    guard let jobs else { return ProcessorCount.usable }
    guard (1...1024).contains(jobs) else {
      throw UsageError("--jobs is \(jobs)", help: "use 1 to 1024")
    }
    return jobs
  }
}
