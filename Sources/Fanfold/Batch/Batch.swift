/// Makes the books of many stories: several at once, only those that have changed, and one that fails stops nothing.
package struct Batch: Sendable {
  private let options: BatchOptions
  private static let scratch = ".fanfold-parts"

  package init(_ options: BatchOptions) { self.options = options }

  /// Makes the books of all stories in files and folders.
  ///
  /// The same inputs leave the same folder, whether they were worked on in one run or, after any interruption, in
  /// several: names are given in the order of the stories, books are moved to their places whole, and a book counts
  /// as made when the journal says so.
  package func run(
    _ inputs: [String], into folder: String, tell: (BatchEvent) -> Void
  ) async throws(ConversionError) -> BatchSummary {
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let scratch = folder + "/" + Self.scratch
    let lock = try prepare(folder, scratch)
    defer { if !options.isDry { Self.leave(scratch) } }
    let walk = StoryWalk(inputs, output: folder)
    let stories = await StoryFinder(limit: options.limit, jobs: options.jobs).stories(walk.files)
    let journal = try journal(in: folder)
    let entries = journal.entries
    let jobs = stories.enumerated().map { index, story in
      StoryMaker.Job(
        number: index, story: story, earlier: entries[story.key], folder: folder)
    }
    let maker = StoryMaker(
      converter: Converter(options.conversion), options: options, optionsDigest: options.digest,
      scratch: scratch)
    var shelf = BookShelf(folder, options, journal, stories: stories)
    for failure in walk.failures {
      shelf.fail(failure)
      tell(
        BatchEvent(
          story: BatchStory(files: [failure.file]), kind: .failed(failure), done: 0,
          total: jobs.count))
    }
    await mapConcurrently(jobs, width: options.jobs, maker.work) { index, outcome in
      let kind = shelf.put(outcome, of: jobs[index], maker)
      guard shelf.obstacle == nil else { return false }
      tell(BatchEvent(story: jobs[index].story, kind: kind, done: index + 1, total: jobs.count))
      return true
    }
    if let obstacle = shelf.obstacle { throw obstacle }
    try shelf.finish(scratch)
    _ = lock
    return shelf.summary
  }

  /// Makes the folder, locks it, and removes what an interrupted run left.
  private func prepare(_ folder: String, _ scratch: String) throws(ConversionError) -> OpenFile? {
    do throws(SystemError) {
      if options.isDry { return nil }
      try Folders.make(folder)
      let lock = try OpenFile(reading: folder)
      guard lock.lock() else { throw SystemError.last }
      try Folders.make(scratch)
      Folders.clear(scratch)
      return lock
    } catch {
      throw ConversionError(
        .system, "cannot-write", file: folder, problem: "cannot use this folder: \(error)",
        help: "choose another with -o, or wait until another batch there has ended")
    }
  }

  private static func leave(_ scratch: String) {
    Folders.clear(scratch)
    Folders.removeEmpty(scratch)
  }

  private func journal(in folder: String) throws(ConversionError) -> Journal {
    do throws(SystemError) { return try Journal(in: folder, isDry: options.isDry) } catch {
      throw ConversionError(
        .system, "cannot-write", file: folder + "/" + Journal.name,
        problem: "cannot use the journal: \(error)", help: "choose another folder with -o")
    }
  }
}
