/// A file a reader saved: its bytes and what is known about it from outside.
public struct StoryFile: Sendable {
  /// How messages name the file: its path as the user gave it, or "standard input".
  public var name: String
  public var bytes: [UInt8]

  /// A file of that name.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The name without folders and extension.
  var stem: Substring {
    let last = name.split(separator: "/").last ?? Substring(name)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return last[..<dot]
  }
}
