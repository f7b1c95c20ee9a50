internal import FanfoldStory

/// Makes one story of its parts.
enum StoryJoiner {
  /// The parts' chapters one after the other. What the author said around a part stays with its chapters.
  static func join(_ parts: [Story]) -> Story {
    guard var joined = parts.first else { return Story(chapters: []) }
    for part in parts.dropFirst() {
      joined.metadata.fold(part.metadata)
      if let last = joined.chapters.indices.last {
        joined.chapters[last].notesAfter += joined.notesAfter
        joined.notesAfter = []
      }
      var chapters = part.chapters
      if chapters.isEmpty {
        joined.notesAfter += part.notesBefore
      } else {
        chapters[0].notesBefore = part.notesBefore + chapters[0].notesBefore
      }
      joined.chapters += chapters
      joined.notesAfter += part.notesAfter
      joined.images.add(part.images)
      joined.ledger.entries += part.ledger.entries
    }
    return joined
  }
}

extension StoryMetadata {
  /// Adds what a later part knows: the first part's word stands, lists grow, dates span both.
  mutating func fold(_ later: StoryMetadata) {
    title = title ?? later.title
    authors.add(later.authors)
    contributors.add(later.contributors)
    fandoms.add(later.fandoms)
    relationships.add(later.relationships)
    characters.add(later.characters)
    rating = rating ?? later.rating
    warnings.add(later.warnings)
    categories.add(later.categories)
    tags.add(later.tags)
    if summary.isEmpty { summary = later.summary }
    series.add(later.series)
    status = later.status ?? status
    plannedChapters = later.plannedChapters ?? plannedChapters
    published = [published, later.published].compactMap { $0 }.min()
    updated = [updated, later.updated].compactMap { $0 }.max()
    source = source ?? later.source
    publisher = publisher ?? later.publisher
    language = language ?? later.language
  }
}

extension Array where Element: Equatable {
  /// Appends what is not there yet.
  fileprivate mutating func add(_ others: [Element]) {
    for other in others where !contains(other) { append(other) }
  }
}
