internal import FanfoldReading

/// A file as it was saved: its bytes, and what is known about it from outside.
public struct InputFile: Sendable {
  /// How messages name the file: its path as the user gave it.
  public var name: String
  public var bytes: [UInt8]
  /// When it was last changed, in seconds since 1970; `nil` when it has no date of its own.
  public var modified: Int64?
  /// What a reader says about the story in the file; nothing unless it is given or looked for.
  public var sidecar: SidecarFile?
  /// Where its pictures are, when it lies on the disk.
  var neighbours: NeighbourFiles?
  /// Whether nobody named the file itself: a folder's files may be no stories.
  var isFromFolder = false
  /// What a story without a title is called, when not after this file.
  var folderTitle: String?
  /// The SHA-256 of the bytes, where somebody has asked for it already.
  var digest: String?

  /// A file that is in memory already.
  public init(name: String, bytes: [UInt8], modified: Int64? = nil) {
    self.name = name
    self.bytes = bytes
    self.modified = modified
  }

  /// The most bytes that are read of one file unless another limit is given: a story of 40 million words.
  public static let usualLimit = 256 << 20

  /// Reads a file from the disk.
  public init(path: String, limit: Int = usualLimit) throws(ConversionError) {
    let contents: FileContents
    do {
      contents = try FileContents(path: path, limit: limit)
    } catch {
      throw Self.unreadable(path, error)
    }
    self = try Self.file(path, contents, limit: limit)
    neighbours = NeighbourFiles(of: path)
  }

  /// Reads standard input to its end.
  public static func standardInput(
    limit: Int = usualLimit
  ) throws(ConversionError) -> InputFile {
    let name = standardInputName
    let contents: FileContents
    do {
      contents = try FileContents(standardInputAtMost: limit)
    } catch {
      throw unreadable(name, error)
    }
    return try file(name, contents, limit: limit)
  }

  /// Takes the sidecar that lies beside the file, if there is one.
  public mutating func findSidecar() throws(ConversionError) {
    guard name != Self.standardInputName else { return }
    sidecar = try SidecarFile(beside: name)
  }

  /// The name without folders and extension, "red-lantern".
  package var stem: String {
    let last = baseName
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }

  /// What a story without a title is called after the file, or after the folder it is in.
  var storyTitle: String {
    folderTitle ?? title
  }

  private var title: String {
    name == Self.standardInputName ? "Untitled" : FileTitle.readable(stem[...])
  }

  private static let standardInputName = "standard input"

  /// The name without folders, which is all that a book tells of where its files lay.
  var baseName: String {
    String(name.split(separator: "/").last ?? Substring(name))
  }

  private static func file(
    _ name: String, _ contents: FileContents, limit: Int
  ) throws(ConversionError) -> InputFile {
    switch contents {
    case .bytes(let bytes, let modified):
      return InputFile(name: name, bytes: bytes, modified: modified)
    case .folder: throw folder(name)
    case .tooLarge: throw tooLarge(name, limit: limit)
    }
  }
}
