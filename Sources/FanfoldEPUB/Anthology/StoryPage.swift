package import FanfoldStory

/// What stands on the title page of one story among others: everything that is known about it.
package struct StoryPage: Sendable, Hashable {
  package var titlePage: TitlePage
  package var facts: [Fact]
  /// The cover that the story's source has.
  package var cover: BookImage?
  /// The language of the story, which its title and summary are in.
  package var language: String?
  package var isRightToLeft = false
}

/// Words of an anthology's editor: an introduction, or something to read between two stories.
package struct Editorial: Sendable, Hashable {
  /// What the words are for.
  package enum Kind: String, Sendable, Hashable {
    case introduction, interlude
  }

  package var kind: Kind
  package var title: String
  package var blocks: [Block]
  package var images: [StoryImage]

  /// A passage of that title.
  package init(_ kind: Kind, title: String, blocks: [Block], images: [StoryImage] = []) {
    self.kind = kind
    self.title = title.plainLine ?? kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    self.blocks = blocks
    self.images = images
  }
}

/// A line of the table of stories.
package struct StoryRow: Sendable, Hashable {
  package var title: String
  package var authors: String
  package var words: Int
  /// The name of the story's title page.
  package var section: String
  package var language: String?

  /// How many bytes of markup it takes at most.
  var weight: Int {
    (title.utf8.count + authors.utf8.count) * 6 + section.utf8.count + 240
  }
}

/// A term of an index with the stories it is said of.
package struct IndexEntry: Sendable, Hashable {
  package var term: String
  package var stories: [StoryRow]

  /// How many bytes of markup it takes at most.
  var weight: Int { stories.reduce(term.utf8.count * 6 + 160) { $0 + $1.weight } }
}
