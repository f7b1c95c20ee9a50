internal import FanfoldMarkup

/// What the profiles ask of a package document.
struct ProfileConstraintCheck {
  static let rules: [Rule] = [
    .profileType, .dictionaryKeyMap, .dictionaryLanguageUndeclared, .dictionaryType,
    .educationAccessibility, .educationMetadata, .teacherEditionSource, .previewSource,
    .previewIdentifier,
  ]

  let outline: PackageOutline
  var findings: [Finding] = []

  private mutating func report(_ rule: Rule, _ node: PackageOutline.Node, _ message: String) {
    findings.append(Finding(rule, at: outline.document.place(of: node), message))
  }

  private func hasType(_ type: String, _ metadata: PackageOutline.Node) -> Bool {
    outline.dublinCore("type", in: metadata).contains { text($0) == type }
  }

  private func text(_ node: PackageOutline.Node) -> String {
    outline.tree.text(of: node).normalizingBlanks()
  }

  // MARK: Dictionaries (EPUB Dictionaries and Glossaries 1.0 §3)

  mutating func runForDictionaries() {
    for metadata in outline.ownMetadata where !hasType("dictionary", metadata) {
      report(.profileType, metadata, "the metadata has no dc:type 'dictionary'")
    }
    for package in outline["package"] { checkSingle(package) }
    checkKeyMaps()
    let languages = Set(
      outline.ownMetadata.flatMap { outline.dublinCore("language", in: $0) }.map(text))
    for meta in outline.metas {
      if ["source-language", "target-language"].contains(meta.property),
        !languages.contains(meta.value)
      {
        report(
          .dictionaryLanguageUndeclared, meta.node, "'\(meta.value)' is no dc:language of the book")
      }
      if meta.property == "dictionary-type", !Self.dictionaryTypes.contains(meta.value) {
        report(.dictionaryType, meta.node, "there is no type of dictionary '\(meta.value)'")
      }
    }
  }

  private static let dictionaryTypes: Set<String> = [
    "monolingual", "bilingual", "multilingual", "thesaurus", "encyclopedia", "spelling",
    "pronouncing", "etymological",
  ]

  private func dictionaries(in package: PackageOutline.Node) -> [PackageOutline.Node] {
    outline.children("collection", of: package)
      .filter { outline.words("role", $0).contains("dictionary") }
  }

  /// A book that is one dictionary.
  private mutating func checkSingle(_ package: PackageOutline.Node) {
    let collections = dictionaries(in: package)
    guard collections.count < 2 else { return }
    let maps = outline.children("manifest", of: package)
      .flatMap { outline.children("item", of: $0) }
      .count {
        Set(outline.words("properties", $0)).isSuperset(of: ["search-key-map", "dictionary"])
      }
    if maps != 1 {
      report(
        .dictionaryKeyMap, package, "\(maps) items are the dictionary's search key map, not one")
    }
    guard collections.isEmpty else { return }
    let metas = outline.metas.filter(\.isOwn)
    for property in ["source-language", "target-language"]
    where !metas.contains(where: { $0.property == property }) {
      report(.dictionaryLanguage, package, "the dictionary does not give its \(property)")
    }
    if metas.count(where: { $0.property == "source-language" }) > 1 {
      report(.dictionaryLanguage, package, "the dictionary has more than one source-language")
    }
  }

  private mutating func checkKeyMaps() {
    let links = outline["package"].flatMap(dictionaries)
      .flatMap { outline.children("link", of: $0) }.map { outline.value("href", $0) }
    for item in outline["item"] where outline.words("properties", item).contains("search-key-map") {
      let href = outline.value("href", item)
      if links.count(where: { $0 == href }) > 1 {
        report(.dictionaryKeyMap, item, "'\(href)' is in more than one dictionary")
      }
    }
  }

  // MARK: Education (EPUB for Education 1.0 §3)

