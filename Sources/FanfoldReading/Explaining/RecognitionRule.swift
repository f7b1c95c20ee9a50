/// A rule by which stories are recognised, in words.
public struct RecognitionRule: Sendable, Hashable {
  /// The name that decisions and ledgers have, "heading-word".
  public var name: String
  /// What it is about: metadata, chapters, scenes, notes, marks, or what is left out.
  public var subject: String
  /// What it does, in one sentence: lower case, no full stop.
  public var summary: String

  /// All rules, in the order of their names.
  public static var all: [RecognitionRule] {
    Table("rules").rows.filter { $0.count == 3 }
      .map { RecognitionRule(name: $0[0], subject: $0[1], summary: $0[2]) }
  }
}

/// A format stories are read from.
public struct StoryFormat: Sendable, Hashable {
  /// The name programs use, as ``Reading/format`` has it.
  public var name: String
  /// What people call it, "web page".
  public var title: String
  /// The usual endings of its files.
  public var endings: [String]

  /// All formats that can be read.
  public static var all: [StoryFormat] {
    let rows = Table("formats").rows.filter { $0.count == 3 }
    return Format.allCases.map { format in
      let row = rows.first { $0[0] == format.rawValue }
      return StoryFormat(
        name: format.rawValue, title: row?[1] ?? format.rawValue,
        endings: row?[2].split(separator: " ").map(String.init) ?? [])
    }
  }
}

/// A site whose stories are recognised.
public struct StorySite: Sendable, Hashable {
  public var name: String
  /// Whether pages saved from it are read by their structure.
  public var hasPages: Bool
  /// Whether its furniture is known in copied text.
  public var hasText: Bool

  /// A site of that name.
  public init(name: String, hasPages: Bool, hasText: Bool) {
    self.name = name
    self.hasPages = hasPages
    self.hasText = hasText
  }

  /// All sites, in the order of their names.
  public static var all: [StorySite] {
    let pages = Set(SiteCatalog().names)
    let text = Set(Table("chrome").rows.map { $0[0] }).subtracting(carriers)
    return pages.union(text).sorted().map {
      StorySite(name: $0, hasPages: pages.contains($0), hasText: text.contains($0))
    }
  }

  /// Programs whose lines get into texts, and which publish nothing.
  private static let carriers: Set = ["browser", "word processor"]
}
