import ArgumentParser
import Fanfold

/// `fanfold inspect`: what was recognised in a story, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    _superCommandName: "fanfold",
    abstract: "Show what is recognised in a story, and why.",
    discussion: """
      Shows the metadata with the lines it comes from, the chapters, the notes, what a book would \
      leave out, and what could be understood in another way. With --sidecar the same is written \
      to NAME.fanfold.yaml beside each file: correct it there, and 'fanfold convert' obeys. \
      'fanfold explain RULE' tells what a rule does.
      """)

  @Argument(
    help: .init("The story's files or folder; '-' reads standard input.", valueName: "input"))
  var inputs: [String]

  @Flag(help: "Describe the story as JSON, for programs.")
  var json = false

  @Flag(help: "Write a sidecar beside each file, to be edited.")
  var sidecar = false

  @Flag(help: "Replace sidecars that are there already.")
  var force = false

  @Flag(help: "Take no notice of sidecars.")
  var noSidecar = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors and results.")
  var quiet = false

  @OptionGroup
  var size: SizeArgument

  func run() throws {
    let console = Console()
    do {
      try check()
      // What is written anew must not repeat what was there.
      let set = try InputSet(inputs, limit: try size.limit(), sidecars: !noSidecar && !sidecar)
      var inspection = try Inspector().inspect(set.files)
      inspection.remarks = set.remarks + inspection.remarks
      if sidecar {
        let paths = try inspection.writeSidecars(replacing: force)
        if !quiet {
          for path in paths { console.say("\(path): written; edit it and convert again") }
        }
      }
      if json {
        try StandardStream.output.write(InspectionJSON(inspection).bytes)
      } else if !sidecar {
        try StandardStream.output.write(Array(InspectionPicture(inspection).text.utf8))
      }
    } catch {
      throw console.exitCode(for: error)
    }
  }

  private func check() throws(UsageError) {
    guard inputs.count(where: { $0 == "-" }) <= 1 else {
      throw UsageError("standard input is named twice", help: "name '-' once")
    }
    guard !sidecar || !inputs.contains("-") else {
      throw UsageError("standard input has no place for a sidecar", help: "name the story's file")
    }
    guard sidecar || !force else {
      throw UsageError("--force without --sidecar", help: "add --sidecar, or leave --force out")
    }
  }
}
