/// What was made in a folder already: a line is added when a book is in its place, so that whatever ends the program,
/// the next run goes on from there.
struct Journal: ~Copyable {
  private(set) var entries: [String: JournalEntry] = [:]
  /// The story whose book is in a place.
  private var owners: [String: String] = [:]
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
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      if let entry = JournalEntry(Array(line)) { take(entry) }
    }
  }

  /// A later line overrules an earlier one about the same story or the same book.
  private mutating func take(_ entry: JournalEntry) {
    if let owner = owners[entry.output], owner != entry.story,
      entries[owner]?.output == entry.output
    {
      entries[owner] = nil
    }
    owners[entry.output] = entry.story
    entries[entry.story] = entry
  }

  /// Forgets a story, from the next ``compact(by:)`` on.
  mutating func forget(_ story: String) { entries[story] = nil }

  mutating func append(_ entry: JournalEntry) throws(SystemError) {
    try file.write(entry.line)
    take(entry)
    unsynced += 1
    guard unsynced >= Self.syncDistance else { return }
    try file.sync()
    unsynced = 0
  }

  /// Writes the journal anew, a line for each story, by way of a folder for unfinished files.
  func compact(by scratch: String) throws(SystemError) {
    let lines = entries.keys.sorted().compactMap { entries[$0]?.line }
    let place = scratch + "/journal"
    let file = try OpenFile(writing: place, creating: true)
    try file.write(Array(lines.joined()))
    try file.sync()
    try Folders.move(place, to: path)
  }
}
