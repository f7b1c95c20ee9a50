/// A set of properties that have a meaning in a package or a content document (EPUB 3.3 §D).
struct Vocabulary: Sendable {
  /// What is known of a property beyond its name.
  enum Status: Sendable, Hashable {
    case allowed, deprecated
    /// Only media overlays may use it.
    case notInXHTML
    /// Only manifest items of these media types, or of types that begin so, may have it.
    case mediaTypes([String])
  }

  /// The URL the property names are put behind.
  let uri: String
  /// The properties there are; `nil` when any name is taken.
  private let properties: [String: Status]?
  private let takesAnyName: Bool

  init(_ uri: String, _ names: String..., open: Bool = false) {
    self.uri = uri
    var properties = names.first.flatMap { Self.table[$0] } ?? [:]
    for name in names.dropFirst() {
      properties.merge(Self.table[name] ?? [:]) { known, _ in known }
    }
    self.properties = properties
    takesAnyName = open
  }

  /// A vocabulary that is not looked into.
  static func unchecked(_ uri: String) -> Vocabulary { Vocabulary(uri, open: true) }

  /// The property with a name, `nil` when there is none.
  func property(_ name: String) -> Property? {
    if let status = properties?[name] {
      return Property(vocabulary: uri, name: name, status: status, isListed: true)
    }
    guard takesAnyName else { return nil }
    return Property(vocabulary: uri, name: name, status: .allowed, isListed: false)
  }

  private static let table: [String: [String: Status]] = {
    var table: [String: [String: Status]] = [:]
    for row in WordTable("check-vocabularies").rows where row.count >= 2 {
      table[row[0], default: [:]][row[1]] = status(row.dropFirst(2))
    }
    return table
  }()

  private static func status(_ words: ArraySlice<String>) -> Status {
    switch words.first {
    case nil: .allowed
    case "deprecated": .deprecated
    case "not-in-xhtml": .notInXHTML
    default: .mediaTypes(Array(words))
    }
  }
}

/// A property of a vocabulary, as some element uses it.
struct Property: Hashable, Sendable {
  let vocabulary: String
  let name: String
  let status: Vocabulary.Status
  /// Whether the vocabulary lists it, or merely takes any name.
  let isListed: Bool

  static func == (left: Property, right: Property) -> Bool {
    left.name == right.name && left.vocabulary == right.vocabulary
  }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Whether it is that property.
  func isThe(_ name: String, of vocabulary: String) -> Bool {
    self.name == name && self.vocabulary == vocabulary
  }
}

extension Set<Property> {
  func has(_ name: String, of vocabulary: String) -> Bool {
    contains { $0.isThe(name, of: vocabulary) }
  }
}
