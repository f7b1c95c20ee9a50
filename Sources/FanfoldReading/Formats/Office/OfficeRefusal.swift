internal import FanfoldMarkup

/// Documents whose text cannot be had without the program that wrote them, and what to do about it.
enum OfficeRefusal {
  static func check(_ file: StoryFile) throws(ReadError) {
    if file.bytes.starts(with: compound) { throw compoundFile(file) }
    if file.bytes.starts(with: "%PDF-".utf8) {
      throw ReadError(
        "pdf", file: file.name, problem: "this is a PDF, which keeps pages and not paragraphs",
        help: "run 'pdftotext -layout FILE.pdf', or save it as text, and convert that")
    }
  }

  /// The first bytes of a compound file ([MS-CFB] 2.2).
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Old Word files are compound files; so are new ones with a password ([MS-OFFCRYPTO] 2.3.1).
  private static func compoundFile(_ file: StoryFile) -> ReadError {
    let name: [UInt8] = "EncryptedPackage".utf8.flatMap { byte -> [UInt8] in [byte, 0] }
    if file.bytes.firstRange(of: name) != nil {
      return ReadError(
        "protected-document", file: file.name, problem: "the document is locked by a password",
        help: "open it in its word processor, save it without the password, and convert that")
    }
    return ReadError(
      "old-word", file: file.name, problem: "this is a document of Microsoft Office 97 (.doc)",
      help: "open it in a word processor, save it as .docx, and convert that")
  }
}
