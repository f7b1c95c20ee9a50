package import FanfoldStory

/// A document of the reading order.
package struct Section: Sendable, Hashable {
  /// The file's name without extension, and the section's id: `[a-z0-9-]`, a letter first.
  package var name: String
  /// What the section is called where it is named in one line.
  package var title: String
  package var content: Content

  package enum Content: Sendable, Hashable {
    /// The cover's picture, and the words that stand for it.
    case cover(BookImage, alternative: String)
    case titlePage(TitlePage)
    case about([Fact])
    case notes([Piece])
    /// The notes of the chapters, gathered.
    case endnotes([Piece])
    case text(TextSection)
    case colophon([Fact])
    /// The title page of one story among others.
    case storyPage(StoryPage)
    /// Words of the editor.
    case passage(Editorial)
    /// The heading of several stories that belong together.
    case division
    /// The stories of an anthology, with their lengths.
    case storyTable([StoryRow])
    case index([IndexEntry])
    /// A page that is written already.
    case packed
  }
}

/// What stands on the title page.
package struct TitlePage: Sendable, Hashable {
  package var title: String
  /// "by A and B"; `nil` when nobody is known to have written it.
  package var byline: String?
  package var fandoms: String?
  package var series: [String]
}

/// A term and what there is to say about it.
package struct Fact: Sendable, Hashable {
  package var term: String
  package var detail: Detail

  package enum Detail: Sendable, Hashable {
    case text(String)
    /// An address, a link when readers can follow it.
    case address(String)
    /// Paragraphs in the words and the language of the author.
    case paragraphs([[Inline]])
    case list([String])
    case sources([SourceFile])
  }
}

/// A chapter, or the part of one that a file holds.
package struct TextSection: Sendable, Hashable {
  package var kind: Chapter.Kind
  /// What stands over the text; `nil` in a file that continues the one before.
  package var heading: Heading?
  package var pieces: [Piece]
}

/// What stands over a chapter: its numbering, its name, or both.
package struct Heading: Sendable, Hashable {
  package var label: String?
  package var title: String?
  /// Whether the words are the binder's, for a chapter that has none of its own.
  package var isGenerated = false

  package var line: String {
    [label, title].compactMap { $0 }.joined(separator: ": ")
  }
}

/// Something that stands in a chapter: text of the story, or words of the author around it.
package enum Piece: Sendable, Hashable {
  case block(Block)
  case note(NotePiece)
  /// Where a note would be that stands elsewhere.
  case noteLink(NoteLink)
}

/// A note, or the part of one that a file holds.
package struct NotePiece: Sendable, Hashable {
  package var kind: Note.Kind
  /// What stands over it; `nil` where it goes on from the file before or where the page's heading is enough.
  package var heading: String?
  /// Whether the heading is the binder's rather than the author's label.
  package var isGenerated = false
  package var blocks: [Block]
  /// What ties it to its chapter when it stands apart from it.
  package var anchor: NoteAnchor?
}

/// What ties a note that stands apart to its place in a chapter.
package struct NoteAnchor: Sendable, Hashable {
  /// The note's id; that of the link to it ends in `-link`.
  package var id: String
  /// The name of the section with the link.
  package var chapter: String
  package var chapterTitle: String
  /// Whether it belongs before the chapter's text.
  package var isBefore: Bool
  /// Whether it stands in the chapter's own file, out of sight where reading systems open notes over the page.
  package var isPopup: Bool
}

/// A link to a note that stands apart.
package struct NoteLink: Sendable, Hashable {
  /// The note's id.
  package var note: String
  /// The name of the section with the note; `nil` when the link stands in it too.
  package var page: String?
  package var heading: String
  package var isGenerated: Bool
}
