/// An EPUB 3 publication as values: what its package document says, its sections in reading order,
/// and its contents. Nothing in it is markup yet.
public struct Book: Sendable, Hashable {
  package var metadata: Publication
  package var sections: [Section]
  package var contents: [ContentsEntry]
  package var images: BookImages
  /// The picture of the cover, which the first section shows.
  package var cover: BookImage?
  /// How its pages look.
  package var theme: Theme
  /// Whether the contents are a page to leaf through besides being navigation.
  package var hasContentsPage = true
  /// Whether the pages are marked as Kobo's readers want them.
  package var isForKobo = false
  /// Whether chapters begin with a large letter.
  package var hasInitials = false
  /// Whether it is bound among others, each of which has its folder.
  package var isPart = false
  /// The names of the folders whose stories have a record.
  package var records: [String] = []

  package init(
    metadata: Publication, sections: [Section], contents: [ContentsEntry],
    images: BookImages = BookImages(), cover: BookImage? = nil, theme: Theme = .classic
  ) {
    self.metadata = metadata
    self.sections = sections
    self.contents = contents
    self.images = images
    self.cover = cover
    self.theme = theme
  }

  /// The publication's unique identifier, a `urn:uuid:` that a later edition of the story shares.
  public var identifier: String { metadata.identifier }

  /// How many pictures the text shows, and how many of them have no words that stand for them.
  package var pictures: (all: Int, undescribed: Int) {
    (metadata.accessibility.pictures, metadata.accessibility.undescribedPictures)
  }

  /// The title as it stands on the title page.
  public var title: String { metadata.title }
}

/// A line of the table of contents.
package struct ContentsEntry: Sendable, Hashable {
  package var title: String
  /// The name of the section it leads to.
  package var section: String
  package var children: [ContentsEntry] = []
  /// Whether the title is the binder's, in English, rather than the story's.
  package var isGenerated = false
  /// The title's language where it is not that of the book.
  package var language: String?
}
