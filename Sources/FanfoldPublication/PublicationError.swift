public import FanfoldArchive
public import FanfoldMarkup

/// Why a file cannot be opened as an EPUB.
public enum PublicationError: Error, Sendable, Hashable {
  case container(ArchiveError)
  /// Nothing in the container says where the package document is.
  case noPackage
  case malformed(path: String, MarkupError)
  /// The book is encrypted by a system for digital rights, whose name this is.
  case protected(by: String)
}
