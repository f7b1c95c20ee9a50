public import FanfoldStory

/// A story made into a book, with the facts about how that went.
public struct Conversion: Sendable {
  /// The story as it was understood, the given metadata in place.
  public var story: Story
  /// The title on the book: the story's, or else its file's name made readable.
  public var title: String
  /// The book's unique identifier, `urn:uuid:…`: the same for every edition of the same story.
  public var identifier: String
  /// The book, an EPUB 3 container.
  public var epub: [UInt8]
  /// The files the story came from, in the order of its parts.
  public var sources: [Source]
  /// What is not in the book, in the order of the files and their lines.
  public var removed: [Removal]
  /// What a reader should know: broken characters, a part that is missing.
  public var remarks: [Remark]

  /// The words of the chapters, notes left out.
  public var wordCount: Int

  /// A file that went into the book.
  public struct Source: Sendable, Hashable {
    /// The file as the user named it.
    public var file: String
    /// The name of its character encoding, "UTF-8".
    public var encoding: String
  }

  /// A piece of a file that was left out of the book.
  public struct Removal: Sendable, Hashable {
    public var file: String
    /// Where it stood, why it was left out, and its text.
    public var entry: Ledger.Entry
  }

  /// Something about a file that does not keep it from becoming a book.
  public struct Remark: Sendable, Hashable {
    public var file: String
    /// Lower case, no full stop.
    public var text: String

    /// Something about the file.
    public init(file: String, text: String) {
      self.file = file
      self.text = text
    }
  }
}
