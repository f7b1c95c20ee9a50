internal import FanfoldArchive
internal import FanfoldCheck
internal import FanfoldEPUB
internal import FanfoldStory

/// Lets no book out that is not valid: what comes from an input nobody has thought of is found out here, and not by
/// the first reader.
package struct BookGate: Sendable {
  private let judge: @Sendable ([UInt8]) -> [Finding]

  /// Judges as `fanfold check` does.
  package init() {
    let validator = Validator()
    self.init { validator.check($0, name: "book.epub").findings }
  }

  /// Judges by other means.
  package init(_ judge: @escaping @Sendable ([UInt8]) -> [Finding]) { self.judge = judge }

  /// Has it learnt what most books ask for, before the first one comes: a small book of what stories are made of is
  /// judged. That is of use only where another processor can do it meanwhile.
  ///
  /// - Parameter isWanted: Whether a book will come.
  package func prepare(_ isWanted: Bool) {
    guard isWanted, ProcessorCount.usable > 1 else { return }
    var options = ConversionOptions(typography: .none).bookOptions(newest: nil)
    options.sources = [SourceFile(name: "rain.txt", bytes: [])]
    let book = Book(binding: Self.sample, options: options)
    // To deflate the book would teach nothing.
    let files = EPUBPackager.files(of: book).map {
      ContainerFile(path: $0.path, bytes: $0.bytes, storage: .stored)
    }
    if let epub = try? ContainerWriter.write(files, modified: book.metadata.modified) {
      _ = judge(epub)
    }
  }

  private static var sample: Story {
    var metadata = StoryMetadata()
    metadata.title = "Rain"
    metadata.authors = [.init("A. Writer")]
    metadata.fandoms = ["Weather"]
    metadata.language = "en"
    let paragraph = Block(.paragraph([.text("It rained, "), .emphasis([.text("again")])]))
    let blocks = [paragraph, Block(.sceneBreak(label: [])), paragraph]
    return Story(
      metadata: metadata, notesBefore: [Note(blocks: [paragraph])],
      chapters: ["One", "Two"].map { Chapter(label: "Chapter \($0)", blocks: blocks) })
  }

  /// Refuses a book that has an error; warnings do not make a book invalid.
  func admit(_ book: [UInt8], of file: String) throws(ConversionError) {
    let errors = judge(book).filter { $0.rule.severity == .fatal || $0.rule.severity == .error }
    guard let first = errors.first else { return }
    let more = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    let place = first.line.map { "\(first.path):\($0)" } ?? first.path
    throw ConversionError(
      .system, "invalid-book", file: file,
      problem: "the book made of it is not valid: \(place): \(first.message) "
        + "[\(first.rule.id) \(first.rule.name)]\(more)",
      help: "this is a fault of fanfold, please report it; --no-check writes the book all the same")
  }
}
