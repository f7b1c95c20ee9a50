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
      var command = try parseAsRoot(arguments)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
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
