public import FanfoldStory

/// What a reader knows better than the recogniser: a small file beside the story, `NAME.fanfold.yaml`, that people
/// edit and conversions obey.
public struct Sidecar: Sendable, Hashable {
  /// The metadata a sidecar can say; the raw values are its keys.
  public enum Key: String, Sendable, Hashable, CaseIterable {
    case title, authors, fandoms, relationships, characters, rating, warnings, categories, tags
    case summary, series, status
    case plannedChapters = "planned-chapters"
    case published, updated, source, publisher, language
    case betas, translators, artists, recipients

    /// Whether a story may have several.
    public var isList: Bool {
      switch self {
      case .title, .rating, .summary, .status, .plannedChapters, .published, .updated, .source,
        .publisher, .language:
        false
      case .authors, .fandoms, .relationships, .characters, .warnings, .categories, .tags,
        .series, .betas, .translators, .artists, .recipients:
        true
      }
    }
  }

  /// What a sidecar says of one key; no values mean that the story has none.
  public struct Entry: Sendable, Hashable {
    public var key: Key
    public var values: [String]
    /// Where in the sidecar it stands.
    public var line: Int

    /// What is said on that line.
    public init(_ key: Key, _ values: [String], line: Int = 0) {
      self.key = key
      self.values = values
      self.line = line
    }
  }

  /// A line of the story at which a chapter begins.
  public struct ChapterStart: Sendable, Hashable {
    public var line: Int
    public var kind: Chapter.Kind
    public var label: String?
    public var title: String?

    /// A chapter that begins at the line.
    public init(line: Int, kind: Chapter.Kind = .chapter, label: String?, title: String?) {
      self.line = line
      self.kind = kind
      self.label = label
      self.title = title
    }
  }

  /// The name of the story's file, when the sidecar says for which one it is.
  public var file: String?
  public var metadata: [Entry]
  /// All chapters; `nil` leaves it to the recogniser.
  public var chapters: [ChapterStart]?
  /// Lines that stay in the story's text whatever they look like.
  public var keep: [SourceLines]
  /// Lines that are left out of the book.
  public var drop: [SourceLines]

  /// A sidecar that says as much as is given.
  public init(
    file: String? = nil, metadata: [Entry] = [], chapters: [ChapterStart]? = nil,
    keep: [SourceLines] = [], drop: [SourceLines] = []
  ) {
    self.file = file
    self.metadata = metadata
    self.chapters = chapters
    self.keep = keep
    self.drop = drop
  }
}
