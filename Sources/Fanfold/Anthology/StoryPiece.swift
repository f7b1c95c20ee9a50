internal import FanfoldEPUB
internal import FanfoldStory

/// A story that was read and bound, with what is asked about it until it has its place in the book.
struct StoryPiece: Sendable {
  let bound: BoundStory
  /// The file it is known by.
  let name: String
  let files: [String]
  /// When the newest of its files was changed.
  let modified: Int64?
  let metadata: StoryMetadata
  let chapters: Int
  let sketch: TextSketch
  let removed: [Conversion.Removal]
  let remarks: [Conversion.Remark]

  var title: String { bound.metadata.title }
  var words: Int { bound.metadata.wordCount }

  /// How much is known about it.
  var knowledge: Int {
    let facts: [Int] = [
      metadata.authors.count, metadata.fandoms.count, metadata.relationships.count,
      metadata.characters.count, metadata.warnings.count, metadata.tags.count,
      metadata.summary.count, metadata.series.count,
    ]
    let single = [
      metadata.title != nil, metadata.rating != nil, metadata.published != nil,
      metadata.source != nil,
    ]
    return facts.reduce(0) { $0 + min($1, 5) } + single.count { $0 }
  }
}
