import ArgumentParser
import Fanfold

/// `fanfold convert`: one story, one book.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    _superCommandName: "fanfold",
    abstract: "Make an EPUB of one saved story.",
    discussion: """
      Several files are the parts of one story, and a folder stands for the files in it: they are \
      joined by their part numbers when each has one ("Part 2/3"), else in the order given, a \
      folder's by their names, 2 before 10. A sidecar beside a file (see 'fanfold inspect') is \
      obeyed. A file that exists is replaced only when it is \
      an earlier edition of the same story. The book's date is SOURCE_DATE_EPOCH when that is \
      set, else the newest input's own.
      """)

  @Argument(
    help: .init("The story's files or folder; '-' reads standard input.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: .shortAndLong,
    help: .init(
      "The book, a folder for it, or '-'; beside the input if absent.", valueName: "book.epub"))
  var output: String?

  @OptionGroup(title: "The book")
  var book: BookArguments

  @OptionGroup(title: "Metadata")
  var metadata: MetadataArguments

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
    let order = try order()
    try put(telling { try Converter(order.options).convert(order.inputs.files) }, order)
  }

  /// What is to be made of what, and where to put it.
  struct Order {
    let place: BookPlace
    let options: ConversionOptions
    let inputs: InputSet
  }

  /// The order that was given.
  func order() throws -> Order {
    try telling {
      let place = try BookPlace(output, inputs: inputs, ending: book.kobo ? .kepub : .epub)
      let options = try book.options(metadata.overrides())
      let inputs = try InputSet(inputs, limit: try size.limit(), sidecars: !noSidecar)
      return Order(place: place, options: options, inputs: inputs)
    }
  }

  /// Puts the book into its place, and says so.
  func put(_ conversion: Conversion, _ order: Order) throws {
    try telling {
      let (place, console) = (order.place, Console())
      if !quiet {
        let remarks = order.inputs.remarks + conversion.remarks
        for remark in remarks + place.remarks(isForKobo: book.kobo) { console.warning(remark) }
      }
      try place.put(conversion, replacing: force ? .anything : .earlierEdition)
      try report(conversion, at: place, console)
    }
  }

  /// Tells what goes wrong in a piece of the work.
  func telling<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      throw Console().exitCode(for: error)
    }
  }

  private func report(_ conversion: Conversion, at place: BookPlace, _ console: Console) throws {
    let report = ConversionReport(conversion, place: place)
    if json {
      // The book itself has standard output when it was asked for there.
      try (place == .standardOutput ? StandardStream.error : .output).write(report.json)
    } else if !quiet {
      console.say(report.line)
    }
  }
}
