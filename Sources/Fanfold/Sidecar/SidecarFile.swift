/// The sidecar of a story's file as it lies on the disk, unread.
public struct SidecarFile: Sendable, Hashable {
  /// How messages name it: its path.
  public var name: String
  public var bytes: [UInt8]

  /// A sidecar that is in memory already.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// What the names of sidecars end with.
  package static let ending = ".fanfold.yaml"

  /// More than any sidecar needs.
  private static let limit = 4 << 20

  /// Where the sidecar of a story's file lies: beside it, `story.fanfold.yaml` for `story.txt`.
  package static func path(beside input: String) -> String {
    let folder = input.lastIndex(of: "/").map { String(input[...$0]) } ?? ""
    return folder + InputFile(name: input, bytes: []).stem + ending
  }

  /// The sidecar that lies beside a file, or `nil` when there is none.
  init?(beside input: String) throws(ConversionError) {
    let path = Self.path(beside: input)
    guard FileStatus(path: path)?.kind == .regular else { return nil }
    let file = try InputFile(path: path, limit: Self.limit)
    self.init(name: path, bytes: file.bytes)
  }
}
