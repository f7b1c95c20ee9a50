internal import FanfoldPublication
internal import FanfoldStory

/// The metadata in the package document of an own book: EPUB's properties, and those of the `fanfold:` vocabulary for
/// what EPUB has none for.
struct OwnMetadata {
  private let package: PackageDocument

  init(_ package: PackageDocument) { self.package = package }

  /// All but the summary, whose marks are on the page about the story.
  func metadata() -> StoryMetadata {
    let said = package.metadata
    var metadata = StoryMetadata()
    metadata.title = said.first("dc:title")
    metadata.authors = said.all("dc:creator").map { Author($0.value, page: $0["fanfold:page"]) }
    metadata.contributors = said.all("dc:contributor").compactMap { person in
      Self.roles[person["role"] ?? ""].map { Contributor(person.value, role: $0) }
    }
    metadata.fandoms = all("fandom")
    metadata.relationships = all("relationship").flatMap {
      PairingParser.relationships($0, isItem: true)
    }
    metadata.characters = all("character")
    metadata.rating = said.first("fanfold:rating").map { raw in
      Rating(raw, level: said.first("fanfold:rating-level").flatMap(Rating.Level.init))
    }
    metadata.warnings = all("warning")
    metadata.categories = all("category")
    metadata.tags = all("tag")
    metadata.series = said.all("belongs-to-collection").map { place in
      SeriesPlace(
        place.value, position: place["group-position"] ?? place["fanfold:series-position"])
    }
    metadata.status = said.first("fanfold:status").flatMap(StoryMetadata.Status.init)
    metadata.plannedChapters = said.first("fanfold:chapters-planned").flatMap { Int($0) }
    metadata.published = said.first("fanfold:published").flatMap(Self.date)
    metadata.updated = said.first("fanfold:updated").flatMap(Self.date)
    metadata.source = said.first("dc:source")
    metadata.publisher = said.first("dc:publisher")
    let language = said.first("dc:language")
    metadata.language = language == "und" ? nil : language
    return metadata
  }

  private func all(_ name: String) -> [String] {
    package.metadata.all("fanfold:" + name).map(\.value)
  }

  private static let roles: [String: Contributor.Role] = [
    "pfr": .beta, "trl": .translator, "ill": .artist, "dte": .recipient,
  ]

  /// "2008-10-24", "2008-10" or "2008".
  private static func date(_ text: String) -> PartialDate? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil else { return nil }
    return PartialDate(
      year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
  }
}
