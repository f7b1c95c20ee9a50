package import FanfoldStory

/// What the package document says about the book as a whole (EPUB 3.3 §5.5).
package struct Publication: Sendable, Hashable {
  package var identifier: String
  package var title: String
  package var sortTitle: String
  package var creators: [Contribution]
  package var contributors: [Contribution]
  /// A well-formed language tag; `nil` when the language is not known.
  package var language: String?
  package var date: PartialDate?
  /// In seconds since 1970.
  package var modified: Int64
  package var description: String?
  package var source: String?
  package var publisher: String?
  package var subjects: [String]
  package var facts: [StoryFact]
  package var series: [SeriesPlace]
  package var wordCount: Int
  package var accessibility: Accessibility
  /// The languages of stories that are not in the book's first.
  package var otherLanguages: [String] = []
  /// What the stories of an anthology are together.
  package var set: String?

  /// Whether the text runs from right to left.
  package var isRightToLeft: Bool {
    guard let primary = language?.split(separator: "-").first else { return false }
    return ["ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(primary)
  }
}

/// Somebody with a part in the book.
package struct Contribution: Sendable, Hashable {
  package var name: String
  /// A code of the MARC relators.
  package var role: String
  package var sortName: String
  /// The address of a page about them, when the source links one.
  package var page: String?
}

/// Something known about the story for which EPUB has no property. Said in fanfold's own
/// vocabulary, it is still known when the book is read back.
package struct StoryFact: Sendable, Hashable {
  package enum Name: String, Sendable, CaseIterable {
    case fandom, relationship, character, rating, ratingLevel = "rating-level", warning, category,
      tag, cover, status, chapters, chaptersPlanned = "chapters-planned", published, updated
  }

  package var name: Name
  package var value: String
}
