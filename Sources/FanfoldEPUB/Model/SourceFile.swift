private import FanfoldArchive

/// A file a book was made from, as the colophon names it.
public struct SourceFile: Sendable, Hashable {
  /// The file's name without folders: where it lay says nothing about the story.
  public let name: String
  /// The SHA-256 digest of its bytes, in hexadecimal.
  public let digest: String

  /// A file of that name, or at that path, and with those bytes.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, digest: Hexadecimal.text(Digest.sha256(bytes)))
  }

  /// A file whose digest is known already.
  public init(name: String, digest: String) {
    self.name = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
    self.digest = digest
  }
}
