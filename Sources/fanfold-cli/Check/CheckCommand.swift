import ArgumentParser
import Fanfold

/// `fanfold check`: is this a proper book?
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check EPUB books as EPUBCheck does.",
    discussion: """
      A book is a file or the folder it was expanded into. With --mode a single document is \
      checked without the book around it. The exit status is 1 when a book has an error.
      """)

  @Argument(help: .init("The books.", valueName: "book"))
  var books: [String]

  @Option(
    help: .init("Check as epub, exp, opf, xhtml, svg, nav or mo.", valueName: "kind"),
    transform: Self.choice)
  var mode: Mode = .epub

  @Option(
    name: [.customShort("v"), .long],
    help: .init("Check by EPUB 2.0 or 3.0, whatever the book says.", valueName: "version"),
    transform: Self.version)
  var epubVersion: EPUBVersion?

  @Option(
    help: .init("Expect default, dict, edupub, idx or preview.", valueName: "profile"),
    transform: Self.choice)
  var profile: Profile = .standard

  @Flag(help: "Report as JSON, as EPUBCheck does.")
  var json = false

  @Flag(help: "Report as JSON, one line a book.")
  var jsonl = false

  func run() async throws {
    let validator = Validator(mode: mode, version: epubVersion, profile: profile)
    var worst = ExitCode.success
    let console = Console()
    do {
      try await BookOnDisk.check(books.map(BookOnDisk.init), with: validator) { book, result in
        switch result {
        case .success(let report):
          try print(report, of: book)
          if !report.isValid, worst == .success { worst = .input }
        case .failure(let error):
          console.error(error)
          if json || jsonl { try StandardStream.output.write(Array("{}\n".utf8)) }
          worst = error.cause == .input ? .input : .system
        }
      }
    } catch let error as ConversionError {
      console.error(error)
      throw ExitCode.system
    }
    if worst != .success { throw worst }
  }

  private func print(_ report: Report, of book: BookOnDisk) throws {
    if json || jsonl {
      try StandardStream.output.write(CheckJSON(report, path: book.path).value.bytes + [0x0A])
    } else {
      try StandardStream.output.write(Array(CheckText(report, path: book.path).text.utf8))
    }
  }
}

extension CheckCommand {
  /// Reads one of a few words, or says which there are.
  @Sendable
  private static func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ word: String
  ) throws -> Value {
    guard let value = Value(rawValue: word) else {
      throw ValidationError("use one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  /// `2.0`, `3.0`, or a later one of that line.
  @Sendable
  private static func version(_ word: String) throws -> EPUBVersion {
    switch word.prefix(1) {
    case "2": .epub2
    case "3": .epub3
    default: throw ValidationError("use one of 2.0, 3.0")
    }
  }
}
