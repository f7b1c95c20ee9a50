/// The grammar of one kind of document: which elements, attributes and values it may have.
package struct Grammar: Sendable {
  /// The definitions, of which a document needs a few.
  let reader: GrammarReader
  let start: Pattern
  let exemptions: Exemptions
  /// The prefixes the grammar's own notation uses for its namespaces, for messages.
  private let prefixes: [String]

  /// What is not judged, or as something else.
  struct Exemptions: Sendable {
    /// Attributes that begin so are left alone.
    var prefixes: [String] = []
    /// Attributes of any other namespace are left alone.
    var knownNamespaces: [Int32]?
    /// The namespace documents are in. Of one that is not, each part in another is one error, and
    /// a part in this one is judged as a document (NVDL, ISO/IEC 19757-4 §8).
    var home: Int32?
    /// Elements of any other namespace are errors, and what is in them is left alone.
    var foreign: [Int32]?
    /// Elements of these namespaces are not looked into.
    var opaque: [Int32] = []
    /// In elements of the first of these namespaces, those of others than these are left alone.
    var guests: [Int32] = []
    /// Elements of one namespace with a hyphen in their name are judged as another's.
    var custom: (own: Int32, other: Int32)?
    /// What `nav` of one namespace is judged as in navigation documents.
    var navigation: (own: Int32, other: Int32)?
  }

  init(
    reader: GrammarReader, start: Pattern, prefixes: [String], exemptions: Exemptions
  ) {
    self.reader = reader
    self.start = start
    self.prefixes = prefixes
    self.exemptions = exemptions
  }

  func spelling(of name: GrammarName, in names: GrammarNames) -> String {
    // A document may have namespaces of its own.
    let number = Int(names.namespace(of: name))
    let prefix = number < prefixes.count ? prefixes[number] : ""
    return prefix.isEmpty ? names.local(name) : prefix + ":" + names.local(name)
  }

}

extension Grammar {
  /// The names of all grammars that documents are judged by.
  package static var all: [String] {
    GrammarKind.allCases.filter { $0.judge == $0 }.map(\.file)
  }

  /// A grammar by its name ("xhtml").
  package init(named name: String) throws(GrammarError) { self = try GrammarReader.read(name) }

  /// A grammar in the notation that ``GrammarReader`` describes.
  package init(notation: String) throws(GrammarError) {
    self = try GrammarReader.read(source: notation)
    _ = try unreachable
  }

  /// Reads all that a document can come to; gives the definitions it never can.
  package var unreachable: [String] {
    get throws(GrammarError) {
      var reader = reader
      var number = 0
      while number < reader.table.elements.count {
        _ = try reader.content(of: number)
        number += 1
      }
      try reader.defineAll()
      return reader.table.elements[number...].map {
        if case .name(let name) = $0.names { reader.names.local(name) } else { "*" }
      }.sorted()
    }
  }
}
