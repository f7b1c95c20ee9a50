internal import FanfoldEPUB
internal import FanfoldReading

/// Finds the files that a plan names, and those of the plans in it: a plan → the scheme of its anthology.
struct PlanResolver {
  private let limit: Int
  private let jobs: Int
  private let output: String
  private(set) var scheme = AnthologyScheme()
  /// Files that are named, by the plan and the line: no folder and no pattern means them too.
  private var named: [[UInt64]: String] = [:]
  /// Files that have their place.
  private var taken: Set<[UInt64]> = []
  private let reader = StoryReader()

  /// The plan at a path, resolved.
  ///
  /// - Throws: ``ConversionError`` with the plan and its line for what is missing, named twice, or goes in a circle.
  static func resolve(
    _ path: String, output: String, limit: Int, jobs: Int
  ) async throws(ConversionError) -> (plan: AnthologyPlan, scheme: AnthologyScheme) {
    var resolver = PlanResolver(limit: limit, jobs: jobs, output: output)
    let plan = try resolver.plan(at: path, within: [])
    let place = Place(path)
    try resolver.name(plan.contents, in: place, within: [path])
    resolver.scheme.nodes = try await resolver.nodes(plan.contents, in: place)
    resolver.scheme.introduction = try plan.introduction.map { line throws(ConversionError) in
      try resolver.passage(.introduction, title: nil, line, in: place)
    }
    return (plan, resolver.scheme)
  }

  private init(limit: Int, jobs: Int, output: String) {
    self.limit = limit
    self.jobs = jobs
    self.output = output
    if let status = FileStatus(path: output) { taken.insert(status.identity) }
  }

  /// A plan, from which paths are seen.
  struct Place {
    let plan: String
    private let folder: String

    init(_ plan: String) {
      self.plan = plan
      folder = plan.lastIndex(of: "/").map { String(plan[...$0]) } ?? ""
    }

    func path(_ line: AnthologyPlan.Line) -> String {
      line.text.hasPrefix("/") ? line.text : folder + line.text
    }

    func wrong(_ line: Int, _ problem: String, help: String) -> ConversionError {
      ConversionError(.input, "bad-plan", file: plan, line: line, problem: problem, help: help)
    }

    /// What to say about a path that leads nowhere.
    func missing(_ line: AnthologyPlan.Line) -> ConversionError {
      let path = path(line)
      let slash = path.lastIndex(of: "/")
      let inFolder = slash.map { String(path[...$0]) } ?? "."
      let names = (try? FolderContents.names(in: inFolder)) ?? []
      let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
      let near = Suggestion.nearest(to: name, among: names)
      return wrong(
        line.number, "there is no file '\(line.text)'",
        help: near.map { "did you mean '\($0)'?" } ?? "paths are seen from the plan's own folder")
    }
  }

  private func plan(
    at path: String, within outer: [String]
  ) throws(ConversionError) -> AnthologyPlan {
    try PlanReader(name: path).read(try InputFile(path: path, limit: 4 << 20).bytes)
  }
}

// MARK: - Names

extension PlanResolver {
  /// Goes through all that is named before anything is looked for, and through the plans in a plan.
  private mutating func name(
    _ entries: [AnthologyPlan.Entry], in place: Place, within plans: [String]
  ) throws(ConversionError) {
    for entry in entries {
      switch entry {
      case .interlude: continue
      case .section(let section): try name(section.contents, in: place, within: plans)
      case .story(let story): for path in story.paths { try name(path, in: place) }
      case .plan(let line):
        let path = place.path(line)
        guard let status = FileStatus(path: path), status.kind == .regular else {
          throw place.missing(line)
        }
        guard !plans.contains(where: { Environment.isSameFile($0, path) }) else {
          let circle = plans.drop { !Environment.isSameFile($0, path) } + [path]
          throw place.wrong(
            line.number, "the plan is a part of itself: \(circle.joined(separator: ", "))",
            help: "take one of them out")
        }
        try name(
          try plan(at: path, within: plans).contents, in: Place(path), within: plans + [path])
      }
    }
  }

  private mutating func name(
    _ line: AnthologyPlan.Line, in place: Place
  ) throws(ConversionError) {
    let path = place.path(line)
    guard let status = FileStatus(path: path) else {
      guard FilePattern.isPattern(path), FilePattern.expand(path) != [path] else {
        throw place.missing(line)
      }
      return
    }
    guard status.kind == .regular else { return }
    if let other = named[status.identity] {
      throw place.wrong(
        line.number, "'\(line.text)' is in the anthology already (\(other))", help: "keep one")
    }
    named[status.identity] = "\(place.plan):\(line.number)"
  }
}

// MARK: - Pieces

