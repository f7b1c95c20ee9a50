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
  /// The picture for the cover; a book without one begins with its title page.
  public var cover: BookCover?
  /// How its pages look.
  public var theme: Theme
  /// Where the author's notes are.
  public var notes: NotePlacement = .inline
  /// Whether the pages are marked as Kobo's readers want them.
  public var isForKobo = false
  /// Whether the contents are a page to leaf through besides being navigation.
  public var hasContentsPage = true
  /// Who vouches that a book which says it is accessible is valid too; without anybody none says so.
  public var certifier: String?
  /// Whether chapters begin with a large letter, several lines high.
  public var hasInitials = false

  /// The options for a book that was last changed at `modified`.
  public init(
    modified: Int64, generator: String = "fanfold", sources: [SourceFile] = [],
    fallbackTitle: String = "Untitled", cover: BookCover? = nil,
    typography: Typography = .full, theme: Theme = .classic
  ) {
    self.modified = modified
    self.generator = generator
    self.sources = sources
    self.fallbackTitle = fallbackTitle
    self.typography = typography
    self.cover = cover
    self.theme = theme
  }
}

/// The picture on the cover of a book.
public struct BookCover: Sendable, Hashable {
  public var image: StoryImage
  /// Whether it was drawn for this book rather than taken from the story's source: the next edition draws it anew.
  public var isDrawn: Bool

  /// A cover with that picture.
  public init(_ image: StoryImage, isDrawn: Bool = false) {
    self.image = image
    self.isDrawn = isDrawn
  }
}
