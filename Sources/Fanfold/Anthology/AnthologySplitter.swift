internal import FanfoldPublication
internal import FanfoldReading

/// Gives back the stories that are bound in an anthology, each as a book of its own.
public struct AnthologySplitter: Sendable {
  /// How the books are made.
  public var options: ConversionOptions

  /// Splits into books that are made as the options say.
  public init(_ options: ConversionOptions = ConversionOptions()) { self.options = options }

  /// Makes a book of each story, in the order of the anthology.
  ///
  /// What was typeset when the anthology was made is not set again.
  ///
  /// - Parameter take: Gets each book, or why there is none, as soon as it is known.
  /// - Throws: ``ConversionError`` for a file that is no anthology.
  public func split(
    _ input: InputFile, take: (Result<Conversion, ConversionError>) -> Void
  ) throws(ConversionError) {
    guard let stories = BoundStories(input.bytes) else { throw Self.noAnthology(input) }
    let converter = Converter(options)
    for story in stories.all {
      take(
        Result { () throws(ConversionError) in
          try converter.convert([try input.member(story)])
        })
    }
  }

  /// In the words of the reader, for books that cannot be read at all.
  private static func noAnthology(_ input: InputFile) -> ConversionError {
    do throws(ReadError) {
      _ = try StoryReader().read(StoryFile(name: input.name, bytes: input.bytes))
    } catch {
      return ConversionError(error)
    }
    return ConversionError(
      .input, "no-anthology", file: input.name, problem: "no stories are bound in this file",
      help: "anthologies of fanfold, EpubMerge and FanFicFare can be split")
  }
}
