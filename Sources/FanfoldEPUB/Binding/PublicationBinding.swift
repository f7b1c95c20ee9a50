internal import FanfoldStory

extension Publication {
  /// What a story's metadata says, in the terms of a package document; its words are counted, which takes longer than
  /// all else, unless somebody wants only the names.
  init(of story: Story, options: BookOptions, isCounted: Bool = true) {
    let facts = story.metadata
    let ownTitle = facts.title?.plainLine
    let title = ownTitle ?? options.fallbackTitle.plainLine ?? "Untitled"
    let authors = facts.authors.map(\.name).plainLines
    let language = LanguageTag.normalised(facts.language)
    let names = NameOrder()
    let subjects = ["Fanworks"] + facts.fandoms + facts.relationships.map(\.raw)
    self.init(
      identifier: BookIdentifier.of(story, title: ownTitle, authors: authors),
      title: title, sortTitle: SortTitle.of(title, language: language),
      creators: authors.map { name in
        Contribution(
          name: name, role: "aut", sortName: names.sortName(name, language: language),
          page: facts.authors.first { $0.name.plainLine == name }?.page?.plainLine)
      },
      contributors: Self.contributors(
        facts.contributors, generator: options.generator,
        sortName: { names.sortName($0, language: language) }),
      language: language, date: facts.published ?? facts.updated, modified: options.modified,
      description: Self.description(facts.summary), source: facts.source?.plainLine,
      publisher: facts.publisher?.plainLine,
      subjects: (subjects + facts.characters + facts.tags).plainLines,
      facts: Self.storyFacts(story, cover: options.cover),
      series: facts.series.compactMap { place in
        place.name.plainLine.map { SeriesPlace($0, position: place.position?.plainLine) }
      },
      wordCount: isCounted ? story.wordCount : 0,
      accessibility: Accessibility(sections: [], images: BookImages()))
  }

  private static func contributors(
    _ contributors: [Contributor], generator: String, sortName: (String) -> String
  ) -> [Contribution] {
    let people = contributors.compactMap { contributor in
      contributor.name.plainLine.map { name in
        Contribution(
          name: name, role: contributor.role.relator, sortName: sortName(name))
      }
    }
    let maker = generator.plainLine.map { Contribution(name: $0, role: "bkp", sortName: $0) }
    return people + [maker].compactMap { $0 }
  }

  /// The summary without marks, a paragraph a line.
  private static func description(_ summary: [[Inline]]) -> String? {
    let paragraphs = summary.compactMap(\.plainText.plainLine)
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }

  private static func storyFacts(_ story: Story, cover: BookCover?) -> [StoryFact] {
    let metadata = story.metadata
    let chapters = story.chapters.count { $0.kind != .part }
    let values: [(StoryFact.Name, [String])] = [
      (.fandom, metadata.fandoms),
      (.relationship, metadata.relationships.map(\.raw)),
      (.character, metadata.characters),
      (.rating, [metadata.rating?.raw].compactMap { $0 }),
      (.ratingLevel, [metadata.rating?.level?.rawValue].compactMap { $0 }),
      (.warning, metadata.warnings),
      (.category, metadata.categories),
      (.tag, metadata.tags),
      (.cover, cover?.isDrawn == true ? ["drawn"] : []),
      (.status, [metadata.status?.rawValue].compactMap { $0 }),
      (.chapters, [String(chapters)]),
      (.chaptersPlanned, [metadata.plannedChapters].compactMap { $0 }.map { String($0) }),
      (.published, [metadata.published].compactMap { $0?.description }),
      (.updated, [metadata.updated].compactMap { $0?.description }),
    ]
    return values.flatMap { name, values in
      values.plainLines.map { StoryFact(name: name, value: $0) }
    }
  }
}

extension Contributor.Role {
  /// The code of the MARC relators: proofreader, translator, illustrator, dedicatee.
  fileprivate var relator: String {
    switch self {
    case .beta: "pfr"
    case .translator: "trl"
    case .artist: "ill"
    case .recipient: "dte"
    }
  }
}
