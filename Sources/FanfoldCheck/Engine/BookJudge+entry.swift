internal import FanfoldArchive
internal import FanfoldMarkup

extension BookJudge {
  /// Judges the book as a ZIP container and all that is in it.
  mutating func judgeContainer(_ bytes: [UInt8]) {
    let limits = ContainerLimits(
      fileSize: validator.limits.fileSize, totalSize: validator.limits.totalSize,
      entryCount: validator.limits.fileCount)
    guard let container = try? ContainerReader(bytes, limits: limits) else { return }
    files = BookFiles(container)
  }

  /// Judges the book in a folder.
  mutating func judgeFolder() {}

  /// Judges one document without the book around it.
  mutating func judgeDocument(_ bytes: [UInt8]) {
    let document = JudgedDocument(path: name, utf8: bytes)
    if let fault = document.xml.fault {
      findings.add(.notWellFormed, at: document.place(at: fault.offset), fault.problem)
    }
  }
}
