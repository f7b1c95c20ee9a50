import ArgumentParser
import Fanfold

/// `fanfold split`: one anthology, its stories as books.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    _superCommandName: "fanfold",
    abstract: "Take the stories out of an anthology.",
    discussion: """
      Makes a book of each story that is bound in an anthology of fanfold's, EpubMerge's or \
      FanFicFare's, with all that the anthology knows of it. A story that cannot be read is told \
      and left out; the exit status is 1 then.

      Names may have {author}, {authors}, {title}, {series}, {index}, {fandom}, {language} and \
      {file} in them, and '/' for folders.
      """)

  @Argument(help: .init("The anthology.", valueName: "anthology.epub"))
  var anthology: String

  @Option(
    name: .shortAndLong,
    help: .init("The folder for the books; made if absent.", valueName: "folder"))
  var output: String

  @Option(help: .init("How books are named.", valueName: "template"))
  var name = NameTemplate.usual

  @OptionGroup(title: "The books")
  var book: BookArguments

  @Flag(help: "Replace whatever files are in the books' places.")
  var force = false

  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  @OptionGroup
  var size: SizeArgument

  func run() throws {
    let console = Console()
    do {
      guard !output.isEmpty else {
        throw UsageError("-o is empty", help: "name a folder: -o FOLDER")
      }
      let shelf = try SplitShelf(
        folder: output, template: name, replacing: force ? .anything : .earlierEdition)
      let splitter = AnthologySplitter(try book.options(typography: .none))
      let input = try InputFile(path: anthology, limit: try size.limit())
      let counts = try split(input, splitter, into: shelf, console)
      if !quiet {
        let failed = counts.failed > 0 ? ", \(counts.failed) failed" : ""
        console.say("\(output): \(ConversionReport.count(counts.made, "book")) made\(failed)")
      }
      if counts.failed > 0 { throw ExitCode.input }
    } catch {
      throw console.exitCode(for: error)
    }
  }

  private func split(
    _ input: InputFile, _ splitter: AnthologySplitter, into shelf: SplitShelf, _ console: Console
  ) throws -> (made: Int, failed: Int) {
    var shelf = shelf
    var counts = (made: 0, failed: 0)
    try splitter.split(input) { result in
      do throws(ConversionError) {
        let book = try result.get()
        if !quiet { for remark in book.remarks { console.warning(remark) } }
        try shelf.put(book)
        counts.made += 1
      } catch {
        console.error(error)
        counts.failed += 1
      }
    }
    return counts
  }
}
