public import FanfoldEPUB

/// What is told about an anthology beyond its stories.
public struct AnthologyOptions: Sendable {
  /// What the book is called; found in the stories when it is `nil`.
  public var title: String?
  public var editors: [String] = []
  /// The language of the book's title and the editor's words; that of most stories when it is `nil`.
  public var language: String?
  /// In which order the stories stand; `nil` is the order of their series when all are of one, else the one given.
  public var order: StoryOrder?
  /// What is done about stories that are there twice; `nil` keeps them.
  public var duplicates: DuplicatePolicy?
  /// Whether one story that cannot be read is reason enough to make no book.
  public var isStrict = false
  /// Where the cover comes from; `nil` is what a plan says, else drawn.
  public var cover: CoverChoice?
  /// How the pages look; `nil` is what a plan says, else classic.
  public var theme: Theme?
  /// How the pages are made otherwise. The overrides are not used: each story has its own.
  public var making = ConversionOptions()
  /// How many stories are worked on at once.
  public var jobs = 1
  /// Whether what lies beside the files is obeyed.
  public var sidecars = true
  /// The most bytes of one file.
  public var limit = InputFile.usualLimit

  /// The stories decide about everything that is not given.
  public init() {}
}

/// An order of stories; the raw values are what `--order` and plans say.
public enum StoryOrder: String, Sendable, Hashable, CaseIterable {
  case given, title, author, date, series, length
}

/// What is done about two stories with the same text; the raw values are what `--duplicates` and plans say.
public enum DuplicatePolicy: String, Sendable, Hashable, CaseIterable {
  /// Both are in the book, and it is said.
  case keep
  /// The longer one is in the book, or the one of which more is known.
  case best
  /// There is no book.
  case error
}
