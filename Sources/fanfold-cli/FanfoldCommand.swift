import ArgumentParser
import Fanfold

/// The program: it only knows its subcommands.
@main
struct FanfoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fanfold",
    abstract: "Turn saved stories into EPUB books.",
    discussion: """
      Exit status: 0 done, 1 something is wrong in the input, 2 the work could not be done, \
      64 wrong usage.
      """,
    version: Release.version,
    subcommands: [
      ConvertCommand.self, AnthologyCommand.self, SplitCommand.self, BatchCommand.self,
      WorkerCommand.self,
      CheckCommand.self,
      InspectCommand.self, ListCommand.self, ExplainCommand.self,
    ])

  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if let mistake = UnknownSubcommand(arguments) {
      Console().usage(mistake.problem, help: mistake.help)
      exit(withError: ExitCode.usage)
    }
    do {
      let asksForHelp = arguments.contains { ["-h", "--help"].contains($0) }
      if arguments.first == ConvertCommand.configuration.commandName, !asksForHelp {
        try await makeBook(arguments)
      } else {
        try await run(parseAsRoot(arguments))
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Runs the command and ends the program. To return to the main thread would take another one, made only for that.
  private static func run(_ command: any ParsableCommand) async throws {
    var command = command
    if var waiting = command as? any AsyncParsableCommand {
      try await waiting.run()
    } else {
      try command.run()
    }
    exit()
  }

  /// Runs what is most likely the command that makes one book. The tables of those who read stories, and what judges
  /// books, get ready on other processors before it is known what book is wanted: what is asked for first comes first.
  private static func makeBook(_ arguments: [String]) async throws {
    let judge = BookGate()
    async let gatherer = StoryGatherer()
    async let isReady: Void = judge.prepare(!arguments.contains("--no-check"))
    // To learn of all commands takes as long as to read this one's words; what is wrong is told with all of them.
    guard let convert = try? ConvertCommand.parse(Array(arguments.dropFirst())) else {
      return try await run(parseAsRoot(arguments))
    }
    let order = try convert.order()
    let converter = await Converter(order.options, gatherer: gatherer, judge: judge)
    let conversion = try convert.telling { try converter.bind(order.inputs.files) }
    await isReady
    try convert.telling { try converter.admit(conversion) }
    try convert.put(conversion, order)
    exit()
  }
}

extension ExitCode {
  /// Something is wrong in the input.
  static let input = ExitCode(1)
  /// The work could not be done.
  static let system = ExitCode(2)
  /// The command was not called as it wants to be: EX_USAGE of `sysexits.h`.
  static let usage = ExitCode(64)
}
