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
      let further = story.typesetOnce(rules, scope)
      guard further != story else { break }
      story = further
    }
    return story
  }

  /// Two are enough for anything that people write.
  private static let looks = 8

  private func typesetOnce(_ rules: TypographicRules, _ scope: Typography) -> Story {
    var survey = TextSurvey()
    for chapter in chapters {
      for block in chapter.blocks { block.forEachText(.prose) { survey.add($0) } }
    }
    let paragraphs = ParagraphTypesetter(rules, scope: scope, survey: survey)
    return StoryTypesetter(paragraphs: paragraphs).set(self)
  }
}

/// Goes through a story's text: every place that holds prose is named here, and nowhere else.
struct StoryTypesetter {
  let paragraphs: ParagraphTypesetter

  func set(_ story: Story) -> Story {
    var story = story
    story.metadata.title = story.metadata.title.map { paragraphs.set($0) }
    story.metadata.summary = story.metadata.summary.map { paragraphs.set($0) }
    story.notesBefore = story.notesBefore.map(set)
    story.chapters = story.chapters.map(set)
    story.notesAfter = story.notesAfter.map(set)
    return story
  }

  private func set(_ chapter: Chapter) -> Chapter {
    var chapter = chapter
    chapter.label = chapter.label.map { paragraphs.set($0) }
    chapter.title = chapter.title.map { paragraphs.set($0) }
    chapter.notesBefore = chapter.notesBefore.map(set)
    chapter.blocks = chapter.blocks.map(set)
    chapter.notesAfter = chapter.notesAfter.map(set)
    return chapter
  }

  private func set(_ note: Note) -> Note {
    var note = note
    note.label = note.label.map { paragraphs.set($0) }
    note.blocks = note.blocks.map(set)
    return note
  }

  private func set(_ block: Block) -> Block {
    var block = block
    block.content =
      switch block.content {
      case .paragraph(let inlines): .paragraph(paragraphs.set(inlines))
      case .lines(let lines): .lines(paragraphs.set(lines))
      case .preformatted: block.content
      case .subheading(let inlines): .subheading(paragraphs.set(inlines))
      case .sceneBreak(let label): .sceneBreak(label: paragraphs.set(label))
      case .quotation(let blocks): .quotation(blocks.map(set))
      case .list(let ordered, let items, let start):
        .list(ordered: ordered, items: items.map { $0.map(set) }, start: start)
      case .table(let table): .table(set(table))
      case .figure(let images, let caption): .figure(images, caption: paragraphs.set(caption))
      case .spoiler(let summary, let blocks):
        .spoiler(summary: paragraphs.set(summary), blocks.map(set))
      }
    return block
  }

  private func set(_ table: Table) -> Table {
    var table = table
    table.caption = paragraphs.set(table.caption)
    table.rows = table.rows.map { row in
      row.map { cell in
        var cell = cell
        cell.blocks = cell.blocks.map(set)
        return cell
      }
    }
    return table
  }
}
