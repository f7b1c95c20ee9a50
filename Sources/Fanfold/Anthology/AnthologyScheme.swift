internal import FanfoldEPUB

/// Which stories an anthology is made of and where in it they stand, before any of them is read.
struct AnthologyScheme: Sendable {
  /// A story to be read.
  struct Job: Sendable {
    var story: BatchStory
    var overrides = MetadataOverrides()
    var introduction: Editorial?
  }

  /// A piece of the book.
  indirect enum Node: Sendable {
    /// Stories, by their jobs, that are put in order among each other.
    case stories([Int])
    case passage(Editorial)
    case division(title: String, introduction: Editorial?, order: StoryOrder?, [Node])
  }

  var jobs: [Job] = []
  var nodes: [Node] = []
  /// What the editor says about the whole.
  var introduction: Editorial?
  /// What could not even be found.
  var failures: [ConversionError] = []
  /// The name of the folder that all stories lie in.
  var folder: String?

  /// Nothing yet.
  init() {}

  /// The stories in files, in folders and behind patterns, as they come.
  init(_ inputs: [String], output: String, limit: Int, jobs width: Int) async {
    let walk = StoryWalk(inputs.flatMap(FilePattern.expand), output: output)
    failures = walk.failures
    jobs = await StoryFinder(limit: limit, jobs: width).stories(walk.files)
      .map { Job(story: $0) }
    nodes = [.stories(Array(jobs.indices))]
    if inputs.count == 1, FileStatus(path: inputs[0])?.kind == .folder {
      let name = inputs[0].split(separator: "/").last.map(String.init) ?? ""
      if !["", ".", ".."].contains(name) { folder = InputFile(name: name, bytes: []).storyTitle }
    }
  }
}
