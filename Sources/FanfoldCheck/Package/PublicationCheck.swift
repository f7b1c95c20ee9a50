/// What the profiles ask of a publication as a whole (EPUB for Education 1.0, EPUB Dictionaries and
/// Glossaries 1.0).
enum PublicationCheck {
  static let rules: [Rule] = [
    .dictionaryMissing, .dictionaryUndeclared, .pageListMissing, .pageSourceMissing,
    .microdataAlone, .navigationIncomplete, .listOfAudioMissing, .listOfFiguresMissing,
    .listOfTablesMissing, .listOfVideosMissing,
  ]

  static func check(_ rendition: inout Rendition) {
    checkCollections(&rendition)
    if rendition.context.follows(.education, type: "edupub") {
      checkPagination(&rendition)
      if let place = rendition.features.microdata, !rendition.features.hasRDFa {
        rendition.findings.add(.microdataAlone, at: place)
      }
      checkNavigation(&rendition)
    }
    let dictionaries = rendition.features.dictionaries
    if let first = dictionaries.first, !rendition.context.types.contains("dictionary") {
      rendition.findings.add(.dictionaryUndeclared, at: first)
    }
    if rendition.context.follows(.dictionaries, type: "dictionary"), dictionaries.isEmpty {
      rendition.findings.add(.dictionaryMissing, at: rendition.packagePlace)
    }
  }

  private static func checkCollections(_ rendition: inout Rendition) {
    // The path of a document is compared as it stands in URLs: one with other characters is not
    // found again, by us as by EPUBCheck.
    let paths = Set(rendition.features.dictionaries.map(\.path).filter(URLCharacters.isPlain))
    for collection in rendition.package.collections where collection.roles.contains("dictionary") {
      let items = collection.links.compactMap { rendition.package.item(at: $0.document) }
      if !items.contains(where: { $0.mediaType == MediaType.xhtml && paths.contains($0.path) }) {
        rendition.findings.add(.dictionaryMissing, at: rendition.packagePlace)
      }
    }
  }

  private static func checkPagination(_ rendition: inout Rendition) {
    guard rendition.features.pageBreaks > 0 else { return }
    if !rendition.features.hasPageList {
      rendition.findings.add(.pageListMissing, at: rendition.packagePlace)
    }
    let metadata = rendition.package.metadata
    let sources = metadata.primary("source", of: Vocabularies.URL.dublinCore)
    if !sources.contains(where: { metadata.isRefined($0, by: "source-of", "pagination") }) {
      rendition.findings.add(.pageSourceMissing, at: rendition.packagePlace)
    }
  }

  private static func checkNavigation(_ rendition: inout Rendition) {
    let features = rendition.features
    let place = features.tocLinks.first ?? rendition.packagePlace
    if features.sections.count != features.tocLinks.count {
      rendition.findings.add(.navigationIncomplete, at: place)
    }
    let lists: [(has: Bool, list: String, rule: Rule)] = [
      (features.hasAudio, "loa", .listOfAudioMissing),
      (features.hasFigures, "loi", .listOfFiguresMissing),
      (features.hasTables, "lot", .listOfTablesMissing),
      (features.hasVideo, "lov", .listOfVideosMissing),
    ]
    for (has, list, rule) in lists where has && !features.lists.contains(list) {
      rendition.findings.add(rule, at: place)
    }
  }
}

extension Rule {
  static let dictionaryMissing = Rule(
    "OPF-078", "dictionary-missing", .error, "a dictionary has no document with dictionary content",
    help: "Mark it with epub:type=\"dictionary\".", see: "EPUB Dictionaries 1.0 §2.2")
  static let dictionaryUndeclared = Rule(
    "OPF-079", "dictionary-undeclared", .warning,
    "a book has dictionary content and does not say so",
    help: "Add <dc:type>dictionary</dc:type>.", see: "EPUB Dictionaries 1.0 §3.2")
  static let pageListMissing = Rule(
    "NAV-003", "page-list-missing", .error, "there are page breaks, and no page list",
    help: "Add a page list to the navigation document.", see: "EPUB for Education 1.0 §4.4.2")
  static let pageSourceMissing = Rule(
    "OPF-066", "page-source-missing", .error, "there are page breaks, and not said which edition's",
    help: "Add a dc:source, and a source-of that refines it.", see: "EPUB for Education 1.0 §4.4.3")
  static let microdataAlone = Rule(
    "HTM-051", "microdata-alone", .warning, "there is microdata, and no RDFa",
    help: "Use RDFa Lite.", see: "EPUB for Education 1.0 §4.2")
  static let navigationIncomplete = Rule(
    "NAV-004", "navigation-incomplete", .usage, "the table of contents does not have all sections",
    help: "Add the others.", see: "EPUB for Education 1.0 §4.5.1")
  static let listOfAudioMissing = Rule(
    "NAV-005", "list-of-audio-missing", .usage, "there is audio, and no list of it",
    help: "Add a list to the navigation document.", see: "EPUB for Education 1.0 §4.5.3")
  static let listOfFiguresMissing = Rule(
    "NAV-006", "list-of-figures-missing", .usage, "there are figures, and no list of them",
    help: "Add a list to the navigation document.", see: "EPUB for Education 1.0 §4.5.3")
  static let listOfTablesMissing = Rule(
    "NAV-007", "list-of-tables-missing", .usage, "there are tables, and no list of them",
    help: "Add a list to the navigation document.", see: "EPUB for Education 1.0 §4.5.3")
  static let listOfVideosMissing = Rule(
    "NAV-008", "list-of-videos-missing", .usage, "there are videos, and no list of them",
    help: "Add a list to the navigation document.", see: "EPUB for Education 1.0 §4.5.3")
}
