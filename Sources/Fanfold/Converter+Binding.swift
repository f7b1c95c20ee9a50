internal import FanfoldArchive
internal import FanfoldEPUB

extension Converter {
  func bookOptions(_ inputs: [InputFile], fallbackTitle: String) -> BookOptions {
    var book = options.bookOptions(newest: inputs.compactMap(\.modified).max())
    book.sources = inputs.map { file in
      file.digest.map { SourceFile(name: file.baseName, digest: $0) }
        ?? SourceFile(name: file.baseName, bytes: file.bytes)
    }
    book.fallbackTitle = fallbackTitle
    return book
  }

  /// What to say about pictures that nobody who cannot see them will know of.
  func pictureRemark(_ book: Book) -> String? {
    let (all, undescribed) = book.pictures
    guard undescribed > 0 else { return nil }
    if all == 1 { return "its picture has no description in words" }
    return "\(undescribed) of its \(all) pictures \(undescribed == 1 ? "has" : "have") no "
      + "description in words"
  }

  func pack(_ book: Book, of file: String) throws(ConversionError) -> [UInt8] {
    do {
      return try EPUBPackager.pack(book)
    } catch {
      throw ConversionError(
        .system, "cannot-pack", file: file, problem: error.description,
        help: "free some memory and try again")
    }
  }

  /// Takes the notes out when nobody wants them; each belongs to the file it was read from.
  func removeUnwantedNotes(from gathered: inout StoryGatherer.Gathered) -> [Conversion.Removal] {
    guard options.notes == .none else { return [] }
    let files = gathered.parts.flatMap { part in
      var story = part.story
      return story.removeNotes().map { ($0, part.input.name) }
    }
    let names = Dictionary(files) { first, _ in first }
    let first = gathered.parts.first?.input.name ?? ""
    return gathered.story.removeNotes().map { .init(file: names[$0] ?? first, entry: $0) }
  }
}

extension ConversionOptions {
  /// The same for what binds the book.
  ///
  /// - Parameter newest: When the newest of its inputs was changed, in seconds since 1970.
  func bookOptions(newest: Int64?) -> BookOptions {
    var book = BookOptions(
      modified: max(modified ?? newest ?? Self.undated, Self.undated),
      generator: Release.generator, typography: typography, theme: theme)
    book.notes = notes
    book.isForKobo = isForKobo
    book.hasContentsPage = hasContentsPage
    book.certifier = isChecked ? Release.generator : nil
    book.hasInitials = hasInitials
    return book
  }
}
