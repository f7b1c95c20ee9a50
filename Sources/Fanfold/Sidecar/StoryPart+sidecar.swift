internal import FanfoldReading
internal import FanfoldStory

extension StoryPart {
  /// The part's story with what its sidecar says in place.
  ///
  /// What the sidecar only repeats is left as it was read, so that an unedited sidecar changes nothing.
  func corrected() throws(ConversionError) -> Story {
    guard let sidecar else { return story }
    var story = story
    for (index, start) in reading.corrections where story.chapters.indices.contains(index) {
      guard start.label != nil || start.title != nil else { continue }
      story.chapters[index].label = start.label
      story.chapters[index].title = start.title
    }
    try overrides(sidecar).apply(to: &story.metadata)
    return story
  }

  /// What the sidecar says about the metadata that the file does not.
  func changes(_ sidecar: Sidecar) -> [Sidecar.Entry] {
    sidecar.metadata.filter { $0.key.values(in: reading.story.metadata) != $0.values }
  }

  private func overrides(_ sidecar: Sidecar) throws(ConversionError) -> MetadataOverrides {
    var overrides = MetadataOverrides()
    for entry in changes(sidecar) {
      let field = MetadataField(entry.key)
      if entry.values.isEmpty { overrides.clear(field) }
      for value in entry.values {
        do throws(OverrideError) { try overrides.set(field.rawValue, to: value) } catch {
          throw ConversionError(
            .input, "bad-sidecar", file: input.sidecar?.name ?? input.name, line: entry.line,
            problem: "\(entry.key.rawValue): \(error.problem)", help: error.help)
        }
      }
    }
    return overrides
  }
}

extension MetadataField {
  /// The field a sidecar's key is about.
  init(_ key: Sidecar.Key) {
    self =
      switch key {
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
