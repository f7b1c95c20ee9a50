internal import FanfoldArchive
package import FanfoldStory

/// The pictures in a book, each once, in the order in which the text comes to them.
package struct BookImages: Sendable, Hashable {
  package private(set) var all: [BookImage] = []
  private var places: [String: Int] = [:]

  /// No pictures.
  package init() {}

  /// Those pictures of a story that its text shows and a reading system can (EPUB 3.3 §3.2).
  package init(of story: Story) {
    guard !story.images.isEmpty else { return }
    let known = Dictionary(story.images.map { ($0.id, $0) }) { first, _ in first }
    story.forEachBlock { add($0, known) }
  }

  /// Adds the pictures that blocks show.
  mutating func add(_ blocks: [Block], from images: [StoryImage]) {
    guard !images.isEmpty else { return }
    let known = Dictionary(images.map { ($0.id, $0) }) { first, _ in first }
    for block in blocks { add(block, known) }
  }

  /// Adds the pictures of another part of the book that are not there yet.
  mutating func add(_ images: [BookImage]) {
    for image in images where places[image.id] == nil {
      places[image.id] = all.count
      all.append(image)
    }
  }

  private mutating func add(_ block: Block, _ known: [String: StoryImage]) {
    block.forEachImage { reference in
      guard let image = known[reference.id], places[image.id] == nil,
        let header = ImageHeader(of: image.bytes), header.format.isCore
      else { return }
      places[image.id] = all.count
      all.append(BookImage(image, header))
    }
  }

  /// The picture a text means; `nil` when the book does not hold it.
  package subscript(_ reference: ImageReference) -> BookImage? {
    places[reference.id].map { all[$0] }
  }
}

/// A picture as a file of the book.
package struct BookImage: Sendable, Hashable {
  /// The file's name, which the picture's bytes decide.
  package let name: String
  /// The name of its bytes.
  let id: String
  package let mediaType: String
  package let bytes: [UInt8]
  package let width: Int?
  package let height: Int?

  /// A picture of a cover, under a name of its own; `nil` when reading systems could not show it.
  init?(cover image: StoryImage) {
    guard let header = ImageHeader(of: image.bytes), header.format.isCore else { return nil }
    name = "cover.\(header.format.fileExtension)"
    id = image.id
    mediaType = header.format.mediaType
    bytes = image.bytes
    width = header.width
    height = header.height
  }

  /// A picture that is the cover of one story among others; `nil` when reading systems could not show it.
  init?(source image: StoryImage) {
    guard let header = ImageHeader(of: image.bytes), header.format.isCore else { return nil }
    self.init(image, header)
  }

  /// What the picture's own header says is what a reading system will see.
  init(_ image: StoryImage, _ header: ImageHeader) {
    name = "\(image.id).\(header.format.fileExtension)"
    id = image.id
    mediaType = header.format.mediaType
    bytes = image.bytes
    width = header.width
    height = header.height
  }
}
