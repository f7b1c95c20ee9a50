/// What was made in a folder already: a line is added when a book is in its place, so that whatever ends the program,
/// the next run goes on from there.
struct Journal: ~Copyable {
  private(set) var entries: [String: JournalEntry]
  private let path: String
  private let file: OpenFile
  private var unsynced = 0

  static let name = ".fanfold-journal.jsonl"
  private static let limit = 1 << 30
  /// A lost line is a book made once more; so the disk is not asked for each.
  private static let syncDistance = 64

  /// Reads the journal of a folder.
  init(in folder: String, isDry: Bool = false) throws(SystemError) {
    let path = folder + "/" + Self.name
    let file = try OpenFile(appending: isDry ? "/dev/null" : path)
    var bytes: [UInt8] = []
    if FileStatus(path: path) != nil,
      case .bytes(let found, _) = try FileContents(path: path, limit: Self.limit)
    {
      bytes = found
    }
    // A line that was cut short must not swallow the next.
    if let last = bytes.last, last != UInt8(ascii: "\n") { try file.write([UInt8(ascii: "\n")]) }
    self.path = path
    self.file = file
    entries = Self.entries(bytes)
  }

  /// A later line overrules an earlier one about the same story or the same book.
  private static func entries(_ bytes: [UInt8]) -> [String: JournalEntry] {
    var entries: [String: JournalEntry] = [:]
    var owners: [String: String] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = JournalEntry(Array(line)) else { continue }
      if let owner = owners[entry.output], owner != entry.story,
        entries[owner]?.output == entry.output
      {
        entries[owner] = nil
      }
      owners[entry.output] = entry.story
      entries[entry.story] = entry
    }
    return entries
  }

  mutating func append(_ entry: JournalEntry) throws(SystemError) {
    try file.write(entry.line)
    entries[entry.story] = entry
    unsynced += 1
    guard unsynced >= Self.syncDistance else { return }
    try file.sync()
    unsynced = 0
  }

  /// Writes the journal anew, a line for each story.
  func compact() throws(SystemError) {
    let lines = entries.keys.sorted().compactMap { entries[$0]?.line }
    try OutputFile(path, existing: nil).write(Array(lines.joined()))
  }
}
