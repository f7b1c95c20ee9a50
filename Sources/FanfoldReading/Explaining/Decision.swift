public import FanfoldStory

/// One thing that was decided in reading a story: what, by which rule, on what evidence, and what it could have
/// been instead. Whoever doubts a book finds the line here.
public struct Decision: Sendable, Hashable, Codable {
  /// What a decision is about; the names are part of the output of `fanfold inspect --json`.
  public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
    case title, author, fandom, relationship, character, rating, warning, category, tag, summary
    case series, status, chapters, published, updated, source, publisher, language
    case beta, translator, artist, recipient
    case site, paragraphs, chapter, contents, note, ending, subheading
    case sceneBreak = "scene-break"
  }

  /// What came second, and why it was not chosen.
  public struct Alternative: Sendable, Hashable, Codable {
    public var value: String
    public var lines: SourceLines?
    /// Lower case, no full stop.
    public var reason: String
    /// Whether a little more would have made it the choice, so that a reader should look.
    public var isClose: Bool

    /// A value that was considered.
    public init(
      _ value: String, at lines: SourceLines? = nil, reason: String, isClose: Bool = false
    ) {
      self.value = value
      self.lines = lines
      self.reason = reason
      self.isClose = isClose
    }
  }

  public var subject: Subject
  /// What was decided, in the words of the file where it has any.
  public var value: String
  /// The name of the rule, one of ``RecognitionRule/all``.
  public var rule: String
  /// Where the evidence stands, when it stands on lines.
  public var lines: SourceLines?
  /// What spoke for it: lower case, no full stop.
  public var evidence: String
  public var alternative: Alternative?

  /// A decision by a rule.
  public init(
    _ subject: Subject, _ value: String, rule: String, at lines: SourceLines?,
    because evidence: String, insteadOf alternative: Alternative? = nil
  ) {
    self.subject = subject
    self.value = value
    self.rule = rule
    self.lines = lines
    self.evidence = evidence
    self.alternative = alternative
  }
}
