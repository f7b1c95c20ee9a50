internal import FanfoldMarkup
internal import FanfoldResources

/// A table of `Resources/tables`: a row a line, columns parted by tabs, `#` before a comment.
package struct Table {
  /// A row; its columns are looked for and become text when they are asked for, since most tables have columns for
  /// people only.
  package struct Row: Sendable {
    private let line: ArraySlice<UInt8>

    init(_ line: ArraySlice<UInt8>) { self.line = line }

    /// How many columns the row has.
    package var count: Int { 1 + line.count { $0 == UInt8(ascii: "\t") } }

    /// The text of a column.
    package subscript(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The bytes of a column.
    package func bytes(_ column: Int) -> ArraySlice<UInt8> {
      var rest = line
      for _ in 0..<column {
        rest = rest[(rest.firstIndex(of: UInt8(ascii: "\t")) ?? rest.endIndex - 1)...].dropFirst()
      }
      return rest.prefix { $0 != UInt8(ascii: "\t") }
    }
  }

  package let rows: [Row]

  /// The table of that name; one that is not there has no rows.
  package init(_ name: String) {
    let bytes = Resources.bytes(at: "tables/\(name).txt") ?? []
    var rows: [Row] = []
    var start = 0
    while start < bytes.count {
      let end = bytes.span.firstIndex(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
      if end > start, bytes[start] != UInt8(ascii: "#") { rows.append(Row(bytes[start..<end])) }
      start = end + 1
    }
    self.rows = rows
  }
}
