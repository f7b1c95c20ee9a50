internal import FanfoldStory

/// The page that says everything known about the story.
struct AboutPage {
  let story: Story
  let publication: Publication

  /// Everything that is known, and how long the story is.
  var facts: [Fact] { labels + telling + counts + origin }

  /// The page; `nil` when there is nothing on it but what anybody can see.
  var section: Section? {
    let facts = labels + telling
    let origin = origin
    guard !facts.isEmpty || !origin.isEmpty else { return nil }
    return Section(name: "about", title: "About", content: .about(facts + counts + origin))
  }

  private var metadata: StoryMetadata { story.metadata }

  private var labels: [Fact] {
    [
      row("Fandom", "Fandoms", metadata.fandoms),
      row("Relationship", "Relationships", metadata.relationships.map(\.raw)),
      row("Character", "Characters", metadata.characters),
      row("Rating", "Rating", [metadata.rating?.raw].compactMap { $0 }),
      row("Warning", "Warnings", metadata.warnings),
      row("Category", "Categories", metadata.categories),
      row("Tag", "Tags", metadata.tags),
    ].compactMap { $0 }
  }

  private var telling: [Fact] {
    let summary = metadata.summary.filter { $0.plainText.plainLine != nil }
    return [
      summary.isEmpty ? nil : Fact(term: "Summary", detail: .paragraphs(summary)),
      row("Series", "Series", TitlePage.seriesLines(publication.series)),
      row("Published", "Published", [metadata.published].compactMap { $0?.inWords }),
      row("Updated", "Updated", [metadata.updated].compactMap { $0?.inWords }),
      row("Status", "Status", [metadata.status?.inWords].compactMap { $0 }),
    ].compactMap { $0 }
  }

  private var counts: [Fact] {
    let chapters = story.chapters.count { $0.kind != .part }
    return [
      Fact(term: "Words", detail: .text(publication.wordCount.inWords)),
      Fact(term: "Chapters", detail: .text("\(chapters)\(plan(for: chapters))")),
      publication.language.map { Fact(term: "Language", detail: .text(LanguageName.of($0))) },
    ].compactMap { $0 }
  }

  /// Who else had a part in the story, and where it is from.
  private var origin: [Fact] {
    let roles: [(Contributor.Role, String)] = [
      (.beta, "Beta"), (.translator, "Translation"), (.artist, "Art"), (.recipient, "For"),
    ]
    let people = roles.compactMap { role, term in
      row(term, term, metadata.contributors.filter { $0.role == role }.map(\.name))
    }
    return people
      + [
        publication.publisher.map { Fact(term: "Publisher", detail: .text($0)) },
        publication.source.map { Fact(term: "Source", detail: .address($0)) },
      ].compactMap { $0 }
  }

  /// How many chapters there are to be, as the Archive of Our Own writes it behind the number there
  /// are: "/7", or "/?" when the author has not said.
  private func plan(for chapters: Int) -> String {
    if let planned = metadata.plannedChapters { return "/\(planned)" }
    return switch metadata.status {
    case .complete: "/\(chapters)"
    case .inProgress, .abandoned: "/?"
    case nil: ""
    }
  }

  /// A row for what there is; a comma parts the values unless one of them holds a comma itself.
  private func row(_ one: String, _ many: String, _ values: [String]) -> Fact? {
    let values = values.plainLines
    guard !values.isEmpty else { return nil }
    let separator = values.contains { $0.contains(",") } ? "; " : ", "
    return Fact(
      term: values.count == 1 ? one : many, detail: .text(values.joined(separator: separator)))
  }
}

extension StoryMetadata.Status {
  fileprivate var inWords: String {
    switch self {
    case .complete: "Complete"
    case .inProgress: "In progress"
    case .abandoned: "Abandoned"
    }
  }
}

extension PartialDate {
  /// "24 October 2008".
  fileprivate var inWords: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = [day.map { String($0) }, month.map { months[$0 - 1] }, String(year)]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}

extension Int {
  /// "12,345".
  var inWords: String {
    let digits = Array(String(self))
    return String(
      digits.enumerated().flatMap { index, digit in
        index > 0 && (digits.count - index).isMultiple(of: 3) ? [",", digit] : [digit]
      })
  }
}
