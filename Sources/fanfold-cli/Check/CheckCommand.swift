import ArgumentParser
import Fanfold
import FanfoldMarkup

/// `fanfold check`: is this a proper book?
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: "fanfold",
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

  @Flag(help: "Report as SARIF 2.1.0, for code hosts and editors.")
  var sarif = false

  @Option(help: .init("Tell of these rules only, by name or id.", valueName: "rule,…"))
  var only: [String] = []

  @Option(help: .init("Tell nothing of these rules.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(
    help: .init("Fail from error, warning, info or usage on.", valueName: "severity"),
    transform: Self.severity)
  var failOn: Severity = .error

  @Option(help: .init("The largest book, unpacked, in MiB.", valueName: "MiB"))
  var maxSize = CheckLimits().totalSize >> 20

  @Flag(help: "Tell of usage as well.")
  var usage = false

  func run() async throws {
    let console = Console()
    do {
      let filter = try FindingFilter(only: only, ignoring: ignore)
      let worst = try await check(filter, console)
      if worst != .success { throw worst }
    } catch {
      throw console.exitCode(for: error)
    }
  }

  private func check(_ filter: FindingFilter, _ console: Console) async throws -> ExitCode {
    guard (1...1 << 20).contains(maxSize) else {
      throw UsageError("--max-size is \(maxSize)", help: "use 1 to 1048576")
    }
    var validator = Validator(mode: mode, version: epubVersion, profile: profile)
    validator.limits.totalSize = maxSize << 20
    var worst = ExitCode.success
    var collected: [(path: String, report: Report)] = []
    try await BookOnDisk.check(books.map(BookOnDisk.init), with: validator) { book, result in
      switch result {
      case .success(let report):
        let report = filter.apply(to: report)
        if sarif { collected.append((book.path, report)) } else { try print(report, of: book) }
        if report.fails(on: failOn), worst == .success { worst = .input }
      case .failure(let error):
        console.error(error)
        if json || jsonl { try StandardStream.output.write(Array("{}\n".utf8)) }
        worst = error.cause == .input ? .input : .system
      }
    }
    if sarif { try StandardStream.output.write(CheckSARIF(collected).value.bytes + [0x0A]) }
    return worst
  }

  private func print(_ report: Report, of book: BookOnDisk) throws {
    if json || jsonl {
      try StandardStream.output.write(CheckJSON(report, path: book.path).value.bytes + [0x0A])
    } else {
      let text = CheckText(report, path: book.path, withUsage: usage).text
      try StandardStream.output.write(Array(text.utf8))
    }
  }
}

extension CheckCommand {
  /// Reads a severity in lower case.
  @Sendable
  private static func severity(_ word: String) throws -> Severity {
    guard let severity = Severity(rawValue: word.uppercased()) else {
      throw ValidationError("use one of fatal, error, warning, info, usage")
    }
    return severity
  }

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
