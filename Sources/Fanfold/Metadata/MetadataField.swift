/// What can be said about a story from outside; the raw values are the keys of `--set`.
enum MetadataField: String, CaseIterable {
  case title, author, fandom, relationship, character, rating, warning, category, tag, summary
  case series, status, chapters, published, updated, source, publisher, language
  case beta, translator, artist, recipient

  /// Whether a story may have several, so that a second value joins the first.
  var isList: Bool {
    switch self {
    case .title, .rating, .summary, .status, .chapters, .published, .updated, .source,
      .publisher, .language:
      false
    case .author, .fandom, .relationship, .character, .warning, .category, .tag, .series, .beta,
      .translator, .artist, .recipient:
      true
    }
  }
}
