public import FanfoldStory

extension Sidecar {
  /// What was recognised, for a person to correct: a conversion that obeys it unedited makes the same book as one
  /// without it.
  public init(of story: Story, file: String) {
    self.init(file: file)
    metadata = Key.allCases.compactMap { key in
      let values = key.values(in: story.metadata)
      return values.isEmpty ? nil : Entry(key, values)
    }
    let headed = story.chapters.filter(\.hasHeading)
    let starts = headed.compactMap(ChapterStart.init)
    // Where the format has no lines, chapters cannot be named by them.
    chapters = starts.isEmpty || starts.count < headed.count ? nil : starts
  }
}

extension Chapter {
  /// Whether the chapter begins at a heading; what stands before the first one has none.
  fileprivate var hasHeading: Bool { label != nil || title != nil }
}

extension Sidecar.ChapterStart {
  /// The chapter's start, when it has a line.
  fileprivate init?(_ chapter: Chapter) {
    guard let line = chapter.lines?.first else { return nil }
    self.init(line: line, kind: chapter.kind, label: chapter.label, title: chapter.title)
  }
}

extension Sidecar.Key {
  /// What the metadata says of the key, as a person would write it.
  public func values(in metadata: StoryMetadata) -> [String] {
    switch self {
    case .title: [metadata.title].compactMap(\.self)
    case .authors: metadata.authors.map(\.name)
    case .fandoms: metadata.fandoms
    case .relationships: metadata.relationships.map(\.raw)
    case .characters: metadata.characters
    case .rating: [metadata.rating?.raw].compactMap(\.self)
    case .warnings: metadata.warnings
    case .categories: metadata.categories
    case .tags: metadata.tags
    case .summary: metadata.summary.isEmpty ? [] : [Self.text(metadata.summary)]
    case .series: metadata.series.map { $0.name + ($0.position.map { " #" + $0 } ?? "") }
    case .status: [metadata.status.map(Self.word)].compactMap(\.self)
    case .plannedChapters: [metadata.plannedChapters.map(String.init)].compactMap(\.self)
    case .published: [metadata.published?.description].compactMap(\.self)
    case .updated: [metadata.updated?.description].compactMap(\.self)
    case .source: [metadata.source].compactMap(\.self)
    case .publisher: [metadata.publisher].compactMap(\.self)
    case .language: [metadata.language].compactMap(\.self)
    case .betas: Self.names(metadata, .beta)
    case .translators: Self.names(metadata, .translator)
    case .artists: Self.names(metadata, .artist)
    case .recipients: Self.names(metadata, .recipient)
    }
  }

  private static func text(_ paragraphs: [[Inline]]) -> String {
    paragraphs.map(\.plainText).joined(separator: "\n")
  }

  private static func names(_ metadata: StoryMetadata, _ role: Contributor.Role) -> [String] {
    metadata.contributors.filter { $0.role == role }.map(\.name)
  }

  /// The word that `--set status=…` takes.
  private static func word(_ status: StoryMetadata.Status) -> String {
    switch status {
    case .complete: "complete"
    case .inProgress: "in-progress"
    case .abandoned: "abandoned"
    }
  }
}

extension Sidecar.Key {
  /// What a decision about the key is about.
  public var subject: Decision.Subject {
    switch self {
    case .title: .title
    case .authors: .author
    case .fandoms: .fandom
    case .relationships: .relationship
    case .characters: .character
    case .rating: .rating
    case .warnings: .warning
    case .categories: .category
    case .tags: .tag
    case .summary: .summary
    case .series: .series
    case .status: .status
    case .plannedChapters: .chapters
    case .published: .published
    case .updated: .updated
    case .source: .source
    case .publisher: .publisher
    case .language: .language
    case .betas: .beta
    case .translators: .translator
    case .artists: .artist
    case .recipients: .recipient
    }
  }
}
