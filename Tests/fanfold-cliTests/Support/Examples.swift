import Foundation

/// The stories that come with the program.
enum Examples {
  static let names = [
    "after-low-water", "borrowed-coat-2", "glass-cat", "ice-between", "red-lantern", "winter-tea",
  ]

  static func bytes(of name: String) throws -> Data {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: root.appending(path: "Examples/stories/\(name).txt"))
  }
}
