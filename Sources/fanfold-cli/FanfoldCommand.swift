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
      if named(by: arguments) == ConvertCommand.self {
        try await makeBook(arguments)
      } else {
        try await run(command(told: arguments))
      }
    } catch {
      exit(withError: error)
    }
  }

  /// The subcommand that is wanted, unless it is help that is wanted.
  private static func named(by arguments: [String]) -> (any ParsableCommand.Type)? {
    if arguments.contains(where: { ["-h", "--help"].contains($0) }) { return nil }
    return configuration.subcommands.first { $0.configuration.commandName == arguments.first }
  }

  /// The subcommand with what is told to it. To learn of all subcommands takes as long as to read the words of one: the
  /// one that is named is asked alone, and what is wrong is told by all of them.
  private static func command(told arguments: [String]) throws -> any ParsableCommand {
    guard let command = try? named(by: arguments)?.parseAsRoot(Array(arguments.dropFirst())) else {
      return try parseAsRoot(arguments)
    }
    return command
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
    let command = try command(told: arguments)
    guard let convert = command as? ConvertCommand else { return try await run(command) }
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
