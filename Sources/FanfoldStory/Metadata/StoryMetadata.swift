/// What a library files a story under. Each field holds what the source says, normalised only where the
/// field's type says so.
public struct StoryMetadata: Sendable, Hashable, Codable {
  public var title: String?
  public var authors: [Author] = []
  /// Beta readers, translators, artists.
  public var contributors: [Contributor] = []
  /// The works the story is a fan work of, "Smallville".
  public var fandoms: [String] = []
  public var relationships: [Relationship] = []
  public var characters: [String] = []
  public var rating: Rating?
  public var warnings: [String] = []
  /// Gen, F/M, M/M and the like.
  public var categories: [String] = []
  public var tags: [String] = []
  /// The author's summary, a paragraph each.
  public var summary: [[Inline]] = []
  public var series: [SeriesPlace] = []
  public var status: Status?
  /// How many chapters the work is to have; `nil` when unknown ("7/?").
  public var plannedChapters: Int?
  public var published: PartialDate?
  public var updated: PartialDate?
  /// Where the story was saved from: an absolute address.
  public var source: String?
  /// The site or the list it was published on, "Archive of Our Own".
  public var publisher: String?
  /// A BCP 47 tag; `nil` when neither stated nor recognised.
  public var language: String?

  /// Nothing known yet.
  public init() {}

  /// How far the author has come.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    case complete, inProgress, abandoned
  }
}

/// A name on the title page.
public struct Author: Sendable, Hashable, Codable {
  /// The name or pseudonym as the source writes it.
  public var name: String
  /// A page about the author, when the source links one.
  public var page: String?

  /// An author by name.
  public init(_ name: String, page: String? = nil) {
    self.name = name
    self.page = page
  }
}

/// Somebody who helped: named, with what they did.
public struct Contributor: Sendable, Hashable, Codable {
  /// What somebody did for a story.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    case beta, translator, artist, recipient
  }

  public var name: String
  public var role: Role

  /// A contributor by name.
  public init(_ name: String, role: Role) {
    self.name = name
    self.role = role
  }
}

/// Who is with whom, in the order the author gives.
public struct Relationship: Sendable, Hashable, Codable {
  /// `A/B` means love, `A & B` friendship or kin: the Archive of Our Own's convention.
  public enum Kind: String, Sendable, Hashable, Codable {
    case romantic, platonic
  }

  public var characters: [String]
  public var kind: Kind
  /// The words of the source, "past A/B, onesided".
  public var raw: String

  /// A relationship between the characters.
  public init(_ characters: [String], kind: Kind, raw: String) {
    self.characters = characters
    self.kind = kind
    self.raw = raw
  }
}

/// A place in a series; the position is text because series have "2.5" and "prequel".
public struct SeriesPlace: Sendable, Hashable, Codable {
  public var name: String
  public var position: String?

  /// A place in the series of that name.
  public init(_ name: String, position: String? = nil) {
    self.name = name
    self.position = position
  }
}
