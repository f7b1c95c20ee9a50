/// Many stories made into one book, with the facts about how that went.
public struct Anthology: Sendable {
  public var title: String
  /// The book's unique identifier, `urn:uuid:…`: the same for every anthology of that title and editor.
  public var identifier: String
  /// The book, an EPUB 3 container.
  public var epub: [UInt8]
  /// The stories in the order of the book.
  public var stories: [Entry]
  /// What was to be in the book and is not, and why.
  public var failures: [ConversionError]
  /// What a reader should know: a story that is there twice, broken characters.
  public var remarks: [Conversion.Remark]

  /// A story of the book.
  public struct Entry: Sendable, Hashable {
    public var title: String
    public var authors: [String]
    public var words: Int
    public var chapters: Int
    /// The files it was read from, as the user named them.
    public var files: [String]
    /// The pieces of the files that were left out.
    public var removed: [Conversion.Removal]
  }

  /// The words of all stories.
  public var wordCount: Int { stories.reduce(0) { $0 + $1.words } }
}
