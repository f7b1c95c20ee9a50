internal import FanfoldMarkup
internal import FanfoldStory

/// A file of the Rich Text Format → manuscript: what word processors write of it (RTF 1.9.1).
///
/// The account counts the text that a reader of the pages would see, notes and the lines repeated on every page
/// too, and what the file says of itself; tables, pictures and settings are no text.
struct RTFReader {
  /// The first bytes of every file of the format.
  static let signature = Array("{\\rtf".utf8)

  /// Whether a file is of this format.
  static func matches(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

  func read(_ file: StoryFile) throws(ReadError) -> Manuscript {
    var walk = RTFWalk(file)
    do {
      try walk.run()
    } catch {
      throw ReadError(
        "broken-rtf", file: file.name, line: error.line,
        problem: "the RTF breaks off at byte \(error.offset): \(error.problem)",
        help: "open the file in a word processor and save it again")
    }
    return walk.manuscript()
  }
}
