extension Conversion {
  /// Writes the book to a file, whole or not at all: whatever was there before stays until the disk has the book.
  public func write(
    to path: String, replacing: Replacing = .earlierEdition
  ) throws(ConversionError) {
    try PublishedBook.write(epub, identifier: identifier, to: path, replacing: replacing)
  }

  /// What may be in the place where a book is written.
  public enum Replacing: Sendable, Hashable {
    /// An earlier edition of the same story, told by its identifier, and nothing else.
    case earlierEdition
    /// Any file.
    case anything
  }
}

extension Anthology {
  /// Writes the book to a file, whole or not at all: whatever was there before stays until the disk has the book.
  public func write(
    to path: String, replacing: Conversion.Replacing = .earlierEdition
  ) throws(ConversionError) {
    try PublishedBook.write(epub, identifier: identifier, to: path, replacing: replacing)
  }
}

extension PublishedBook {
  fileprivate static func write(
    _ epub: [UInt8], identifier: String, to path: String, replacing: Conversion.Replacing
  ) throws(ConversionError) {
    let existing = FileStatus(path: path)
    if existing?.kind == .folder {
      throw ConversionError(
        .system, "is-a-folder", file: path, problem: "this is a folder",
        help: "name the book to write: -o FOLDER/BOOK.epub")
    }
    if existing?.kind == .regular, replacing == .earlierEdition,
      !isEdition(at: path, of: identifier)
    {
      throw ConversionError(
        .system, "file-exists", file: path, problem: "there is another file here already",
        help: "choose another place with -o, or replace the file with --force")
    }
    do {
      try OutputFile(path, existing: existing).write(epub)
    } catch {
      throw ConversionError(
        .system, "cannot-write", file: path, problem: "cannot write the book: \(error)",
        help: "nothing was changed here; choose another place with -o")
    }
  }
}
