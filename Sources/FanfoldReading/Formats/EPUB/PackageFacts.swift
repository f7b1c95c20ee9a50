internal import FanfoldMarkup
internal import FanfoldPublication

/// What the package document says of the story.
struct PackageFacts {
  let lexicon: Lexicon

  /// The facts; of a typed book only those its pages do not say better.
  func facts(_ package: PackageDocument, isTyped: Bool) -> [SitePage.Fact] {
    var page = SitePage(site: "the book")
    let metadata = package.metadata
    stateTitle(metadata, &page)
    statePeople(metadata, &page)
    for language in metadata.all("dc:language").prefix(1) { page.state(.language, language.value) }
    if let description = metadata.first("dc:description") {
      page.state(.summary, Self.plain(description))
    }
    stateSeries(metadata, &page)
    stateSource(metadata, &page)
    guard !isTyped else { return page.facts }
    if let publisher = metadata.first("dc:publisher") { page.state(.publisher, publisher) }
    stateDates(metadata, &page)
    let subjects = metadata.all("dc:subject").map(\.value)
    let sorter = SubjectSorter(ratings: lexicon.ratings)
    for subject in subjects { sorter.state(subject, &page) }
    return page.facts
  }

  private func stateTitle(_ metadata: PackageMetadata, _ page: inout SitePage) {
    let titles = metadata.all("dc:title")
    guard let main = titles.first(where: { $0["title-type"] == "main" }) ?? titles.first else {
      return
    }
    // A converter that knows no title takes the file's name.
    if let title = FileTitle.ofFile(main.value) {
      page.facts.append(.init(subject: .documentTitle, value: title))
      return
    }
    let subtitle = titles.first { $0["title-type"] == "subtitle" && $0 != main }
    page.state(.title, ([main] + [subtitle].compactMap { $0 }).map(\.value).joined(separator: ": "))
  }

  private func statePeople(_ metadata: PackageMetadata, _ page: inout SitePage) {
    for person in metadata.all("dc:creator") + metadata.all("dc:contributor") {
      let isCreator = person.name == "dc:creator"
      guard let field = Self.fields[person["role"] ?? (isCreator ? "aut" : "")],
        !Self.nobody.contains(Folding.fold(person.value))
      else { continue }
      page.state(field, person.value, isItem: true)
    }
  }

  /// The MARC relator codes of those who take part in stories.
  private static let fields: [String: HeaderLabels.Field] = [
    "aut": .author, "cre": .author, "art": .artist, "ill": .artist, "trl": .translator,
    "pfr": .beta, "dte": .recipient,
  ]
  /// What makers write where nobody is known.
  private static let nobody: Set<String> = [
    "unknown", "unknown author", "n/a", "author", "unbekannt", "inconnu", "auteur inconnu",
  ]

  private func stateSeries(_ metadata: PackageMetadata, _ page: inout SitePage) {
    var series = metadata.all("belongs-to-collection")
      .filter { ($0["collection-type"] ?? "series") == "series" }
      .map { (name: $0.value, position: $0["group-position"]) }
    if series.isEmpty, let name = metadata.first("calibre:series") {
      series = [(name, metadata.first("calibre:series_index"))]
    }
    for place in series {
      let position = place.position.map { $0.hasSuffix(".0") ? String($0.dropLast(2)) : $0 }
      page.state(.series, place.name + (position.map { " [\($0)]" } ?? ""))
    }
  }

  private func stateSource(_ metadata: PackageMetadata, _ page: inout SitePage) {
    let candidates =
      metadata.all("dc:source")
      + metadata.all("dc:identifier").filter { Self.isAddress($0.value) }
    if let source = candidates.first(where: { Self.isAddress($0.value) }) {
      page.state(.source, source.value)
    }
  }

  private static func isAddress(_ value: String) -> Bool {
    value.hasPrefix("http://") || value.hasPrefix("https://")
  }

  private func stateDates(_ metadata: PackageMetadata, _ page: inout SitePage) {
    for date in metadata.all("dc:date") {
      // A day without the clock; "0101-01-01" is calibre's way to say that none is known.
      let day = String(date.value.prefix { $0 != "T" && $0 != " " })
      guard !day.hasPrefix("0") else { continue }
      switch date["event"] {
      case nil, "publication", "original-publication": page.state(.published, day)
      case "modification": page.state(.updated, day)
      default: continue
      }
    }
  }

  /// Descriptions are often HTML in disguise.
  static func plain(_ description: String) -> String {
    guard description.contains("<"),
      let tree = try? HTMLDocument.parse(Array(description.utf8))
    else { return description }
    let ends: Set<String> = ["p", "div", "br", "li", "h1", "h2", "h3", "blockquote"]
    var words = ""
    for node in tree.descendants(of: tree.root) {
      if ends.contains(tree.name(of: node)) { words += " " }
      if tree.kind(of: node) == .text { words += tree.text(of: node) }
    }
    return words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
