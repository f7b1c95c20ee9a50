package import FanfoldArchive
package import FanfoldStory

/// A story bound as a part of an anthology, its pages written and packed.
///
/// A story has a folder of its own in the book and its pages lead only to each other, to pictures and to the
/// stylesheet. So they do not depend on where in the book the story will stand, and of a thousand stories nothing but
/// packed pages has to be kept until the last one is read.
package struct BoundStory: Sendable {
  /// What a package document would say of the story.
  package let metadata: Publication
  /// The labels that indexes go by.
  package let labels: Labels
  let contents: ContentsEntry
  let pages: [Page]
  /// The story's own package document; what takes stories out of the book again goes by it.
  let record: PackedFile
  let images: [BookImage]
  let survey: AccessibilitySurvey

  /// A page of the story without its folder.
  struct Page: Sendable {
    var name: String
    var title: String
    var file: PackedFile
  }

  /// What a story is filed under.
  package struct Labels: Sendable, Hashable {
    package var fandoms: [String]
    package var relationships: [String]
    package var tags: [String]
  }

  /// Binds a story; the options' cover is the one its source has.
  ///
  /// - Throws: ``ArchiveError/outOfMemory``.
  package init(
    _ story: Story, options: BookOptions, introduction: Editorial? = nil
  ) throws(ArchiveError) {
    let cover = options.cover.flatMap { BookImage(source: $0.image) }
    var book = StoryBinder(story: story, options: options)
      .part(cover: cover, introduction: introduction)
    if let introduction {
      book.images.add(introduction.blocks, from: introduction.images)
    }
    var deflater = try Deflater()
    let writer = SectionWriter(book: book)
    pages = book.sections.map { section in
      let bytes = writer.write(section)
      return Page(
        name: section.name, title: section.title,
        file: deflater.pack(ContainerFile(path: section.name, bytes: bytes)))
    }
    record = deflater.pack(
      ContainerFile(path: "", bytes: RecordWriter(book: book, cover: cover).write()))
    contents = book.contents[0]
    metadata = book.metadata
    labels = Labels(
      fandoms: story.metadata.fandoms.plainLines,
      relationships: story.metadata.relationships.map(\.raw).plainLines,
      tags: story.metadata.tags.plainLines)
    var survey = AccessibilitySurvey(images: book.images)
    survey.add(book.sections)
    self.survey = survey.withoutImages
    let own = book.images.all
    images = own + [cover].compactMap { $0 }.filter { !own.contains($0) }
  }
}
