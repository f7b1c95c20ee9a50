/// Judges linked resources and collections of a package, and the times of its overlays
/// (EPUB 3.3 §5.5.7, §5.8; EPUB Dictionaries, Indexes and Previews 1.0).
enum CollectionCheck {
  static let rules: [Rule] = [
    .linkInManifest, .dictionaryResourceMissing, .keyMapTwice, .keyMapMissing,
    .dictionaryResourceType, .indexResource, .previewResource, .previewFragment, .totalDuration,
  ]

  /// - Parameter isWhole: Whether the package document could be read to its end: of collections
  ///   nothing is said otherwise.
  static func check(isWhole: Bool, _ rendition: inout Rendition) {
    let place = rendition.packagePlace
    for url in rendition.package.links {
      guard let item = rendition.package.item(at: url.document), !item.isInSpine else { continue }
      rendition.findings.add(
        .linkInManifest, at: place, "'\(item.path)' is linked and in the manifest")
    }
    for collection in isWhole ? rendition.package.collections : [] {
      if collection.roles.contains("dictionary") { checkDictionary(collection, &rendition) }
      if collection.roles.contains("index") { checkIndex(collection, &rendition) }
      if collection.roles.contains("preview") { checkPreview(collection, &rendition) }
    }
    checkDurations(&rendition)
  }

  private static func checkDictionary(
    _ collection: PackageDocument.Collection, _ rendition: inout Rendition
  ) {
    let place = rendition.packagePlace
    var keyMaps = 0
    for url in collection.links {
      guard let item = rendition.package.item(at: url.document) else {
        rendition.findings.add(
          .dictionaryResourceMissing, at: place, "'\(url.document.bookPath)' is not in the manifest"
        )
        continue
      }
      if item.mediaType == MediaType.searchKeyMap {
        if keyMaps > 0 { rendition.findings.add(.keyMapTwice, at: place) }
        keyMaps += 1
      } else if item.mediaType != MediaType.xhtml {
        rendition.findings.add(
          .dictionaryResourceType, at: place,
          "'\(url.document.bookPath)' is of type '\(item.mediaType)'")
      }
    }
    if keyMaps == 0 { rendition.findings.add(.keyMapMissing, at: place) }
  }

  private static func checkIndex(
    _ collection: PackageDocument.Collection, _ rendition: inout Rendition
  ) {
    guard !collection.roles.isDisjoint(with: ["index", "index-group"]) else { return }
    for url in collection.links
    where rendition.package.item(at: url.document)?.mediaType != MediaType.xhtml {
      rendition.findings.add(.indexResource, at: rendition.packagePlace)
    }
    for inner in collection.collections { checkIndex(inner, &rendition) }
  }

  private static func checkPreview(
    _ collection: PackageDocument.Collection, _ rendition: inout Rendition
  ) {
    for url in collection.links {
      let type = rendition.package.item(at: url.document)?.mediaType
      if type != MediaType.xhtml, type != MediaType.svg {
        rendition.findings.add(.previewResource, at: rendition.packagePlace)
      } else if URLFragment(url).scheme == "epubcfi" {
        rendition.findings.add(.previewFragment, at: rendition.packagePlace)
      }
    }
  }

  private static func checkDurations(_ rendition: inout Rendition) {
    let durations = rendition.package.metadata.all("duration", of: Vocabularies.URL.overlays)
    guard let total = durations.first(where: { $0.refines == nil }),
      let whole = SMILClock(total.value)
    else { return }
    var sum = 0.0
    for part in durations where part.refines != nil {
      guard let clock = SMILClock(part.value) else { return }
      sum += clock.milliseconds
    }
    if abs(whole.milliseconds - sum) > 1000 {
      rendition.findings.add(.totalDuration, at: rendition.packagePlace)
    }
  }
}

extension Rule {
  static let linkInManifest = Rule(
    "OPF-067", "link-in-manifest", .error,
    "a resource is linked in the metadata and in the manifest too",
    help: "Take it out of the manifest, or put it into the spine.", see: "EPUB 3.3 §5.5.7")
  static let dictionaryResourceMissing = Rule(
    "OPF-081", "dictionary-resource-missing", .error,
    "a dictionary collection has a resource that is not in the manifest",
    help: "Add it to the manifest.", see: "EPUB Dictionaries 1.0 §3.4")
  static let keyMapTwice = Rule(
    "OPF-082", "key-map-twice", .error, "a dictionary collection has more than one search key map",
    help: "Keep one.", see: "EPUB Dictionaries 1.0 §3.4")
  static let keyMapMissing = Rule(
    "OPF-083", "key-map-missing", .error, "a dictionary collection has no search key map",
    help: "Link the dictionary's search key map.", see: "EPUB Dictionaries 1.0 §3.4")
  static let dictionaryResourceType = Rule(
    "OPF-084", "dictionary-resource-type", .error,
    "a dictionary collection has a resource that is neither XHTML nor a search key map",
    help: "Take it out of the collection.", see: "EPUB Dictionaries 1.0 §3.4")
  static let indexResource = Rule(
    "OPF-071", "index-resource", .error,
    "an index collection has a resource that is no XHTML document",
    help: "Link only XHTML documents.", see: "EPUB Indexes 1.0 §4")
  static let previewResource = Rule(
    "OPF-075", "preview-resource", .error,
    "a preview collection has a resource that is no content document",
    help: "Link only content documents.", see: "EPUB Previews 1.0 §4")
  static let previewFragment = Rule(
    "OPF-076", "preview-fragment", .error,
    "a link of a preview collection has a canonical fragment identifier",
    help: "Link whole documents, or ids in them.", see: "EPUB Previews 1.0 §4")
  static let totalDuration = Rule(
    "MED-016", "overlay-total-duration", .warning,
    "the total duration is not the sum of the durations of the media overlays",
    help: "Add the durations up.", see: "EPUB 3.3 §9.3.5.2.1")
}
