internal import FanfoldArchive
internal import FanfoldMarkup
internal import FanfoldStory

/// Writes what the package document says about the book (EPUB 3.3 §5.5).
struct MetadataWriter {
  let metadata: Publication
  /// Whether it is a story among others that is described, whose book says itself how it can be read.
  var isRecord = false

  func write(to out: inout MarkupWriter) {
    dublinCore("dc:identifier", metadata.identifier, id: "uid", to: &out)
    dublinCore("dc:title", metadata.title, id: "title", to: &out)
    refine("title", "title-type", "main", to: &out)
    refine("title", "file-as", metadata.sortTitle, to: &out)
    write(metadata.creators, as: "dc:creator", id: "creator", to: &out)
    write(metadata.contributors, as: "dc:contributor", id: "contributor", to: &out)
    dublinCore("dc:language", metadata.language ?? "und", to: &out)
    for language in metadata.otherLanguages { dublinCore("dc:language", language, to: &out) }
    dublinCore("dc:date", metadata.date?.description, to: &out)
    property("dcterms:modified", CivilTime(secondsSince1970: metadata.modified).description, &out)
    dublinCore("dc:description", metadata.description, to: &out)
    dublinCore("dc:source", metadata.source, to: &out)
    dublinCore("dc:publisher", metadata.publisher, to: &out)
    // "Fanworks" is the first subject, which Apple Books takes for the book's shelf.
    for subject in metadata.subjects { dublinCore("dc:subject", subject, to: &out) }
    for fact in metadata.facts { property("fanfold:\(fact.name.rawValue)", fact.value, &out) }
    writeSeries(to: &out)
    if let set = metadata.set {
      out.line("meta", ["property": "belongs-to-collection", "id": "set"]) { $0.text(set) }
      refine("set", "collection-type", "set", to: &out)
    }
    property("schema:wordCount", String(metadata.wordCount), &out)
    if !isRecord { writeAccessibility(to: &out) }
  }

  private func write(
    _ people: [Contribution], as name: StaticString, id prefix: String, to out: inout MarkupWriter
  ) {
    for (index, person) in people.enumerated() {
      let id = "\(prefix)-\(index + 1)"
      dublinCore(name, person.name, id: id, to: &out)
      out.line("meta", ["refines": "#\(id)", "property": "role", "scheme": "marc:relators"]) {
        $0.text(person.role)
      }
      refine(id, "file-as", person.sortName, to: &out)
      refine(id, "display-seq", String(index + 1), to: &out)
      if let page = person.page { refine(id, "fanfold:page", page, to: &out) }
    }
  }

  /// Series as EPUB 3 has them, and the first also as calibre does, which is what most reading
  /// systems look for. Nooks want the name of such an element before its content.
  private func writeSeries(to out: inout MarkupWriter) {
    for (index, place) in metadata.series.enumerated() {
      let id = "series-\(index + 1)"
      out.line("meta", ["property": "belongs-to-collection", "id": id]) { $0.text(place.name) }
      refine(id, "collection-type", "series", to: &out)
      if let number = place.number {
        refine(id, "group-position", number, to: &out)
      } else if let position = place.position {
        refine(id, "fanfold:series-position", position, to: &out)
      }
    }
    guard let first = metadata.series.first else { return }
    out.voidLine("meta", ["name": "calibre:series", "content": first.name])
    if let number = first.number {
      out.voidLine("meta", ["name": "calibre:series_index", "content": number])
    }
  }

  private func writeAccessibility(to out: inout MarkupWriter) {
    let accessibility = metadata.accessibility
    for mode in accessibility.modes { property("schema:accessMode", mode, &out) }
    for mode in accessibility.sufficientModes {
      property("schema:accessModeSufficient", mode, &out)
    }
    for feature in accessibility.features {
      property("schema:accessibilityFeature", feature, &out)
    }
    for hazard in accessibility.hazards { property("schema:accessibilityHazard", hazard, &out) }
    property("schema:accessibilitySummary", accessibility.summary, &out)
    guard let certifier = accessibility.certifier else { return }
    out.line("meta", ["id": "conformance", "property": "dcterms:conformsTo"]) {
      $0.text("EPUB Accessibility 1.1 - WCAG 2.2 Level AA")
    }
    refine("conformance", "a11y:certifiedBy", certifier, to: &out)
  }

  private func dublinCore(
    _ name: StaticString, _ value: String?, id: String? = nil, to out: inout MarkupWriter
  ) {
    guard let value else { return }
    out.line(name, ["id": id]) { $0.text(value) }
  }

  private func property(_ name: String, _ value: String, _ out: inout MarkupWriter) {
    out.line("meta", ["property": name]) { $0.text(value) }
  }

  private func refine(
    _ id: String, _ name: String, _ value: String, to out: inout MarkupWriter
  ) {
    out.line("meta", ["refines": "#\(id)", "property": name]) { $0.text(value) }
  }
}
