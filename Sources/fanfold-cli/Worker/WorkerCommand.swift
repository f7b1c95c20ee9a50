import ArgumentParser
import Fanfold
import FanfoldMarkup

/// `fanfold worker`: a program's way to have books made, without starting this one for each.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    _superCommandName: "fanfold",
    abstract: "Answer requests of another program, one a line.",
    discussion: """
      Each line of standard input is a JSON object that asks for one book: \
      {"id": 1, "input": "story.txt"} names a file, {"id": 1, "name": "story.txt", "data": "…"} \
      brings its bytes in Base64. Each is answered by one line on standard output, in the order \
      of the requests, until the input ends. A request that cannot be fulfilled is answered too.
      """)

  @Option(help: .init("The longest request, in MiB.", valueName: "MiB"))
  var maxLine = 10

  @OptionGroup
  var size: SizeArgument

  func run() throws {
    let console = Console()
    do {
      guard (1...4096).contains(maxLine) else {
        throw UsageError("--max-line is \(maxLine)", help: "use 1 to 4096")
      }
      let desk = WorkerDesk(
        lineLimit: maxLine << 20, sizeLimit: try size.limit(), modified: try SourceDate.given())
      var lines = StandardInputLines(limit: maxLine << 20)
      while let line = try lines.next() {
        try StandardStream.output.write(desk.answer(line).bytes + [UInt8(ascii: "\n")])
      }
    } catch {
      throw console.exitCode(for: error)
    }
  }
}
