/// What reading a file gave.
enum FileContents {
  case bytes([UInt8], modified: Int64?)
  case folder
  case tooLarge

  /// Reads a file by its path.
  init(path: String, limit: Int) throws(SystemError) {
    let file = try OpenFile(reading: path)
    let status = try file.status()
    if status.kind == .folder {
      self = .folder
    } else if let bytes = try file.bytes(atMost: limit, expected: status.size) {
      self = .bytes(bytes, modified: status.kind == .regular ? status.modified : nil)
    } else {
      self = .tooLarge
    }
  }

  /// Reads standard input to its end. It has no date: whether it comes from a file or through a pipe must not
  /// change the book.
  init(standardInputAtMost limit: Int) throws(SystemError) {
    guard let bytes = try OpenFile.standardInput().bytes(atMost: limit, expected: 0) else {
      self = .tooLarge
      return
    }
    self = .bytes(bytes, modified: nil)
  }
}
