internal import FanfoldEPUB
internal import FanfoldMarkup

/// How a file is known again.
struct FileStamp: Sendable, Hashable {
  let path: String
  let size: Int
  /// In nanoseconds since 1970.
  let modified: Int
  /// The SHA-256 of the bytes, once they were read.
  var digest: String?

  /// The stamp of a file that is there now.
  init?(path: String) {
    guard let status = FileStatus(path: path), status.kind == .regular else { return nil }
    self.path = RealPath.of(path) ?? path
    size = status.size
    modified = status.modifiedNanoseconds
  }

  init?(_ value: JSONValue) {
    guard let path = value["path"]?.text, let size = value["size"]?.integer,
      let modified = value["mtime"]?.integer
    else { return nil }
    self.path = path
    self.size = size
    self.modified = modified
    digest = value["sha256"]?.text
  }

  var json: JSONValue {
    .object([
      ("path", .string(path)), ("size", .number(size)), ("mtime", .number(modified)),
      ("sha256", .optional(digest)),
    ])
  }

  static func digest(of bytes: [UInt8]) -> String { SourceFile(name: "", bytes: bytes).digest }

  /// Whether the file is still what it was. Its date is the book's date: a file that was only touched makes
  /// another book, unless all books have a given date.
  func isSame(as old: FileStamp, datesMatter: Bool) -> Bool {
    guard path == old.path, size == old.size else { return false }
    if modified == old.modified { return true }
    guard !datesMatter, let digest = old.digest,
      case .bytes(let bytes, _)? = try? FileContents(path: path, limit: size)
    else { return false }
    return Self.digest(of: bytes) == digest
  }
}
