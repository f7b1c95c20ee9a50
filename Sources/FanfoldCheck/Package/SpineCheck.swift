/// Judges the spine and the guide (EPUB 3.3 §5.7, OPF 2.0.1 §2.4, §2.6).
enum SpineCheck {
  static let rules: [Rule] = [
    .spineNotLinear, .spineTwice, .spineType, .spineWithoutFallback, .spineWithoutContent,
    .dataNavigationInSpine, .guideUndeclared, .guideType,
  ]

  static func check(_ rendition: inout Rendition) {
    let (items, spine) = (rendition.package.items, rendition.package.spine)
    for index in spine {
      if rendition.version == .epub2 {
        check2(items[index], &rendition)
      } else {
        check3(items[index], &rendition)
      }
    }
    if !spine.isEmpty, !spine.contains(where: { items[$0].isLinear }) {
      rendition.findings.add(.spineNotLinear, at: rendition.packagePlace)
    }
    guard rendition.version == .epub2 else { return }
    var seen: Set<String> = []
    for item in spine.lazy.map({ items[$0] }) where !seen.insert(item.id).inserted {
      rendition.findings.add(
        .spineTwice, at: item.place, "the spine has '\(item.id)' more than once")
    }
  }

  private static func check2(_ item: ManifestItem, _ rendition: inout Rendition) {
    let type = item.mediaType
    if type == MediaType.css || type == MediaType.oebStyle || MediaType.isImage(type, .epub2) {
      rendition.findings.add(.spineType, at: item.place, "'\(type)' cannot be in the spine")
    } else if !MediaType.isContentDocument(type, .epub2), !MediaType.isOldContentDocument(type) {
      checkFallback(item, &rendition)
    }
  }

  private static func check3(_ item: ManifestItem, _ rendition: inout Rendition) {
    guard !item.url.isData else { return }
    if item.has("data-nav") { rendition.findings.add(.dataNavigationInSpine, at: item.place) }
    if !MediaType.isContentDocument(item.mediaType, .epub3) { checkFallback(item, &rendition) }
  }

  private static func checkFallback(_ item: ManifestItem, _ rendition: inout Rendition) {
    if !item.hasFallback {
      rendition.findings.add(
        .spineWithoutFallback, at: item.place,
        "'\(item.path)' of type '\(item.mediaType)' has no fallback")
    } else if !item.hasContentFallback {
      rendition.findings.add(
        .spineWithoutContent, at: item.place,
        "'\(item.path)' of type '\(item.mediaType)' falls back to no content document")
    }
  }

  static func checkGuide(_ rendition: inout Rendition) {
    for reference in rendition.package.guide {
      guard let url = reference.url else { continue }
      guard let item = rendition.package.item(at: url.document) else {
        rendition.findings.add(
          .guideUndeclared, at: reference.place, "'\(url.reference)' is not in the manifest")
        continue
      }
      if !MediaType.isContentDocument(item.mediaType, rendition.version),
        !MediaType.isOldContentDocument(item.mediaType)
      {
        rendition.findings.add(
          .guideType, at: reference.place, "'\(url.reference)' is no content document")
      }
    }
  }
}

extension Rule {
  static let spineNotLinear = Rule(
    "OPF-033", "spine-not-linear", .error, "nothing in the spine is linear",
    help: "Leave linear=\"no\" out for what is to be read.", see: "EPUB 3.3 §5.7.2")
  static let spineTwice = Rule(
    "OPF-034", "spine-twice", .error, "the spine has an item more than once",
    help: "Keep the first.", see: "OPF 2.0.1 §2.4")
  static let spineType = Rule(
    "OPF-042", "spine-type", .error, "a file of this type cannot be in the spine",
    help: "Put it into a content document.", see: "OPF 2.0.1 §2.4")
  static let spineWithoutFallback = Rule(
    "OPF-043", "spine-without-fallback", .error,
    "a file in the spine is no content document and has no fallback",
    help: "Give its item a fallback to a content document.", see: "EPUB 3.3 §5.7.2")
  static let spineWithoutContent = Rule(
    "OPF-044", "spine-without-content", .error,
    "the fallbacks of a file in the spine lead to no content document",
    help: "Let the chain end in a content document.", see: "EPUB 3.3 §5.7.2")
  static let dataNavigationInSpine = Rule(
    "OPF-077", "data-navigation-in-spine", .warning, "a data navigation document is in the spine",
    help: "Take it out of the spine.", see: "EPUB Region-Based Navigation 1.0 §2.2")
  static let guideUndeclared = Rule(
    "OPF-031", "guide-undeclared", .error, "the guide leads to a file that is not in the manifest",
    help: "Add it to the manifest, or correct the reference.", see: "OPF 2.0.1 §2.6")
  static let guideType = Rule(
    "OPF-032", "guide-type", .error, "the guide leads to something that is no content document",
    help: "Let it lead to a document.", see: "OPF 2.0.1 §2.6")
}
