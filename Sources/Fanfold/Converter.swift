internal import FanfoldEPUB
internal import FanfoldReading
internal import FanfoldStory

/// Makes an EPUB of the files of one story: reads them, joins them, binds the book and packs it.
///
/// It works on values alone. Reading files is ``InputFile``'s job, writing the book
/// ``Conversion/write(to:replacing:)``'s.
public struct Converter: Sendable {
  public var options: ConversionOptions
  /// Made once, since it reads the tables.
  private let reader = StoryReader()

  /// A converter that works as the options say.
  public init(_ options: ConversionOptions = ConversionOptions()) {
    self.options = options
  }

  /// Makes one book of one story. Several files are the story's parts: in the order of their part numbers
  /// when each has one ("Part 2/3"), else in the order given.
  public func convert(_ inputs: [InputFile]) throws(ConversionError) -> Conversion {
    let parts = PartOrder(try inputs.map { input throws(ConversionError) in try read(input) })
    guard let first = parts.ordered.first else {
      throw ConversionError(
        .input, "no-input", file: "", problem: "no files given", help: "name the story's file")
    }
    var story = StoryJoiner.join(parts.ordered.map(\.reading.story))
    try checkAccount(of: story, from: parts.ordered)
    options.overrides.apply(to: &story.metadata)
    let book = Book(binding: story, options: bookOptions(inputs, fallbackTitle: first.input.title))
    return Conversion(
      story: story, title: book.title, identifier: book.identifier,
      epub: try pack(book, of: first.input.name),
      sources: parts.ordered.map { .init(file: $0.input.name, encoding: $0.reading.encoding) },
      removed: parts.ordered.flatMap(\.removals), remarks: parts.remarks)
  }

  private func read(_ input: InputFile) throws(ConversionError) -> StoryPart {
    do {
      let file = StoryFile(name: input.name, bytes: input.bytes)
      return StoryPart(input: input, reading: try reader.read(file))
    } catch {
      throw ConversionError(error)
    }
  }
}
