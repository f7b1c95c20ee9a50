public import FanfoldEPUB
public import FanfoldStory

/// What a conversion is told beyond its files.
public struct ConversionOptions: Sendable {
  /// Metadata that takes the place of what the files say.
  public var overrides: MetadataOverrides
  /// The book's modification date in seconds since 1970, UTC. When it is `nil`, the newest input's own date
  /// is used, so that the same files always make the same bytes.
  public var modified: Int64?
  /// How much of the text is set as printers of its language set it; the metadata stays as the files say.
  public var typography: Typography
  /// Where the cover comes from.
  public var cover: CoverChoice
  /// How the book's pages look, and the cover that is drawn for it.
  public var theme: Theme
  /// Where the author's notes are in the book.
  public var notes: NotePlacement = .inline
  /// Whether the pages are marked as the readers of Kobo want them; such a book's name ends in `.kepub.epub`.
  public var isForKobo = false
  /// Whether the contents are a page to leaf through; as navigation they are always there.
  public var hasContentsPage = true
  /// Whether a book is judged before anybody gets it; one that is not judged does not claim to be accessible.
  public var isChecked = true
  /// Whether chapters begin with a large letter, several lines high.
  public var hasInitials = false

  /// The files decide about everything that is not given.
  public init(
    overrides: MetadataOverrides = MetadataOverrides(), modified: Int64? = nil,
    cover: CoverChoice = .automatic, typography: Typography = .full, theme: Theme = .classic
  ) {
    self.overrides = overrides
    self.modified = modified
    self.cover = cover
    self.typography = typography
    self.theme = theme
  }

  /// The date of a book whose inputs have none, 1980-01-01T00:00:00Z: the earliest a ZIP file can hold.
  static let undated: Int64 = 315_532_800
}
