/// One thing that can be wrong with a book.
///
/// EPUBCheck files all that a schema forbids under one id, so a rule has a name of its own beside
/// the id: two rules may share an id, never a name.
public struct Rule: Sendable, Hashable {
  /// EPUBCheck's id, "RSC-005".
  public let id: String
  /// The rule's own name, "heading-in-summary-twice".
  public let name: String
  public let severity: Severity
  /// What is wrong: lower case, no full stop.
  public let summary: String
  /// What to do about it.
  public let help: String
  /// Where the specification says so, "EPUB 3.3 §5.4.1".
  public let reference: String

  /// A rule, in the words people are to read.
  public init(
    _ id: String, _ name: String, _ severity: Severity, _ summary: String, help: String,
    see reference: String = ""
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.summary = summary
    self.help = help
    self.reference = reference
  }

  /// Rules are told apart by their names.
  public static func == (left: Rule, right: Rule) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
