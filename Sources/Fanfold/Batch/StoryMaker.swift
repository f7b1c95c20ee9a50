/// Makes the book of one story of a batch; it changes nothing that another might see.
struct StoryMaker: Sendable {
  let converter: Converter
  let options: BatchOptions
  let optionsDigest: String
  /// Where books lie until they have their names.
  let scratch: String
  private let endings = Set(StoryFormat.all.flatMap(\.endings))

  /// A story's number in the batch, and what was made of it before.
  struct Job: Sendable {
    let number: Int
    let story: BatchStory
    let earlier: JournalEntry?
    /// The batch's folder.
    let folder: String
  }

  /// A book without its name.
  struct Made: Sendable {
    var entry: JournalEntry
    let identifier: String
    let place: String
  }

  enum Outcome: Sendable {
    case kept(JournalEntry)
    case made(Made)
    case failed(ConversionError)
    /// A file in a folder that is no story, and does not look like one.
    case skipped(ConversionError)
  }

  /// Keeps a book whose files and options are what they were, else makes it.
  func work(_ job: Job) -> Outcome {
    if let earlier = job.earlier, !options.isForced, isCurrent(earlier, job) {
      return .kept(earlier)
    }
    return make(job)
  }

  func make(_ job: Job) -> Outcome {
    do throws(ConversionError) { return .made(try book(job)) } catch {
      let isStory = !job.story.isFromFolder || job.story.files.contains(where: looksLikeStory)
      return isStory || error.cause == .system ? .failed(error) : .skipped(error)
    }
  }

  private func isCurrent(_ entry: JournalEntry, _ job: Job) -> Bool {
    guard entry.options == optionsDigest,
      FileStatus(path: job.folder + "/" + entry.output)?.size == entry.bytes
    else { return false }
    let now = job.story.stamps(sidecars: options.sidecars)
    let datesMatter = options.conversion.modified == nil
    return now.count == entry.files.count
      && zip(now, entry.files).allSatisfy { $0.isSame(as: $1, datesMatter: datesMatter) }
  }

  private func book(_ job: Job) throws(ConversionError) -> Made {
    let start = ContinuousClock.now
    // Taken before reading: a file that changes meanwhile is read again the next time.
    var stamps = job.story.stamps(sidecars: options.sidecars)
    var inputs = try job.story.inputs(limit: options.limit, sidecars: options.sidecars)
    for index in inputs.indices { inputs[index].digest = FileStamp.digest(of: inputs[index].bytes) }
    let sidecars = inputs.compactMap(\.sidecar?.bytes).map { FileStamp.digest(of: $0) }
    for (index, digest) in (inputs.map(\.digest) + sidecars).enumerated()
    where stamps.indices.contains(index) {
      stamps[index].digest = digest
    }
    let conversion = try converter.convert(inputs)
    let place = "\(scratch)/\(job.number).epub"
    if !options.isDry { try put(conversion.epub, at: place) }
    let time = (ContinuousClock.now - start).components
    let milliseconds = Int(time.seconds * 1000 + time.attoseconds / 1_000_000_000_000_000)
    let wish = options.template.path(
      for: conversion.story, title: conversion.title, file: inputs.first?.stem ?? "",
      ending: options.ending)
    let entry = JournalEntry(
      story: job.story.key, files: stamps, options: optionsDigest, wish: wish, output: wish,
      bytes: conversion.epub.count,
      facts: BatchReport.facts(of: conversion, milliseconds: milliseconds))
    return Made(entry: entry, identifier: conversion.identifier, place: place)
  }

  /// The disk is not waited for: should it lose the book with the power, the book is too short, which is noticed.
  private func put(_ bytes: [UInt8], at place: String) throws(ConversionError) {
    do throws(SystemError) {
      try OpenFile(writing: place, creating: true).write(bytes)
    } catch {
      Folders.remove(place)
      throw BookShelf.unwritable(place, error)
    }
  }

  /// By its ending alone: pictures and lists lie in folders too.
  private func looksLikeStory(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return true }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}
