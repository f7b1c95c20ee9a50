/// The names of documents read before: the next need not have them made anew, and what is known of
/// a name by its number holds for all of these documents.
package struct NameMemory: ~Copyable, Sendable {
  private var table = NameTable()

  package init() {}

  /// More names than books have: beyond, they are forgotten.
  private static let limit = 4096

  mutating func take() -> NameTable {
    defer { table = NameTable() }
    return table.names.count < Self.limit ? table : NameTable()
  }

  mutating func keep(_ table: NameTable) { self.table = table }
}

/// What documents have in common in which one name has one number.
package final class NameLineage: Sendable {
  init() {}
}
