import ArgumentParser
import Fanfold

/// How large an input may be.
struct SizeArgument: ParsableArguments {
  @Option(help: .init("The largest input, in MiB.", valueName: "MiB"))
  var maxSize = InputFile.usualLimit >> 20

  /// The limit in bytes.
  func limit() throws(UsageError) -> Int {
    guard (1...1024).contains(maxSize) else {
      throw UsageError("--max-size is \(maxSize)", help: "use 1 to 1024")
    }
    return maxSize << 20
  }
}
