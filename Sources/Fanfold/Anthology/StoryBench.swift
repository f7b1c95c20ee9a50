internal import FanfoldArchive
internal import FanfoldEPUB
internal import FanfoldPublication
internal import FanfoldReading
internal import FanfoldStory

/// Reads and binds the stories of an anthology, each on its own; several at a time.
struct StoryBench: Sendable {
  private let converter: Converter
  private let gatherer = StoryGatherer()
  private let options: AnthologyOptions
  private let endings = Set(StoryFormat.all.flatMap(\.endings))

  init(_ options: AnthologyOptions) {
    self.options = options
    converter = Converter(options.making)
  }

  /// What became of a job.
  enum Outcome: Sendable {
    /// One story, or those of an anthology.
    case bound([StoryPiece], failures: [ConversionError])
    /// A file in a folder that is no story, and does not look like one.
    case skipped(ConversionError)
  }

  func work(_ job: AnthologyScheme.Job) -> Outcome {
    do throws(ConversionError) {
      let inputs = try job.story.inputs(limit: options.limit, sidecars: options.sidecars)
      if inputs.count == 1, let members = BoundStories(inputs[0].bytes) {
        return anthology(inputs[0], members)
      }
      return .bound([try piece(inputs, job)], failures: [])
    } catch {
      let isStory = !job.story.isFromFolder || job.story.files.contains(where: looksLikeStory)
      return isStory || error.cause == .system ? .bound([], failures: [error]) : .skipped(error)
    }
  }

  /// The stories of an anthology are stories like others.
  private func anthology(_ input: InputFile, _ members: BoundStories) -> Outcome {
    var pieces: [StoryPiece] = []
    var failures: [ConversionError] = []
    for member in members.all {
      do throws(ConversionError) {
        pieces.append(
          try piece([try input.member(member)], AnthologyScheme.Job(story: BatchStory(files: []))))
      } catch {
        failures.append(error)
      }
    }
    return .bound(pieces, failures: failures)
  }

  private func piece(
    _ inputs: [InputFile], _ job: AnthologyScheme.Job
  ) throws(ConversionError) -> StoryPiece {
    var gathered = try gatherer.gather(inputs)
    job.overrides.apply(to: &gathered.story.metadata)
    let notes = converter.removeUnwantedNotes(from: &gathered)
    let read = gathered.parts.map(\.input)
    let name = read.first?.name ?? ""
    var book = converter.bookOptions(read, fallbackTitle: read.first?.storyTitle ?? "")
    book.cover = gathered.story.cover.map { BookCover($0) }
    do throws(ArchiveError) {
      return StoryPiece(
        bound: try BoundStory(gathered.story, options: book, introduction: job.introduction),
        name: name, files: inputs.map(\.name), modified: read.compactMap(\.modified).max(),
        metadata: gathered.story.metadata, chapters: gathered.story.chapters.count,
        sketch: TextSketch(gathered.story),
        removed: gathered.parts.flatMap(\.removals) + notes, remarks: gathered.remarks)
    } catch {
      throw ConversionError(
        .system, "cannot-pack", file: name, problem: error.description,
        help: "free some memory and try again")
    }
  }

  /// By its ending alone: pictures and lists lie in folders too.
  private func looksLikeStory(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return true }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }
}

extension InputFile {
  /// One story of the anthology in this file, as a book of its own.
  func member(_ member: BoundStories.Member) throws(ConversionError) -> InputFile {
    do throws(PublicationError) {
      var input = InputFile(
        name: "\(name): \(member.name)", bytes: try member.epub(), modified: modified)
      input.folderTitle = member.title
      return input
    } catch {
      throw ConversionError(ReadError(error, file: "\(name): \(member.name)"))
    }
  }
}
