/// Words beside a hyphen that say what it is for, by `Resources/tables/hyphen-words.txt`.
struct HyphenWords: Sendable {
  enum Role: String {
    /// Before it a hyphen stands for the rest of a compound: "two- and three-year".
    case conjunction
    /// An ending of other words, though a word itself: "thought-fully".
    case ending
    /// With it compounds begin that keep their hyphens, if they go on with a word: "self-made".
    case head
    /// With it a number of two words begins: "seventy-two".
    case number
    /// It stands behind a hyphen: the pronouns of French verbs, the particles of Russian.
    case tail
  }

  /// The table; most texts have no use for it.
  static let table = HyphenWords()

  private var roles: [Role: Set<[UInt8]>] = [:]

  private init() {
    for row in Table("hyphen-words").rows where row.count >= 2 {
      guard let role = Role(rawValue: row[1]) else { continue }
      roles[role, default: []].insert(Array(row.bytes(0)))
    }
  }

  /// Whether a word of small letters is one of those.
  func contains(_ word: [UInt8], as role: Role) -> Bool { roles[role]?.contains(word) == true }
}
