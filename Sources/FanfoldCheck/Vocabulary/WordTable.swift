internal import FanfoldResources

/// A table of the checker: rows of words.
struct WordTable {
  let rows: [[String]]

  /// The table of that name; it is part of the program.
  init(_ name: String) {
    let bytes = Resources.bytes(at: "tables/\(name).txt") ?? []
    rows = bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      }
  }
}

/// The lists of words in the table `check-words`.
enum WordLists {
  static let roles = list("roles")
  static let schemes = list("schemes")
  static let eventAttributes = list("events")
  static let scriptTypes = list("scripts")

  private static let rows = WordTable("check-words").rows

  private static func list(_ name: String) -> Set<String> {
    Set(rows.filter { $0.first == name }.flatMap { $0.dropFirst() })
  }
}