  mutating func runForEducation() {
    let audience = outline.metas.first {
      $0.isOwn && $0.property == "schema:audienceType" && $0.value.lowercased() == "schools"
    }
    for metadata in outline["metadata"] {
      let metas = outline.metas.filter { $0.parent == metadata }
      if !hasType("edupub", metadata) {
        report(.profileType, metadata, "the metadata has no dc:type 'edupub'")
      }
      let features = metas.filter { $0.property == "schema:accessibilityFeature" }
      if features.isEmpty {
        report(.educationAccessibility, metadata, "no schema:accessibilityFeature is given")
      }
      if features.contains(where: { $0.value == "none" }) {
        report(.educationAccessibility, metadata, "schema:accessibilityFeature is 'none'")
      }
      if let audience, audience.value == "schools" {
        for property in Self.schoolProperties
        where !metas.contains(where: { $0.property == "schema:" + property }) {
          report(.educationMetadata, metadata, "schema:\(property) is missing")
        }
      }
    }
    for type in outline.dublinCore["type"] ?? [] where text(type) == "teacher-edition" {
      guard let parent = outline.tree.parent(of: type), outline.isPackage(parent, "metadata"),
        outline.dublinCore("source", in: parent).isEmpty
      else { continue }
      report(.teacherEditionSource, type, "a teacher's edition does not name the students' one")
    }
  }

  private static let schoolProperties = [
    "educationalAlignment", "educationalRole", "educationalUse", "interactivityType",
    "isBasedOnUrl", "learningResourceType", "typicalAgeRange",
  ]

  // MARK: Previews (EPUB Previews 1.0 §3)

  mutating func runForPreviews() {
    let unique = outline["package"].first.flatMap { outline.attribute("unique-identifier", $0) }
    let identifier = (outline.dublinCore["identifier"] ?? [])
      .first { outline.attribute("id", $0) == unique }.map(text)
    for metadata in outline["metadata"] {
      if !hasType("preview", metadata) {
        report(.profileType, metadata, "the metadata has no dc:type 'preview'")
      }
      let sources = outline.dublinCore("source", in: metadata)
        .filter { outline.attribute("refines", $0) == nil }
      if sources.isEmpty { report(.previewSource, metadata, "a preview does not name its source") }
    }
    for source in outline.dublinCore["source"] ?? []
    where outline.attribute("refines", source) == nil && text(source) == identifier ?? "" {
      report(.previewIdentifier, source, "the preview has the identifier of its source")
    }
  }
}

extension Rule {
  static let profileType = Rule(
    "RSC-005", "profile-type", .error, "the metadata does not say what kind of publication this is",
    help: "Add the dc:type of the profile.", see: "EPUB 3.3 §5.5.3.2.3")
  static let dictionaryKeyMap = Rule(
    "RSC-005", "dictionary-key-map", .error, "a dictionary does not have one search key map",
    help: "Give one item the properties 'search-key-map' and 'dictionary'.",
    see: "EPUB Dictionaries 1.0 §3.5")
  static let dictionaryLanguageUndeclared = Rule(
    "RSC-005", "dictionary-language-undeclared", .error,
    "a dictionary's language is none of the book's",
    help: "Add a dc:language for it.", see: "EPUB Dictionaries 1.0 §3.3")
  static let dictionaryType = Rule(
    "RSC-005", "dictionary-type", .error, "there is no such type of dictionary",
    help: "Use one of the types that are defined.", see: "EPUB Dictionaries 1.0 §3.3")
  static let educationAccessibility = Rule(
    "RSC-005", "education-accessibility", .error, "the accessibility features are not given",
    help: "Add schema:accessibilityFeature, 'tableOfContents' if nothing else.",
    see: "EPUB for Education 1.0 §3.3")
  static let educationMetadata = Rule(
    "RSC-017", "education-metadata", .warning, "metadata is missing that schools look for",
    help: "Add the property.", see: "EPUB for Education 1.0 §3.2")
  static let teacherEditionSource = Rule(
    "RSC-017", "teacher-edition-source", .warning,
    "a teacher's edition does not name the students' one",
    help: "Add a dc:source.", see: "EPUB for Education 1.0 §3.2")
  static let previewSource = Rule(
    "RSC-017", "preview-source", .warning, "a preview does not name its source",
    help: "Add a dc:source.", see: "EPUB Previews 1.0 §3")
  static let previewIdentifier = Rule(
    "RSC-005", "preview-identifier", .error, "a preview has the identifier of its source",
    help: "Give it one of its own.", see: "EPUB Previews 1.0 §3")
}
