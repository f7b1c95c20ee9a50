/// What an editor has written down about an anthology: a YAML file, described in `docs/anthology.md`.
struct AnthologyPlan: Sendable, Hashable {
  var title: String?
  var editors: [String] = []
  var language: String?
  /// `auto`, `none` or the path of a picture.
  var cover: Line?
  /// The name of a theme or the path of a stylesheet.
  var theme: Line?
  var order: StoryOrder?
  var duplicates: DuplicatePolicy?
  var introduction: Line?
  var contents: [Entry] = []

  /// A value with the line it stands on.
  struct Line: Sendable, Hashable {
    var text: String
    var number: Int
  }

  /// A piece of the contents.
  indirect enum Entry: Sendable, Hashable {
    case story(Story)
    case section(Section)
    /// The editor's words between stories.
    case interlude(title: String?, Line)
    /// Another plan, whose stories are a section here.
    case plan(Line)
  }

  /// The files of a story or a pattern of stories, and what is known better than they do.
  struct Story: Sendable, Hashable {
    /// Several are the parts of one story.
    var paths: [Line]
    var metadata: [Key] = []
    var introduction: Line?
  }

  /// A value or several for a key of the metadata; none when the story has nothing of it.
  struct Key: Sendable, Hashable {
    var field: MetadataField
    var values: [String]
    var line: Int
  }

  /// Stories under a heading.
  struct Section: Sendable, Hashable {
    var title: String
    var introduction: Line?
    var order: StoryOrder?
    var contents: [Entry] = []
  }
}
