/// What the package document of an anthology says: everybody who wrote in it, what it is about.
struct AnthologyMetadata {
  let facts: AnthologyFacts
  let stories: [BoundStory]
  let options: BookOptions

  var publication: Publication {
    let title = facts.title.plainLine ?? "Anthology"
    let languages = languages
    let language = LanguageTag.normalised(facts.language) ?? languages.first
    let names = NameOrder()
    let editors = facts.editors.plainLines
    var publication = Publication(
      identifier: BookIdentifier.of(anthology: title, editors: editors), title: title,
      sortTitle: SortTitle.of(title, language: language), creators: creators,
      contributors: editors.map {
        Contribution(
          name: $0, role: "edt", sortName: names.sortName($0, language: language))
      } + contributors,
      language: language, modified: options.modified, subjects: subjects, facts: [], series: [],
      wordCount: stories.reduce(0) { $0 + $1.metadata.wordCount },
      accessibility: Accessibility(sections: [], images: BookImages()))
    publication.otherLanguages = languages.filter { $0 != language }
    publication.set = title
    publication.description = description
    return publication
  }

  var titlePage: TitlePage {
    let fandoms = most(stories.map(\.labels.fandoms))
    let authors = creators.map(\.name)
    let byline =
      authors.isEmpty
      ? nil
      : authors.count > Self.namesOnTitle
        ? "by \(authors.count) authors" : TitlePage.byline(authors)
    return TitlePage(
      title: facts.title.plainLine ?? "Anthology", byline: byline,
      fandoms: fandoms.isEmpty || fandoms.count > Self.namesOnTitle
        ? nil : fandoms.joined(separator: " · "),
      series: facts.editors.plainLines.isEmpty
        ? [] : ["edited " + (TitlePage.byline(facts.editors.plainLines) ?? "")])
  }

  /// More names are a list that has its page elsewhere.
  private static let namesOnTitle = 12

  /// The authors, each once, in the order of their stories.
  private var creators: [Contribution] { unique(stories.flatMap(\.metadata.creators)) }

  private var contributors: [Contribution] {
    let all = unique(stories.flatMap(\.metadata.contributors))
    return all.filter { $0.role != "bkp" } + all.filter { $0.role == "bkp" }.prefix(1)
  }

  private func unique(_ people: [Contribution]) -> [Contribution] {
    var seen: Set<[String]> = []
    return people.filter { seen.insert([$0.name, $0.role]).inserted }
  }

  /// The languages of the stories, that of most first.
  private var languages: [String] { most(stories.map { [$0.metadata.language].compactMap { $0 } }) }

  /// "Fanworks", and what most stories are about: a list of everything is what the indexes are for.
  private var subjects: [String] {
    (["Fanworks"] + most(stories.map(\.labels.fandoms)).prefix(20)
      + most(stories.map(\.labels.relationships)).prefix(20)
      + most(stories.map(\.labels.tags)).prefix(20)).plainLines
  }

  /// Values, those of most stories first; among equals the one that came first.
  private func most(_ values: [[String]]) -> [String] {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for value in values.joined() {
      if counts[value] == nil { order.append(value) }
      counts[value, default: 0] += 1
    }
    return order.enumerated().sorted {
      (counts[$1.element, default: 0], $0.offset) < (counts[$0.element, default: 0], $1.offset)
    }.map(\.element)
  }

  /// "12 stories: A by B; C by D". A long list ends in how many more there are.
  private var description: String? {
    guard !stories.isEmpty else { return nil }
    let lines = stories.prefix(30).map { story in
      let names = story.metadata.creators.map(\.name)
      return names.isEmpty
        ? story.metadata.title : "\(story.metadata.title) \(TitlePage.byline(names) ?? "")"
    }
    let more = stories.count - lines.count
    return "\(stories.count) \(stories.count == 1 ? "story" : "stories"): "
      + (lines + (more > 0 ? ["and \(more) more"] : [])).joined(separator: "; ")
  }
}
