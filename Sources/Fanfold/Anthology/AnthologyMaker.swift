internal import FanfoldArchive
internal import FanfoldCover
internal import FanfoldEPUB

/// Makes the book of an anthology when all its stories are read.
struct AnthologyMaker {
  let scheme: AnthologyScheme
  let shelf: PieceShelf
  let options: AnthologyOptions

  func anthology() throws(ConversionError) -> Anthology {
    let all = shelf.all
    guard !all.isEmpty else { throw nothing }
    let naming = AnthologyTitle(pieces: all, folder: scheme.folder)
    let order = options.order ?? (naming.series == nil ? .given : .series)
    var stories: [StoryPiece] = []
    let entries = entries(scheme.nodes, order: order, into: &stories)
    var facts = AnthologyFacts(
      title: options.title ?? naming.title, editors: options.editors, language: options.language)
    facts.introduction = scheme.introduction
    var book = options.making.bookOptions(newest: all.compactMap(\.modified).max())
    let named = AnthologyBinder(entries, facts: facts, options: book).name
    let (cover, remark) = cover(title: named.title, identifier: named.identifier, stories: stories)
    book.cover = cover
    let epub: [UInt8]
    do throws(ArchiveError) {
      epub = try AnthologyBinder(entries, facts: facts, options: book).pack()
    } catch {
      throw ConversionError(
        .system, "cannot-pack", file: named.title, problem: error.description,
        help: "free some memory and try again")
    }
    if options.making.isChecked { try BookGate().admit(epub, of: named.title) }
    return Anthology(
      title: named.title, identifier: named.identifier, epub: epub,
      stories: stories.map(Self.entry), failures: shelf.failures,
      remarks: shelf.remarks + (remark.map { [.init(file: named.title, text: $0)] } ?? []))
  }

  private var nothing: ConversionError {
    shelf.failures.first
      ?? ConversionError(
        .input, "no-story", file: scheme.jobs.first?.story.files.first ?? "",
        problem: "there is no story here",
        help: "name the stories' files, or the folders they are in")
  }

  private func entries(
    _ nodes: [AnthologyScheme.Node], order: StoryOrder, into stories: inout [StoryPiece]
  ) -> [AnthologyEntry] {
    var entries: [AnthologyEntry] = []
    for node in nodes {
      switch node {
      case .stories(let jobs):
        let pieces = StorySorter(order: order).sorted(shelf.pieces(of: jobs))
        stories += pieces
        entries += pieces.map { .story($0.bound) }
      case .passage(let passage): entries.append(.passage(passage))
      case .division(let title, let introduction, let own, let nodes):
        let inner = self.entries(nodes, order: own ?? order, into: &stories)
        // Nothing is left to stand under the heading when none of its stories could be read.
        guard !inner.isEmpty || introduction != nil else { continue }
        entries.append(.division(title: title, introduction: introduction, inner))
      }
    }
    return entries
  }

  private func cover(
    title: String, identifier: String, stories: [StoryPiece]
  ) -> (BookCover?, remark: String?) {
    var seen: Set<String> = []
    let authors = stories.flatMap { $0.metadata.authors.map(\.name) }
      .filter { seen.insert($0).inserted }
    let byline =
      options.editors.isEmpty
      ? authors.count > 3 ? "\(authors.count) authors" : ListFormat.joined(authors)
      : "edited by \(ListFormat.joined(options.editors) ?? "")"
    let text = CoverText(
      title: title, byline: byline,
      fandom: stories.count == 1 ? "1 story" : "\(stories.count) stories")
    return Converter(options.making).cover(text, identifier: identifier, source: nil)
  }

  private static func entry(_ piece: StoryPiece) -> Anthology.Entry {
    Anthology.Entry(
      title: piece.title, authors: piece.metadata.authors.map(\.name), words: piece.words,
      chapters: piece.chapters, files: piece.files, removed: piece.removed)
  }
}
