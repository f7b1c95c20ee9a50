import ArgumentParser
import Fanfold

/// `fanfold worker`: a program's way to have books made, without starting this one for each.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Answer requests of another program, one a line.",
    discussion: """
      Each line of standard input is a JSON object that asks for one book: \
      {"id": 1, "input": "story.txt"} names a file, {"id": 1, "name": "story.txt", "data": "…"} \
      brings its bytes in Base64. Each is answered by one line on standard output, in the order \
      of the requests, until the input ends. A request that cannot be fulfilled is answered too.
      """)

  @Option(help: .init("The longest request, in MiB.", valueName: "MiB"))
  var maxLine = 10

  @Option(help: .init("The largest input, in MiB.", valueName: "MiB"))
  var maxSize = InputFile.usualLimit >> 20

  func run() throws {
    let console = Console()
    do {
      guard (1...4096).contains(maxLine), (1...4096).contains(maxSize) else {
        throw UsageError("a limit is out of range", help: "use 1 to 4096")
      }
      let desk = WorkerDesk(
        lineLimit: maxLine << 20, sizeLimit: maxSize << 20, modified: try SourceDate.given())
      var lines = StandardInputLines(limit: maxLine << 20)
      while let line = try lines.next() {
        try StandardStream.output.write(desk.answer(line).bytes + [UInt8(ascii: "\n")])
      }
    } catch let error as ConversionError {
      console.error(error)
      throw ExitCode.system
    } catch let error as UsageError {
      console.usage(error.problem, help: error.help)
      throw ExitCode.usage
    }
  }
}
