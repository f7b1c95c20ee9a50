public import FanfoldStory

/// Metadata given from outside, checked when it is given; it takes the place of what the files say.
public struct MetadataOverrides: Sendable {
  private var changes: [MetadataField: [MetadataChange]] = [:]

  /// Nothing is overruled.
  public init() {}

  /// The keys that ``set(_:to:)`` knows.
  public static var keys: [String] { MetadataField.allCases.map(\.rawValue) }

  /// Gives a field a value. Of a field that lists (authors, fandoms, tags …) each call adds one; all together
  /// they replace what the files say.
  public mutating func set(_ key: String, to value: String) throws(OverrideError) {
    guard let field = MetadataField(rawValue: key.lowercased()) else {
      let near = Suggestion.nearest(to: key.lowercased(), among: Self.keys)
      throw OverrideError(
        key: key, problem: "there is no metadata called '\(key)'",
        help: near.map { "did you mean '\($0)'?" }
          ?? "use one of: " + Self.keys.joined(separator: ", "))
    }
    let change = try MetadataChange(field, value)
    if field.isList {
      changes[field, default: []].append(change)
    } else {
      changes[field] = [change]
    }
  }

  /// Says that the story has nothing of a field.
  mutating func clear(_ field: MetadataField) { changes[field] = [] }

  /// Every change in words: equal when the same is overruled.
  var fingerprint: [String] {
    MetadataField.allCases.compactMap { field in changes[field].map { "\(field)=\($0)" } }
  }

  /// Changes the metadata as told.
  public func apply(to metadata: inout StoryMetadata) {
    for field in MetadataField.allCases {
      guard let list = changes[field] else { continue }
      metadata.clear(field, entirely: list.isEmpty)
      for change in list { change.apply(to: &metadata) }
    }
  }
}

extension StoryMetadata {
  /// Empties a list; single values are simply replaced, unless nothing takes their place.
  fileprivate mutating func clear(_ field: MetadataField, entirely: Bool) {
    switch field {
    case .author: authors = []
    case .fandom: fandoms = []
    case .relationship: relationships = []
    case .character: characters = []
    case .warning: warnings = []
    case .category: categories = []
    case .tag: tags = []
    case .series: series = []
    case .beta: contributors.removeAll { $0.role == .beta }
    case .translator: contributors.removeAll { $0.role == .translator }
    case .artist: contributors.removeAll { $0.role == .artist }
    case .recipient: contributors.removeAll { $0.role == .recipient }
    case .title where entirely: title = nil
    case .rating where entirely: rating = nil
    case .summary where entirely: summary = []
    case .status where entirely: status = nil
    case .chapters where entirely: plannedChapters = nil
    case .published where entirely: published = nil
    case .updated where entirely: updated = nil
    case .source where entirely: source = nil
    case .publisher where entirely: publisher = nil
    case .language where entirely: language = nil
    case .title, .rating, .summary, .status, .chapters, .published, .updated, .source,
      .publisher, .language:
      break
    }
  }
}
