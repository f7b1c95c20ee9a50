internal import FanfoldMarkup

/// What collections of each kind have in them (EPUB 3.3 §5.8 and the modules that define kinds).
struct CollectionConstraintCheck {
  static let rules: [Rule] = [
    .distributableMetadata, .distributableContents, .manifestCollection, .dictionarySubcollection,
    .dictionaryLanguage, .indexSubcollection, .previewContents,
  ]

  let outline: PackageOutline
  var findings: [Finding] = []

  mutating func run() {
    for collection in outline["collection"] {
      let roles = outline.words("role", collection)
      if roles.contains("distributable-object") { checkDistributable(collection) }
      if roles.contains("manifest") { checkManifest(collection) }
      if roles.contains("dictionary") { checkDictionary(collection) }
      if roles.contains("index") {
        checkIndex(collection)
      } else if roles.contains("index-group") {
        checkIndexGroup(collection)
      }
      if roles.contains("preview") { checkPreview(collection) }
    }
  }

  private mutating func report(_ rule: Rule, _ node: PackageOutline.Node, _ message: String) {
    findings.append(Finding(rule, at: outline.document.place(of: node), message))
  }

  private func count(_ name: String, in node: PackageOutline.Node) -> Int {
    outline.children(name, of: node).count
  }

  /// Child collections whose whole role is that of a manifest.
  private func manifests(in node: PackageOutline.Node) -> Int {
    outline.children("collection", of: node).count { outline.attribute("role", $0) == "manifest" }
  }

  private mutating func checkDistributable(_ collection: PackageOutline.Node) {
    let metadata = outline.children("metadata", of: collection)
    if metadata.isEmpty {
      report(.distributableContents, collection, "a distributable object has no metadata")
    }
    if manifests(in: collection) > 1 {
      report(
        .distributableContents, collection, "a distributable object has more than one manifest")
    }
    if count("link", in: collection) == 0 {
      report(.distributableContents, collection, "a distributable object links to nothing")
    }
    for node in metadata {
      if outline.dublinCore("identifier", in: node).count != 1 {
        report(
          .distributableMetadata, node, "a distributable object does not have one dc:identifier")
      }
      for name in ["title", "language"] where outline.dublinCore(name, in: node).isEmpty {
        report(.distributableMetadata, node, "a distributable object has no dc:\(name)")
      }
    }
  }

  private mutating func checkManifest(_ collection: PackageOutline.Node) {
    if count("metadata", in: collection) + count("collection", in: collection) > 0 {
      report(.manifestCollection, collection, "a manifest collection has more than links")
    }
    if count("link", in: collection) == 0 {
      report(.manifestCollection, collection, "a manifest collection has no link")
    }
    if outline.tree.parent(of: collection).map({ outline.isPackage($0, "collection") }) != true {
      report(.manifestCollection, collection, "a manifest collection is not in another collection")
    }
  }

  private mutating func checkDictionary(_ collection: PackageOutline.Node) {
    if count("collection", in: collection) > 0 {
      report(.dictionarySubcollection, collection, "a dictionary has collections in it")
    }
    let own = Set(outline.children("metadata", of: collection))
    let metas = outline.metas.filter { own.contains($0.parent) }
    for property in ["source-language", "target-language"]
    where !(metas + outline.metas.filter(\.isOwn)).contains(where: { $0.property == property }) {
      report(.dictionaryLanguage, collection, "a dictionary does not give its \(property)")
    }
    if metas.count(where: { $0.property == "source-language" }) > 1 {
      report(.dictionaryLanguage, collection, "a dictionary has more than one source-language")
    }
  }

  private mutating func checkIndex(_ collection: PackageOutline.Node) {
    let others = outline.children("collection", of: collection)
      .contains { !outline.words("role", $0).contains("index-group") }
    if others {
      report(.indexSubcollection, collection, "an index has collections that are no groups")
    }
  }

  private mutating func checkIndexGroup(_ collection: PackageOutline.Node) {
    let parent = outline.tree.parent(of: collection)
    if parent.map({
      outline.isPackage($0, "collection") && outline.words("role", $0).contains("index")
    }) != true {
      report(.indexSubcollection, collection, "an index group is not in an index")
    }
    if count("collection", in: collection) > 0 {
      report(.indexSubcollection, collection, "an index group has collections in it")
    }
  }

  private mutating func checkPreview(_ collection: PackageOutline.Node) {
    if manifests(in: collection) != 1 {
      report(.previewContents, collection, "a preview does not have one manifest")
    }
    if count("link", in: collection) == 0 {
      report(.previewContents, collection, "a preview links to nothing")
    }
  }
}

extension Rule {
  static let distributableMetadata = Rule(
    "RSC-005", "distributable-metadata", .error,
    "a distributable object's metadata is not complete",
    help: "Give it one identifier, a title and a language.",
    see: "EPUB Distributable Objects 1.0 §3.2")
  static let distributableContents = Rule(
    "RSC-005", "distributable-contents", .error, "a distributable object is not complete",
    help: "Give it metadata and links.", see: "EPUB Distributable Objects 1.0 §3.1")
  static let manifestCollection = Rule(
    "RSC-005", "manifest-collection", .error, "a manifest collection is not as it has to be",
    help: "Put it into another collection, with links and nothing else.", see: "EPUB 3.3 §5.8")
  static let dictionarySubcollection = Rule(
    "RSC-005", "dictionary-subcollection", .error, "a dictionary has collections in it",
    help: "Take them out.", see: "EPUB Dictionaries 1.0 §3.4")
  static let dictionaryLanguage = Rule(
    "RSC-005", "dictionary-language", .error, "a dictionary's languages are not as they have to be",
    help: "Give one source-language, and each target-language.", see: "EPUB Dictionaries 1.0 §3.3")
  static let indexSubcollection = Rule(
    "RSC-005", "index-subcollection", .error, "an index has wrong collections in it",
    help: "Put index groups into an index, and nothing into them.", see: "EPUB Indexes 1.0 §4")
  static let previewContents = Rule(
    "RSC-005", "preview-contents", .error, "a preview is not complete",
    help: "Give it one manifest collection, and links.", see: "EPUB Previews 1.0 §4")
}
