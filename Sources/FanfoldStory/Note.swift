/// Words of the author that are not the story: a note, a disclaimer, thanks to a beta reader.
public struct Note: Sendable, Hashable, Codable {
  /// What the words are about.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case authorsNote, disclaimer, dedication, thanks, archiving, spoilers, challenge, summary,
      ending, other
  }

  public var kind: Kind
  /// The label the author put in front, "A/N", kept as it was; `nil` when there was none.
  public var label: String?
  public var blocks: [Block]

  /// A note of the given kind.
  public init(kind: Kind = .authorsNote, label: String? = nil, blocks: [Block]) {
    self.kind = kind
    self.label = label
    self.blocks = blocks
  }
}
