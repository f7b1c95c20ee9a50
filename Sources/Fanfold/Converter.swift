internal import FanfoldEPUB
internal import FanfoldReading
internal import FanfoldStory

/// Makes an EPUB of the files of one story: reads them, joins them, binds the book and packs it.
///
/// It works on values alone. Reading files is ``InputFile``'s job, writing the book
/// ``Conversion/write(to:replacing:)``'s.
///
/// Of many books the first takes longest, since what judges them learns from each: take one converter for all.
public struct Converter: Sendable {
  public var options: ConversionOptions
  private let gatherer: StoryGatherer
  private let judge: BookGate

  /// A converter that works as the options say.
  public init(_ options: ConversionOptions = ConversionOptions()) {
    self.init(options, judge: BookGate())
  }

  package init(
    _ options: ConversionOptions, gatherer: StoryGatherer = StoryGatherer(), judge: BookGate
  ) {
    self.options = options
    self.gatherer = gatherer
    self.judge = judge
  }

  /// Makes one book of one story. Several files are the story's parts: in the order of their part numbers
  /// when each has one ("Part 2/3"), else in the order given.
  public func convert(_ inputs: [InputFile]) throws(ConversionError) -> Conversion {
    let conversion = try bind(inputs)
    try admit(conversion)
    return conversion
  }

  /// Makes the only book that is wanted. It is there sooner than that of a converter made for it: what judges books gets
  /// ready on another processor while the story is read.
  public static func convert(
    alone inputs: [InputFile], _ options: ConversionOptions = ConversionOptions()
  ) async throws(ConversionError) -> Conversion {
    let judge = BookGate()
    async let isReady: Void = judge.prepare(options.isChecked)
    let converter = Converter(options, judge: judge)
    let conversion = try converter.bind(inputs)
    await isReady
    try converter.admit(conversion)
    return conversion
  }

  /// Refuses a book that is not valid, when it is to be checked.
  package func admit(_ conversion: Conversion) throws(ConversionError) {
    guard options.isChecked else { return }
    try judge.admit(conversion.epub, of: conversion.sources.first?.file ?? "")
  }

  /// The book that nobody has judged yet.
  package func bind(_ inputs: [InputFile]) throws(ConversionError) -> Conversion {
    var gathered = try gatherer.gather(inputs)
    options.overrides.apply(to: &gathered.story.metadata)
    let notes = removeUnwantedNotes(from: &gathered)
    let first = gathered.parts.first?.input
    var bookOptions = bookOptions(
      gathered.parts.map(\.input), fallbackTitle: first?.storyTitle ?? "")
    let named = Book.name(of: gathered.story, options: bookOptions)
    let (cover, remark) = cover(
      for: gathered.story, title: named.title, identifier: named.identifier)
    bookOptions.cover = cover
    let book = Book(binding: gathered.story, options: bookOptions)
    for remark in [remark, pictureRemark(book)].compactMap({ $0 }) {
      gathered.remarks.append(.init(file: first?.name ?? "", text: remark))
    }
    let epub = try pack(book, of: first?.name ?? "")
    return Conversion(
      story: gathered.story, title: book.title, identifier: book.identifier, epub: epub,
      sources: gathered.parts.map { .init(file: $0.input.name, encoding: $0.reading.encoding) },
      removed: gathered.parts.flatMap(\.removals) + notes, remarks: gathered.remarks,
      wordCount: book.metadata.wordCount)
  }
}
