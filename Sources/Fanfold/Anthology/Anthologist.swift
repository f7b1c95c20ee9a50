internal import FanfoldArchive
internal import FanfoldEPUB

/// Makes one book of many stories: reads them, several at a time, tells which are there twice, puts them in order and
/// binds them. A story that cannot be read stops nothing.
public struct Anthologist: Sendable {
  public var options: AnthologyOptions

  /// Somebody who makes anthologies as the options say.
  public init(_ options: AnthologyOptions = AnthologyOptions()) { self.options = options }

  /// Makes one book of the stories in files, in folders and behind patterns, or of those in a plan.
  ///
  /// - Parameters:
  ///   - inputs: Stories of any format that can be converted, EPUBs of any maker, and anthologies, whose stories are
  ///     taken one by one. Files that are parts of one story are joined. A plan is a YAML file alone.
  ///   - output: Where the book will be; what lies there is no input.
  public func bind(
    _ inputs: [String], output: String = ""
  ) async throws(ConversionError) -> Anthology {
    if inputs.count == 1, PlanReader.isPlan(inputs[0]) {
      let (plan, scheme) = try await PlanResolver.resolve(
        inputs[0], output: output, limit: options.limit, jobs: options.jobs)
      return try await bind(scheme, try options.completed(by: plan, at: inputs[0]))
    }
    return try await bind(
      AnthologyScheme(inputs, output: output, limit: options.limit, jobs: options.jobs),
      options.completed)
  }

  private func bind(
    _ scheme: AnthologyScheme, _ options: AnthologyOptions
  ) async throws(ConversionError) -> Anthology {
    var shelf = PieceShelf(scheme, options)
    let bench = StoryBench(options)
    await mapConcurrently(scheme.jobs, width: options.jobs, bench.work) { index, outcome in
      shelf.take(outcome, of: index)
      return true
    }
    if options.isStrict, let failure = shelf.failures.first { throw failure }
    try shelf.findDuplicates()
    return try AnthologyMaker(scheme: scheme, shelf: shelf, options: options).anthology()
  }
}
