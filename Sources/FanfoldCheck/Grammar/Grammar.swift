/// The grammar of one kind of document: which elements, attributes and values it may have.
package struct Grammar: Sendable {
  let table: PatternTable
  let names: GrammarNames
  let start: Pattern
  /// The element definitions that a document can come to.
  let reachable: [Int]
  /// The prefixes the grammar's own notation uses, for messages.
  private let prefixes: [Int32: String]

  init(
    table: PatternTable, names: GrammarNames, start: Pattern, reachable: [Int],
    prefixes: [Int32: String]
  ) {
    self.table = table
    self.names = names
    self.start = start
    self.reachable = reachable
    self.prefixes = prefixes
  }

  func spelling(of name: GrammarName, in names: GrammarNames) -> String {
    let prefix = prefixes[names.namespace(of: name)] ?? ""
    return prefix.isEmpty ? names.local(name) : prefix + ":" + names.local(name)
  }

  func spelling(of name: GrammarName) -> String? { spelling(of: name, in: names) }
}
