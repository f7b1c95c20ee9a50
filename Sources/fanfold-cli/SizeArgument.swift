import ArgumentParser
import Fanfold

/// How large an input may be.
struct SizeArgument: ParsableArguments {
  @Option(help: .init("The largest input, in MiB.", valueName: "MiB"))
  var maxSize = InputFile.usualLimit >> 20

  /// The limit in bytes.
  func limit() throws(UsageError) -> Int {
    guard (1...4096).contains(maxSize) else {
      throw UsageError("--max-size is \(maxSize)", help: "use 1 to 4096")
    }
    return maxSize << 20
  }
}
