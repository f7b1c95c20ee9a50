/// Whom a story is for: the author's own word and, when it is known what that means, the level.
public struct Rating: Sendable, Hashable, Codable {
  /// The levels of the Archive of Our Own, the vocabulary that other sites' ratings map to.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
    case general = "General Audiences"
    case teen = "Teen And Up Audiences"
    case mature = "Mature"
    case explicit = "Explicit"
    case notRated = "Not Rated"
  }

  /// As the source writes it, "PG-13".
  public var raw: String
  public var level: Level?

  /// A rating in the source's words.
  public init(_ raw: String, level: Level?) {
    self.raw = raw
    self.level = level
  }
}
