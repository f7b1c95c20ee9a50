/// A piece of an anthology in its place.
package indirect enum AnthologyEntry: Sendable {
  case story(BoundStory)
  case passage(Editorial)
  /// Pieces that belong together, under a heading of their own.
  case division(title: String, introduction: Editorial?, [AnthologyEntry])

  /// The stories in their order.
  package var stories: [BoundStory] {
    switch self {
    case .story(let story): [story]
    case .passage: []
    case .division(_, _, let entries): entries.flatMap(\.stories)
    }
  }
}

/// What an anthology is as a whole.
package struct AnthologyFacts: Sendable {
  package var title: String
  package var editors: [String]
  /// The language of title and editor's words; that of most stories when it is not given.
  package var language: String?
  package var introduction: Editorial?

  /// An anthology of that title.
  package init(
    title: String, editors: [String] = [], language: String? = nil, introduction: Editorial? = nil
  ) {
    self.title = title
    self.editors = editors
    self.language = language
    self.introduction = introduction
  }
}
