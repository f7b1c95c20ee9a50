public import FanfoldStory

/// What a book needs to know that its story does not say.
public struct BookOptions: Sendable, Hashable {
  /// When the book was last changed, in seconds since 1970; never read from a clock here, so that
  /// the same story makes the same bytes.
  public var modified: Int64
  /// Who made the book, "fanfold 0.1.0".
  public var generator: String
  /// The files the story was read from.
  public var sources: [SourceFile]
  /// What to call a story that has no title.
  public var fallbackTitle: String
  /// How much of the text is set as printers set it.
  public var typography: Typography

  /// The options for a book that was last changed at `modified`.
  public init(
    modified: Int64, generator: String = "fanfold", sources: [SourceFile] = [],
    fallbackTitle: String = "Untitled", typography: Typography = .full
  ) {
    self.modified = modified
    self.generator = generator
    self.sources = sources
    self.fallbackTitle = fallbackTitle
    self.typography = typography
  }
}