extension PlanResolver {
  private mutating func nodes(
    _ entries: [AnthologyPlan.Entry], in place: Place
  ) async throws(ConversionError) -> [AnthologyScheme.Node] {
    var nodes: [AnthologyScheme.Node] = []
    for entry in entries {
      switch entry {
      case .story(let story):
        let jobs = try await jobs(of: story, in: place)
        // Stories that follow each other are put in order together.
        if case .stories(let before) = nodes.last {
          nodes[nodes.count - 1] = .stories(before + jobs)
        } else {
          nodes.append(.stories(jobs))
        }
      case .interlude(let title, let line):
        nodes.append(.passage(try passage(.interlude, title: title, line, in: place)))
      case .section(let section):
        nodes.append(
          .division(
            title: section.title,
            introduction: try introduction(section.introduction, in: place),
            order: section.order, try await self.nodes(section.contents, in: place)))
      case .plan(let line):
        let path = place.path(line)
        let inner = try plan(at: path, within: [])
        let innerPlace = Place(path)
        nodes.append(
          .division(
            title: inner.title ?? InputFile(name: path, bytes: []).storyTitle,
            introduction: try introduction(inner.introduction, in: innerPlace),
            order: inner.order, try await self.nodes(inner.contents, in: innerPlace)))
      }
    }
    return nodes
  }

  private mutating func jobs(
    of story: AnthologyPlan.Story, in place: Place
  ) async throws(ConversionError) -> [Int] {
    let stories = await stories(story, in: place)
    let overrides = try overrides(story, in: place)
    let only = story.metadata.first { $0.field == .title }?.line ?? story.introduction?.number
    if let only, stories.count > 1 {
      throw place.wrong(
        only, "one title or introduction for \(stories.count) stories",
        help: "name these stories one by one")
    }
    let introduction = try introduction(story.introduction, in: place)
    let first = scheme.jobs.count
    scheme.jobs += stories.map { files in
      AnthologyScheme.Job(story: files, overrides: overrides, introduction: introduction)
    }
    return Array(first..<scheme.jobs.count)
  }

  private mutating func stories(
    _ story: AnthologyPlan.Story, in place: Place
  ) async -> [BatchStory] {
    let paths = story.paths.map(place.path)
    if paths.count > 1 {
      taken.formUnion(paths.compactMap { FileStatus(path: $0)?.identity })
      return [BatchStory(files: paths)]
    }
    let walk = StoryWalk(paths.flatMap(FilePattern.expand), output: output)
    scheme.failures += walk.failures
    let isNamed = paths.count == 1 && FileStatus(path: paths[0])?.kind == .regular
    let files = walk.files.filter { file in
      guard let identity = FileStatus(path: file.path)?.identity else { return false }
      if !isNamed, named[identity] != nil || PlanReader.isPlan(file.path) { return false }
      return taken.insert(identity).inserted
    }
    return await StoryFinder(limit: limit, jobs: jobs).stories(files)
  }

  private func overrides(
    _ story: AnthologyPlan.Story, in place: Place
  ) throws(ConversionError) -> MetadataOverrides {
    var overrides = MetadataOverrides()
    for key in story.metadata {
      if key.values.isEmpty { overrides.clear(key.field) }
      for value in key.values {
        do throws(OverrideError) { try overrides.set(key.field.rawValue, to: value) } catch {
          throw place.wrong(key.line, error.problem, help: error.help)
        }
      }
    }
    return overrides
  }

  private func introduction(
    _ line: AnthologyPlan.Line?, in place: Place
  ) throws(ConversionError) -> Editorial? {
    guard let line else { return nil }
    return try passage(.introduction, title: nil, line, in: place)
  }

  /// Words in Markdown: those of a file, when the one line there is names one.
  private func passage(
    _ kind: Editorial.Kind, title: String?, _ line: AnthologyPlan.Line, in place: Place
  ) throws(ConversionError) -> Editorial {
    var file = StoryFile(name: place.plan, bytes: Array(line.text.utf8))
    let isFile = [".md", ".markdown", ".txt"].contains { line.text.lowercased().hasSuffix($0) }
    if isFile, !line.text.contains("\n") {
      let path = place.path(line)
      guard FileStatus(path: path)?.kind == .regular else { throw place.missing(line) }
      let input = try InputFile(path: path, limit: limit)
      file = StoryFile(name: path, bytes: input.bytes, neighbour: input.neighbours?.bytes)
    }
    do throws(ReadError) {
      var words = try reader.passage(file)
      var title = title
      if title == nil, case .subheading(let heading)? = words.blocks.first?.content {
        title = heading.plainText
        words.blocks.removeFirst()
      }
      return Editorial(kind, title: title ?? "", blocks: words.blocks, images: words.images)
    } catch {
      throw place.wrong(line.number, error.problem, help: error.help)
    }
  }
}
