import ArgumentParser
import Fanfold

/// `fanfold anthology`: many stories, one book.
struct AnthologyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anthology",
    _superCommandName: "fanfold",
    abstract: "Bind many stories into one EPUB.",
    discussion: """
      Inputs are stories in any format that 'convert' reads, EPUBs of any maker, anthologies, \
      folders of these, and patterns such as 'saved/*.html'; files that are parts of one story \
      are joined. A story that cannot be read is told and left out; the exit status is 1 then.

      Without a title the book is called after what its stories have in common. Stories of one \
      series stand in its order, others as they are given. A plan, PLAN.yaml, says all this and \
      more: sections, introductions, what the stories are called; docs/anthology.md describes it.
      """)

  @Argument(help: .init("Stories, EPUBs and folders, or a plan.", valueName: "input"))
  var inputs: [String]

  @Option(name: .shortAndLong, help: .init("The book.", valueName: "book.epub"))
  var output: String

  @Option(help: .init("The anthology's title.", valueName: "text"))
  var title: String?

  @Option(help: .init("Who put it together; may be given again.", valueName: "name"))
  var editor: [String] = []

  @Option(help: .init("The language of title and editor's words.", valueName: "tag"))
  var language: String?

  @Option(help: .init("given, title, author, date, series or length.", valueName: "order"))
  var order: String?

  @Option(help: .init("Of a story that is there twice: keep, best or error.", valueName: "what"))
  var duplicates: String?

  @Flag(help: "Make no book when a story cannot be read.")
  var strict = false

  @OptionGroup(title: "The book")
  var book: BookArguments

  @OptionGroup
  var parallel: JobsArgument

  @Flag(help: "Replace whatever file is in the book's place.")
  var force = false

  @Flag(help: "Take no notice of sidecars.")
  var noSidecar = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Describe the book as JSON on standard output.")
  var json = false

  @OptionGroup
  var size: SizeArgument

  func run() async throws {
    let console = Console()
    do {
      let place = try BookPlace(output, inputs: inputs, ending: book.kobo ? .kepub : .epub)
      let anthology = try await Anthologist(try options()).bind(inputs, output: place.path ?? "")
      for failure in anthology.failures { console.error(failure) }
      if !quiet {
        for remark in anthology.remarks + place.remarks(isForKobo: book.kobo) {
          console.warning(remark)
        }
      }
      try place.put(anthology, replacing: force ? .anything : .earlierEdition)
      try report(anthology, at: place, console)
      if !anthology.failures.isEmpty { throw ExitCode.input }
    } catch {
      throw console.exitCode(for: error)
    }
  }

  private func options() throws -> AnthologyOptions {
    var options = AnthologyOptions()
    options.title = title
    options.editors = editor
    options.language = language
    options.order = try Self.choice(order, "--order")
    options.duplicates = try Self.choice(duplicates, "--duplicates")
    options.isStrict = strict
    options.making = try book.options()
    options.cover = book.cover == nil ? nil : options.making.cover
    options.theme = book.theme == nil ? nil : options.making.theme
    options.jobs = try parallel.count()
    options.sidecars = !noSidecar
    options.limit = try size.limit()
    return options
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ word: String?, _ option: String
  ) throws(UsageError) -> Choice? {
    guard let word else { return nil }
    guard let choice = Choice(rawValue: word) else {
      throw UsageError(
        "\(option) is '\(word)'",
        help: "use " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  private func report(_ anthology: Anthology, at place: BookPlace, _ console: Console) throws {
    let report = AnthologyReport(anthology, place: place)
    if json {
      try (place == .standardOutput ? StandardStream.error : .output).write(report.json)
    } else if !quiet {
      console.say(report.line)
    }
  }
}
