/// What of the input is not in the story's text: what became metadata, marks that became structure, and what
/// was left out. Together with the text it holds every character of the input.
public struct Ledger: Sendable, Hashable, Codable {
  public var entries: [Entry] = []

  /// An empty ledger.
  public init() {}

  /// One thing that was taken out of the text.
  public struct Entry: Sendable, Hashable, Codable {
    /// What became of the characters.
    public enum Fate: String, Sendable, Hashable, Codable {
      /// They are in the metadata, or overruled by it.
      case metadata
      /// They were marks, `***` or `_`, and the structure says the same.
      case markup
      /// They are not in the book.
      case removed
    }

    public var fate: Fate
    /// The name of the rule that decided, "wattpad-counters".
    public var rule: String
    /// Why, in words a reader understands.
    public var reason: String
    /// The characters, as they stood.
    public var text: String
    public var lines: SourceLines?

    /// An entry for the text at the lines.
    public init(_ fate: Fate, rule: String, reason: String, text: String, lines: SourceLines?) {
      self.fate = fate
      self.rule = rule
      self.reason = reason
      self.text = text
      self.lines = lines
    }
  }

  /// What is not in the book.
  public var removed: [Entry] { entries.filter { $0.fate == .removed } }
}
