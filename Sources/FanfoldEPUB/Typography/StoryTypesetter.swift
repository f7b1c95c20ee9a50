package import FanfoldStory

extension Story {
  /// The story as its pages show it: with its marks set as printers of its language set them. In a
  /// language of which the ways are not known here it stays as it is. What a library files the book
  /// under is taken from the story as it was.
  ///
  /// A mark that is set says more about its neighbours, and about the text's own ways, than a typed
  /// one. So what is left is looked at again until nothing more can be told: to set a story twice is
  /// the same as to set it once. The second look finds hardly anything and costs as little.
  package func typeset(_ scope: Typography) -> Story {
    guard scope != .none, let rules = TypographicRules.of(metadata.language) else { return self }
    var story = self
    for _ in 0..<Self.looks {
      var typesetter = StoryTypesetter(story.paragraphTypesetter(rules, scope))
      typesetter.set(&story)
      guard typesetter.hasChanged else { break }
    }
    return story
  }

  /// Two are enough for anything that people write.
  private static let looks = 8

  private func paragraphTypesetter(
    _ rules: TypographicRules, _ scope: Typography
  ) -> ParagraphTypesetter {
    var survey = TextSurvey()
    for chapter in chapters {
      for block in chapter.blocks { block.forEachText(.prose) { survey.add($0) } }
    }
    return ParagraphTypesetter(rules, scope: scope, survey: survey)
  }
}

/// Goes through a story's text: every place that holds prose is named here, and nowhere else.
struct StoryTypesetter {
  private let paragraphs: ParagraphTypesetter
  /// Whether anything was set otherwise than it stood there.
  private(set) var hasChanged = false

  init(_ paragraphs: ParagraphTypesetter) { self.paragraphs = paragraphs }

  mutating func set(_ story: inout Story) {
    set(&story.metadata.title)
    for index in story.metadata.summary.indices { set(&story.metadata.summary[index]) }
    set(&story.notesBefore)
    for index in story.chapters.indices { set(&story.chapters[index]) }
    set(&story.notesAfter)
  }

  private mutating func set(_ chapter: inout Chapter) {
    set(&chapter.label)
    set(&chapter.title)
    set(&chapter.notesBefore)
    set(&chapter.blocks)
    set(&chapter.notesAfter)
  }

  private mutating func set(_ notes: inout [Note]) {
    for index in notes.indices {
      set(&notes[index].label)
      set(&notes[index].blocks)
    }
  }

  private mutating func set(_ blocks: inout [Block]) {
    for index in blocks.indices { set(&blocks[index].content) }
  }

  private mutating func set(_ content: inout Block.Content) {
    switch content {
    case .paragraph(let inlines):
      if let made = made(inlines) { content = .paragraph(made) }
    case .lines(let lines):
      if let made = made(lines) { content = .lines(made) }
    case .preformatted: break
    case .subheading(let inlines):
      if let made = made(inlines) { content = .subheading(made) }
    case .sceneBreak(let label):
      if let made = made(label) { content = .sceneBreak(label: made) }
    case .quotation(var blocks):
      set(&blocks)
      content = .quotation(blocks)
    case .list(let ordered, var items, let start):
      for index in items.indices { set(&items[index]) }
      content = .list(ordered: ordered, items: items, start: start)
    case .table(var table):
      set(&table)
      content = .table(table)
    case .figure(let images, let caption):
      if let made = made(caption) { content = .figure(images, caption: made) }
    case .spoiler(var summary, var blocks):
      set(&summary)
      set(&blocks)
      content = .spoiler(summary: summary, blocks)
    }
  }

  private mutating func set(_ table: inout Table) {
    set(&table.caption)
    for row in table.rows.indices {
      for cell in table.rows[row].indices { set(&table.rows[row][cell].blocks) }
    }
  }

  private mutating func set(_ inlines: inout [Inline]) {
    if let made = made(inlines) { inlines = made }
  }

  private mutating func set(_ text: inout String?) {
    if let made = text.flatMap({ made([.text($0)]) }) { text = made.plainText }
  }

  /// What becomes of a paragraph; `nil` when it stays as it is, which most do.
  private mutating func made(_ inlines: [Inline]) -> [Inline]? {
    guard let made = paragraphs.set(inlines) else { return nil }
    hasChanged = true
    return made
  }

  private mutating func made(_ lines: [[Inline]]) -> [[Inline]]? {
    guard let made = paragraphs.set(lines) else { return nil }
    hasChanged = true
    return made
  }
}
