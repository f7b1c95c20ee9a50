/// One chapter: a heading as the author worded it, the text, and the notes around it.
public struct Chapter: Sendable, Hashable, Codable {
  /// What part of a work a chapter is; decides its place in the contents and its semantics.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case chapter, prologue, epilogue, interlude, preface, afterword, part
  }

  public var kind: Kind
  /// The numbering as the source words it, "Chapter One" or "Part 2/2"; `nil` when it has none.
  public var label: String?
  /// The name of the chapter; `nil` when it has only a number.
  public var title: String?
  /// The author's words before the chapter's text.
  public var notesBefore: [Note]
  /// The text.
  public var blocks: [Block]
  /// The author's words after the chapter's text.
  public var notesAfter: [Note]
  /// Where the chapter stands in the input, when it came from one with lines.
  public var lines: SourceLines?

  /// A chapter; only its text is asked for.
  public init(
    kind: Kind = .chapter, label: String? = nil, title: String? = nil, notesBefore: [Note] = [],
    blocks: [Block], notesAfter: [Note] = [], lines: SourceLines? = nil
  ) {
    self.kind = kind
    self.label = label
    self.title = title
    self.notesBefore = notesBefore
    self.blocks = blocks
    self.notesAfter = notesAfter
    self.lines = lines
  }

  /// The heading in one line, "Chapter One: Early Years"; `nil` for a chapter without one.
  public var heading: String? {
    switch (label, title) {
    case (let label?, let title?): "\(label): \(title)"
    case (let label?, nil): label
    case (nil, let title?): title
    case (nil, nil): nil
    }
  }

  /// The words of the text, notes and heading left out.
  public var wordCount: Int {
    var words = WordCounter()
    for block in blocks { block.forEachText(.prose) { words.add($0) } }
    return words.count
  }
}
