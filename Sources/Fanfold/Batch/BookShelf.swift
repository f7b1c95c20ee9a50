internal import FanfoldMarkup

/// The folder of a batch's books: gives each book its name and writes down that it is there.
struct BookShelf: ~Copyable {
  private let folder: String
  private let options: BatchOptions
  private var journal: Journal
  private var names = NameShelf()
  /// The places of books that earlier runs made.
  private let own: Set<String>
  private let leftovers: Leftovers
  private var failedFiles: Set<String> = []
  private var report: [UInt8] = []
  private(set) var summary = BatchSummary()
  /// Why nothing more can be written.
  private(set) var obstacle: ConversionError?

  /// A shelf for these stories; what other inputs made there stays.
  init(
    _ folder: String, _ options: BatchOptions, _ journal: consuming Journal, stories: [BatchStory]
  ) {
    self.folder = folder
    self.options = options
    own = Set(journal.entries.values.map { $0.output.lowercased() })
    leftovers = Leftovers(journal.entries, stories: stories)
    for entry in leftovers.strangers + leftovers.orphans { names.reserve(entry.output) }
    self.journal = journal
  }

  /// Takes what became of a story.
  mutating func put(_ outcome: StoryMaker.Outcome, of job: StoryMaker.Job, _ maker: StoryMaker)
    -> BatchEvent.Kind
  {
    var outcome = outcome
    if case .kept(let entry) = outcome {
      let name = names.take(entry.wish)
      if name == entry.output {
        summary.unchanged += 1
        write(BatchReport.line(job.story, output: name, entry.facts))
        return .unchanged(output: name)
      }
      // Another story has its name now.
      outcome = maker.make(job)
      if case .made(let made) = outcome { return put(made, named: name, job) }
    }
    switch outcome {
    case .made(let made): return put(made, named: names.take(made.entry.wish), job)
    case .skipped(let error):
      summary.skipped += 1
      return .skipped(error)
    case .failed(let error): return fail(error, job)
    case .kept(let entry): return .unchanged(output: entry.output)
    }
  }

  mutating func fail(_ error: ConversionError) {
    summary.failed += 1
    write(BatchReport.line(error))
  }

  /// Removes the books of stories that are parts of others now, and writes the report and the journal whole.
  mutating func finish(_ scratch: String) throws(ConversionError) {
    for entry in leftovers.orphans {
      summary.orphaned += 1
      write(BatchReport.line(orphaned: entry))
    }
    guard !options.isDry else { return }
    for entry in leftovers.regrouped
    where failedFiles.isDisjoint(with: entry.files.map(\.path)) {
      if !names.has(entry.output) { remove(entry.output) }
      journal.forget(entry.story)
    }
    let path = folder + "/" + BatchReport.name
    do throws(SystemError) {
      try journal.compact(by: scratch)
      let place = scratch + "/report"
      try OpenFile(writing: place, creating: true).write(report)
      try Folders.move(place, to: path)
    } catch {
      throw Self.unwritable(path, error)
    }
  }

  /// The error for a file that cannot be written.
  static func unwritable(_ path: String, _ error: SystemError) -> ConversionError {
    error.isLasting
      ? ConversionError(
        .system, lasting, file: path, problem: "\(error)",
        help: "see to that and start again: what is done is kept")
      : ConversionError(
        .system, "cannot-write", file: path, problem: "cannot write this: \(error)",
        help: "make room there, or choose another folder with -o")
  }

  private static let lasting = "disk-full"

  private mutating func write(_ line: JSONValue) {
    report += line.bytes
    report.append(UInt8(ascii: "\n"))
  }

  private mutating func fail(
    _ error: ConversionError, _ job: StoryMaker.Job
  ) -> BatchEvent.Kind {
    summary.failed += 1
    if error.name == Self.lasting { obstacle = error }
    if let earlier = job.earlier { names.reserve(earlier.output) }
    failedFiles.formUnion(job.story.paths)
    write(BatchReport.line(job.story, error))
    return .failed(error)
  }

  private mutating func put(
    _ made: StoryMaker.Made, named name: String, _ job: StoryMaker.Job
  ) -> BatchEvent.Kind {
    var entry = made.entry
    entry.output = name
    if !options.isDry {
      do throws(ConversionError) { try place(made, at: name, job, entry) } catch {
        Folders.remove(made.place)
        return fail(error, job)
      }
    }
    summary.made += 1
    write(BatchReport.line(job.story, output: name, entry.facts))
    return .made(output: name)
  }

  private mutating func place(
    _ made: StoryMaker.Made, at name: String, _ job: StoryMaker.Job, _ entry: JournalEntry
  ) throws(ConversionError) {
    let target = folder + "/" + name
    let isFree =
      options.isForced || own.contains(name.lowercased()) || FileStatus(path: target) == nil
    guard isFree || PublishedBook.isEdition(at: target, of: made.identifier) else {
      throw ConversionError(
        .system, "file-exists", file: target, problem: "there is another file here already",
        help: "move it away, or replace it with --force")
    }
    do throws(SystemError) {
      if let slash = target.lastIndex(of: "/") { try Folders.make(String(target[..<slash])) }
      try Folders.move(made.place, to: target)
      if let old = job.earlier?.output, old != name, !names.has(old) { remove(old) }
      try journal.append(entry)
    } catch {
      throw Self.unwritable(target, error)
    }
  }

  /// Removes the book's place under its earlier name, and the folders that are empty then.
  private func remove(_ output: String) {
    Folders.remove(folder + "/" + output)
    var levels = output.split(separator: "/").dropLast()
    while !levels.isEmpty {
      Folders.removeEmpty(folder + "/" + levels.joined(separator: "/"))
      levels = levels.dropLast()
    }
  }
}
