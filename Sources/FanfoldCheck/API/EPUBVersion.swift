/// The versions of EPUB that can be judged.
public enum EPUBVersion: String, Sendable, Hashable, CaseIterable {
  /// EPUB 2.0.1.
  case epub2 = "2.0"
  /// EPUB 3.3, and all before it that begin with 3.
  case epub3 = "3.0"
}

/// What kind of book is expected, beyond what every EPUB has to be.
public enum Profile: String, Sendable, Hashable, CaseIterable {
  case standard = "default"
  case dictionaries = "dict"
  case education = "edupub"
  case indexes = "idx"
  case previews = "preview"
}

/// What a file is judged as.
public enum Mode: String, Sendable, Hashable, CaseIterable {
  /// A whole book, packed.
  case epub
  /// A whole book, expanded in a folder.
  case expanded = "exp"
  case package = "opf"
  case xhtml, svg
  case navigation = "nav"
  case mediaOverlay = "mo"

  /// Whether a single document is judged, without the book around it.
  public var isSingleDocument: Bool { self != .epub && self != .expanded }
}
