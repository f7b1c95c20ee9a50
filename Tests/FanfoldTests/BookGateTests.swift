import Fanfold
import FanfoldArchive
import Testing

@Suite("A book that is made")
struct BookGateTests {
  private static let story = InputFile(
    name: "red.txt",
    bytes: Array(
      "Title: Red\nAuthor: A. Writer\nLanguage: English\n\nIt rained, and nobody came to the door.\n"
        .utf8))

  private static func converter(
    _ severities: [Severity], _ options: ConversionOptions = ConversionOptions()
  ) -> Converter {
    let gate = BookGate { _ in
      severities.map { severity in
        Finding(
          Rule("RSC-005", "made-up", severity, "something is wrong", help: "put it right"),
          at: Place("EPUB/nav.xhtml", line: 3, column: 9), "'p' may not stand here")
      }
    }
    return Converter(options, judge: gate)
  }

  @Test(
    "is refused when it has an error",
    arguments: [
      (
        [Severity.error],
        "the book made of it is not valid: EPUB/nav.xhtml:3: 'p' may not stand here [RSC-005 made-up]"
      ),
      (
        [.warning, .fatal, .error],
        "the book made of it is not valid: EPUB/nav.xhtml:3: 'p' may not stand here [RSC-005 made-up]"
          + " (and 1 more)"
      ),
    ])
  func refused(severities: [Severity], problem: String) {
    #expect(
      throws: ConversionError(
        .system, "invalid-book", file: "red.txt", problem: problem,
        help:
          "this is a fault of fanfold, please report it; --no-check writes the book all the same")
    ) { try Self.converter(severities).convert([Self.story]) }
  }

  @Test("is not refused for less", arguments: [[], [Severity.warning, .info, .usage]])
  func admitted(severities: [Severity]) throws {
    let book = try Self.converter(severities).convert([Self.story])
    #expect(try book.epub == Converter().convert([Self.story]).epub)
  }

  @Test("is not judged when nobody wants it to be, and claims less then")
  func unchecked() throws {
    var options = ConversionOptions()
    options.isChecked = false
    let unchecked = try Self.converter([.fatal], options).convert([Self.story])
    let checked = try Converter().convert([Self.story])
    #expect(try Self.claims(checked) == true)
    #expect(try Self.claims(unchecked) == false)
  }

  private static func claims(_ book: Conversion) throws -> Bool {
    let package = try ContainerReader(book.epub).bytes(at: "EPUB/package.opf")
    return String(decoding: package, as: UTF8.self).contains("dcterms:conformsTo")
  }

  @Test("is the same when it is the only one")
  func alone() async throws {
    let alone = try await Converter.convert(alone: [Self.story])
    #expect(try alone.epub == Converter().convert([Self.story]).epub)
  }

  @Test("is judged by what judges books from elsewhere")
  func valid() throws {
    let book = try Converter().convert([Self.story])
    #expect(Validator().check(book.epub, name: "red.epub").isValid)
  }
}
