internal import FanfoldMarkup
internal import FanfoldPublication
internal import FanfoldStory

/// A book that this program made → the story it was made of. Nothing is guessed: the book says what each of its pieces
/// is, so the same story comes back, and another edition of it is the same book.
struct OwnBook {
  private let publication: Publication
  private let documents: [BookDocument]

  /// `nil` for a book of another maker, or one that another program has made over.
  init?(_ publication: Publication, _ documents: [BookDocument]) {
    guard publication.package.metadata.first("fanfold:chapters") != nil,
      documents.contains(where: { $0.tree.first("section.chapter") != nil })
    else { return nil }
    self.publication = publication
    self.documents = documents
  }

  /// The story, and the characters of the book it was read from.
  func read() -> (story: Story, tally: CharacterTally) {
    var story = Story(
      metadata: OwnMetadata(publication.package).metadata(), chapters: [])
    var tally = CharacterTally()
    var shelf = OwnImages(publication)
    var places: [String: Int] = [:]
    for document in documents {
      var page = OwnPage(document, images: shelf)
      page.read(into: &story, chapters: &places)
      shelf = page.images
      tally.add(page.tally)
      story.ledger.entries += page.leftovers
    }
    story.images = shelf.all
    if publication.package.metadata.first("fanfold:cover") != "drawn",
      let item = publication.package.coverImage
    {
      story.cover = shelf.image(at: item.path)
    }
    return (story, tally)
  }
}

/// The pictures of a book, each read once.
struct OwnImages {
  private let publication: Publication
  private(set) var all: [StoryImage] = []
  private var known: [String: StoryImage] = [:]

  init(_ publication: Publication) { self.publication = publication }

  /// The picture at a path of the container.
  func image(at path: String) -> StoryImage? {
    guard let bytes = try? publication.bytes(at: path) else { return nil }
    var shelf = ImageShelf()
    return try? shelf.take(bytes).get()
  }

  /// The name of the picture that a document at `base` refers to; it is in the story from now on.
  mutating func take(_ source: String, from base: String) -> String? {
    guard let path = ContainerPath.resolve(source, from: base) else { return nil }
    if let image = known[path] { return image.id }
    guard let image = image(at: path) else { return nil }
    known[path] = image
    all.append(image)
    return image.id
  }
}
