internal import FanfoldArchive
internal import FanfoldMarkup
package import FanfoldPublication
internal import FanfoldStory

/// An EPUB of any maker → manuscript: its title pages and lists of tags become metadata, its documents chapters as
/// its table of contents parts them; covers, contents and imprints stay out.
struct EPUBReader {
  let lexicon: Lexicon

  /// What a book is read as.
  enum Result {
    /// What the book says; whether its maker is known and no more is to be found in it.
    case manuscript(Manuscript, isTyped: Bool)
    /// A book of this program's own, which holds its story whole.
    case story(Story, CharacterTally)
  }

  func read(_ file: StoryFile) throws(ReadError) -> Result {
    let publication: Publication
    do throws(PublicationError) {
      publication = try Publication(file.bytes)
    } catch {
      throw ReadError(error, file: file.name)
    }
    var remarks: [String] = []
    let documents = BookDocument.all(of: publication, remarks: &remarks)
    guard !documents.isEmpty else {
      guard let first = remarks.first else { throw ReadError.noStory(file.name) }
      throw ReadError(
        "unreadable-book", file: file.name,
        problem: "no document of the book can be read: \(first)",
        help: "download or copy the book again, or repair it with an editor such as Sigil")
    }
    if let own = OwnBook(publication, documents) {
      let (story, tally) = own.read()
      return .story(story, tally)
    }
    // What these two makers write is known, and says what each of its words is.
    let typed =
      ArchiveBook(documents)?.pages ?? FanFicFareBook(documents, labels: lexicon.labels)?.pages
    let pages = typed ?? AnyBook(publication, documents, lexicon: lexicon).pages()
    let manuscript = manuscript(
      file, publication, documents, pages, isTyped: typed != nil, remarks)
    return .manuscript(manuscript, isTyped: typed != nil)
  }

  private func manuscript(
    _ file: StoryFile, _ publication: Publication, _ documents: [BookDocument],
    _ pages: [SitePage], isTyped: Bool, _ remarks: [String]
  ) -> Manuscript {
    var builder = ManuscriptBuilder(file: file, textCapacity: file.bytes.count * 3)
    builder.sourceLine = 0
    let facts =
      pages.flatMap(\.facts)
      + PackageFacts(lexicon: lexicon).facts(publication.package, isTyped: isTyped)
    for fact in facts { builder.state(fact.subject, fact.value, isItem: fact.isItem) }
    stateCover(publication, in: &builder)
    BookFurniture(publication, documents).enter(into: &builder)
    for remark in remarks + pages.flatMap(\.remarks) { builder.remark(remark) }
    for (document, page) in zip(documents, pages) {
      var writer = PageWriter(
        tree: document.tree, page: page, styles: document.styles,
        neighbours: Neighbours(in: publication, at: document.path))
      writer.write(into: &builder)
    }
    return builder.finish(hasTypedMarks: true)
  }
}

extension EPUBReader {
  /// A cover that was drawn from title and author alone is drawn anew for the new book.
  private func stateCover(_ publication: Publication, in builder: inout ManuscriptBuilder) {
    guard publication.package.metadata.first("fanfold:cover") != "drawn",
      let item = publication.package.coverImage,
      let bytes = try? publication.bytes(at: item.path)
    else { return }
    builder.setCover(bytes, name: item.path)
  }
}

extension ReadError {
  /// Why a book cannot be opened.
  package init(_ error: PublicationError, file: String) {
    switch error {
    case .container(let error):
      self.init(
        "bad-container", file: file, problem: "\(error)",
        help: "download or copy the file again; it is damaged or not whole")
    case .noPackage:
      self.init(
        "not-a-book", file: file, problem: "the EPUB has no package document (.opf)",
        help: "download or copy the book again; it is not whole")
    case .malformed(let path, let error):
      self.init(
        "bad-markup", file: file, problem: "'\(path)' in the book cannot be read: \(error)",
        help: "repair the book with an editor such as Sigil, then convert it")
    case .protected(let system):
      self.init(
        "protected-book", file: file, problem: "the book is locked by \(system) (DRM)",
        help: "a locked book opens only in its shop's own readers; get a copy without DRM")
    }
  }
}
