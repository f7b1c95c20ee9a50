import ArgumentParser
import Fanfold

/// `fanfold batch`: many stories, many books.
struct BatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    _superCommandName: "fanfold",
    abstract: "Make EPUBs of many saved stories at once.",
    discussion: """
      Folders are searched for stories, whose parts are found by their numbers. Only what is new \
      or has changed since the last run is made; a run that was ended by whatever means is \
      simply started again. A story that fails is told and stops nothing; the exit status is 1 \
      then. Books whose stories are gone stay. 'report.jsonl' in the folder has a line for each \
      story; docs/batch.md describes it.

      Names may have {author}, {authors}, {title}, {series}, {index}, {fandom}, {language} and \
      {file} in them, and '/' for folders.
      """)

  @Argument(help: .init("Files, and folders to search for them.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: .init("The folder for the books; made if absent.", valueName: "folder"))
  var output: String

  @Option(help: .init("How books are named.", valueName: "template"))
  var name = NameTemplate.usual

  @OptionGroup
  var parallel: JobsArgument

  @OptionGroup(title: "The books")
  var book: BookArguments

  @OptionGroup(title: "Metadata, of every story")
  var metadata: MetadataArguments

  @Flag(help: "Make all books anew, whatever is in their places.")
  var force = false

  @Flag(help: "Tell what would be made, and write nothing.")
  var dryRun = false

  @Flag(help: "Take no notice of sidecars.")
  var noSidecar = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup
  var size: SizeArgument

  func run() async throws {
    let console = Console()
    do {
      let options = try batchOptions()
      guard !output.isEmpty else {
        throw UsageError("-o is empty", help: "name a folder: -o FOLDER")
      }
      var talk = BatchTalk(console: console, isQuiet: quiet, isDry: dryRun)
      let summary = try await Batch(options).run(inputs, into: output) { talk.tell($0) }
      talk.end(summary, folder: output)
      if summary.failed > 0 { throw ExitCode.input }
    } catch {
      throw console.exitCode(for: error)
    }
  }

  private func batchOptions() throws -> BatchOptions {
    let template: NameTemplate
    do throws(NameTemplate.Mistake) { template = try NameTemplate(name) } catch {
      throw UsageError(error.problem, help: error.help)
    }
    var options = BatchOptions(template: template)
    options.conversion = try book.options(metadata.overrides())
    options.jobs = try parallel.count()
    options.isForced = force
    options.isDry = dryRun
    options.sidecars = !noSidecar
    options.limit = try size.limit()
    return options
  }
}
