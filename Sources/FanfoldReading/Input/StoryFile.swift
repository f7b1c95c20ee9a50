/// A file a reader saved: its bytes and what is known about it from outside.
public struct StoryFile: Sendable {
  /// How messages name the file: its path as the user gave it, or "standard input".
  public var name: String
  public var bytes: [UInt8]
  /// Gives the bytes of a file that lies beside this one or in a folder there, by its path from here
  /// ("page_files/map.png"), where the pictures of a saved page are; `nil` for a file that is not there. Readers ask
  /// for paths without `..` and touch no disk themselves; without this there are no neighbours.
  public var neighbour: (@Sendable (_ path: String) -> [UInt8]?)?

  /// A file of that name.
  public init(
    name: String, bytes: [UInt8], neighbour: (@Sendable (_ path: String) -> [UInt8]?)? = nil
  ) {
    self.name = name
    self.bytes = bytes
    self.neighbour = neighbour
  }

  /// The name without folders and extension.
  var stem: Substring {
    let last = name.split(separator: "/").last ?? Substring(name)
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return last[..<dot]
  }
}
