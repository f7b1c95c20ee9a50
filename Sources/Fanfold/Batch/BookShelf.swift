/// The folder of a batch's books: gives each book its name and writes down that it is there.
struct BookShelf: ~Copyable {
  private let folder: String
  private let options: BatchOptions
  private var journal: Journal
  private var names = NameShelf()
  /// The places of books that earlier runs made.
  private let own: Set<String>
  private(set) var report: [JSONValue] = []
  private(set) var summary = BatchSummary()

  /// A shelf for the stories with these keys; what other inputs made there stays.
  init(_ folder: String, _ options: BatchOptions, _ journal: consuming Journal, keys: Set<String>) {
    self.folder = folder
    self.options = options
    own = Set(journal.entries.values.map { $0.output.lowercased() })
    for entry in journal.entries.values where !keys.contains(entry.story) {
      names.reserve(entry.output)
    }
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
        report.append(BatchReport.line(job.story, output: name, entry.facts))
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
    report.append(BatchReport.line(error))
  }

  /// Writes the report and the journal whole.
  func finish() throws(ConversionError) {
    let path = folder + "/" + BatchReport.name
    do throws(SystemError) {
      try journal.compact()
      let lines = report.map { $0.bytes + [UInt8(ascii: "\n")] }
      try OutputFile(path, existing: nil).write(Array(lines.joined()))
    } catch {
      throw ConversionError(
        .system, "cannot-write", file: path, problem: "cannot write the report: \(error)",
        help: "make room there and start again: what is done is kept")
    }
  }

  private mutating func fail(
    _ error: ConversionError, _ job: StoryMaker.Job
  ) -> BatchEvent.Kind {
    summary.failed += 1
    if let earlier = job.earlier { names.reserve(earlier.output) }
    report.append(BatchReport.line(job.story, error))
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
    report.append(BatchReport.line(job.story, output: name, entry.facts))
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
      throw ConversionError(
        .system, "cannot-write", file: target, problem: "cannot write the book: \(error)",
        help: "make room there, or choose another folder with -o")
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
