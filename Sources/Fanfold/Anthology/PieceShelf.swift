/// The stories of an anthology that have been read, by the jobs they are of.
struct PieceShelf {
  private let policy: DuplicatePolicy
  private var pieces: [[StoryPiece]]
  private(set) var failures: [ConversionError]
  private(set) var remarks: [Conversion.Remark] = []

  init(_ scheme: AnthologyScheme, _ options: AnthologyOptions) {
    policy = options.duplicates ?? .keep
    pieces = Array(repeating: [], count: scheme.jobs.count)
    failures = scheme.failures
  }

  /// Takes what became of a job.
  mutating func take(_ outcome: StoryBench.Outcome, of job: Int) {
    switch outcome {
    case .bound(let bound, let failures):
      pieces[job] = bound
      self.failures += failures
      remarks += bound.flatMap(\.remarks)
    case .skipped(let error):
      remarks.append(.init(file: error.file, text: "\(error.problem); it was skipped"))
    }
  }

  /// The stories of some jobs.
  func pieces(of jobs: [Int]) -> [StoryPiece] { jobs.flatMap { pieces[$0] } }

  var all: [StoryPiece] { pieces.flatMap(\.self) }

  /// Tells which stories are there twice and does about it what is wanted.
  mutating func findDuplicates() throws(ConversionError) {
    let all = all
    let pairs = DuplicateStories(among: all).pairs
    var dropped: Set<Int> = []
    for pair in pairs {
      let (kept, other) = (all[pair.kept], all[pair.other])
      let what =
        pair.share >= 99 ? "it has the same text as" : "\(pair.share) % of the text is that of"
      switch policy {
      case .error:
        throw ConversionError(
          .input, "duplicate-story", file: other.name, problem: "\(what) '\(kept.name)'",
          help: "leave one of them out, or choose --duplicates keep or best")
      case .keep:
        remarks.append(
          .init(file: other.name, text: "\(what) '\(kept.name)'; both are in the book"))
      case .best:
        dropped.insert(pair.other)
        remarks.append(
          .init(
            file: other.name,
            text: "\(what) '\(kept.name)', which is the better one; it was left out"))
      }
    }
    guard !dropped.isEmpty else { return }
    var place = 0
    for job in pieces.indices {
      pieces[job] = pieces[job].filter { _ in
        defer { place += 1 }
        return !dropped.contains(place)
      }
    }
  }
}
