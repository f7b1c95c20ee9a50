import Foundation

/// The stories that come with the program.
enum Examples {
  static let names = [
    "after-low-water", "borrowed-coat-2", "glass-cat", "ice-between", "red-lantern", "winter-tea",
  ]

  static func bytes(of name: String) throws -> Data {
    try Data(contentsOf: root.appending(path: "Examples/stories/\(name).txt"))
  }

  /// Where a file among the examples lies.
  static func path(of name: String) -> String { root.appending(path: "Examples/\(name)").path }

  /// What the README shows.
  static var readme: String {
    get throws { try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8) }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
