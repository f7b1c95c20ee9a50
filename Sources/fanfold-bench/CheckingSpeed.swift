import Fanfold
import FanfoldArchive

/// How long judging books takes, beside the least that anything which reads them can take.
enum CheckingSpeed {
  /// The line for some books: processor time for each of them, judged and only unpacked and parsed,
  /// the best of several runs each, all of them in one process; and for the very first, which has
  /// everything to be read that later ones find read.
  static func line(_ books: [(name: String, bytes: [UInt8])]) throws -> String {
    let validator = Validator()
    let first = ProcessorTime.measure {
      _ = validator.check(books[0].bytes, name: books[0].name)
    }
    var checking = Double.infinity
    var parsing = Double.infinity
    for _ in 0..<max(5, 400 / books.count) {
      let judged = ProcessorTime.measure {
        for book in books { _ = validator.check(book.bytes, name: book.name) }
      }
      let parsed = try ProcessorTime.measure { for book in books { try parse(book.bytes) } }
      (checking, parsing) = (min(checking, judged), min(parsing, parsed))
    }
    let count = Double(books.count)
    let size = Double(books.reduce(0) { $0 + $1.bytes.count }) / 1_000_000
    return "check \(size) checking \(checking / count) parsing \(parsing / count) first \(first)"
  }

  /// Unpacks the documents of a book and has them parsed with nobody listening.
  private static func parse(_ book: [UInt8]) throws {
    let container = try ContainerReader(book)
    for entry in container.entries where isDocument(entry.path) {
      BareSAX.parse(try container.bytes(of: entry))
    }
  }

  private static func isDocument(_ path: String) -> Bool {
    [".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx", ".svg", ".smil"]
      .contains { path.hasSuffix($0) }
  }
}
