import FanfoldArchive
import FanfoldEPUB
import FanfoldMarkup
import FanfoldStory

/// The pages of a book, to be looked into.
struct Pages {
  private let files: [String: [UInt8]]
  /// The names of all pages, in the order of the container.
  let names: [String]

  init(_ story: Story, _ change: (inout BookOptions) -> Void = { _ in }) {
    var options = Samples.options
    change(&options)
    self.init(Book(binding: story, options: options))
  }

  init(_ book: Book) {
    let files = EPUBPackager.files(of: book)
    names = files.map(\.path).filter { $0.hasSuffix(".xhtml") }
    self.files = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
  }

  func tree(_ name: String) throws -> MarkupTree {
    try XMLDocument.parse(files[name] ?? [])
  }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// The page of that name, as markup.
  func page(_ name: String) -> String { text("EPUB/text/\(name).xhtml") }

  var package: String { text("EPUB/package.opf") }
}
