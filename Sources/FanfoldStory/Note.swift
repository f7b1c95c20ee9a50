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

extension Note.Kind {
  /// What stands over a note that has no label.
  public var heading: String {
    switch self {
    case .authorsNote: "Author’s Note"
    case .disclaimer: "Disclaimer"
    case .dedication: "Dedication"
    case .thanks: "Thanks"
    case .archiving: "Archiving"
    case .spoilers: "Spoilers"
    case .challenge: "Challenge"
    case .summary: "Summary"
    case .ending: "Ending"
    case .other: "Note"
    }
  }
}
