internal import FanfoldResources

/// A table of `Resources/tables`: a row a line, columns parted by tabs, `#` before a comment.
enum TableRows {
  /// The rows of the table of that name; one that is not there has none.
  static func of(_ name: String) -> [[String]] {
    (Resources.bytes(at: "tables/\(name).txt") ?? [])
      .split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) }
      }
  }
}
