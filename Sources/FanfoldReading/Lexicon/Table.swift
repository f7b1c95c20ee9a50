internal import FanfoldResources

/// A table of `Resources/tables`: a row a line, columns parted by tabs, `#` before a comment.
package struct Table {
  /// A row; its columns become text when they are asked for, since most tables have columns for people only.
  package struct Row: Sendable {
    private let columns: [ArraySlice<UInt8>]

    init(_ line: ArraySlice<UInt8>) {
      columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    }

    /// How many columns the row has.
    package var count: Int { columns.count }

    /// The text of a column.
    package subscript(_ column: Int) -> String { String(decoding: columns[column], as: UTF8.self) }
  }

  package let rows: [Row]

  /// The table of that name; one that is not there has no rows.
  package init(_ name: String) {
    rows = (Resources.bytes(at: "tables/\(name).txt") ?? [])
      .split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map(Row.init)
  }
}
