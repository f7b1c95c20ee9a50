/// Follows every reference of a rendition once all its documents are read (EPUB 3.3 §3.4–§3.6).
struct ReferenceCheck {
  static let rules: [Rule] = [
    .remoteForbidden, .remoteWithoutTLS, .targetMissing, .linkTargetMissing, .targetUndeclared,
    .fallbackRequired, .linkToOtherType, .linkOutOfSpine, .searchKeyOutOfSpine,
    .regionNotFixed,
  ]

  /// Why nothing more is to be said of a reference.
  private struct Done: Error {}

  private var undeclared: Set<BookURL> = []

  static func check(_ rendition: inout Rendition) {
    var check = ReferenceCheck()
    for reference in rendition.registry.references {
      switch reference.kind {
      case .regionNavigation: check.checkRegion(reference, &rendition)
      case .tocLink, .pageListLink: continue
      default: try? check.check(reference, &rendition)
      }
    }
    ReadingOrderCheck.check(.tocLink, &rendition)
    ReadingOrderCheck.check(.overlayText, &rendition)
  }

  private mutating func check(_ reference: Reference, _ rendition: inout Rendition) throws(Done) {
    let resource = rendition.registry.resources[reference.target]
    if rendition.isRemote(reference.url) {
      try checkRemote(reference, resource, &rendition)
    }
    guard let resource else { return checkUndeclared(reference, &rendition) }
    let item = resource.item.map { rendition.package.items[$0].standing } ?? .init()
    checkFallback(reference, resource.mediaType, item, &rendition)
    let fragment = URLFragment(reference.url, mediaType: resource.mediaType)
    try checkKind(reference, resource.mediaType, item, fragment, &rendition)
    FragmentCheck.check(reference, resource.mediaType, fragment, &rendition)
  }

  private func stop(
    _ rule: Rule, _ reference: Reference, _ message: String, _ rendition: inout Rendition
  ) throws(Done) {
    rendition.findings.add(rule, at: reference.place, message)
    throw Done()
  }

  private func checkRemote(
    _ reference: Reference, _ resource: ResourceRegistry.Resource?, _ rendition: inout Rendition
  ) throws(Done) {
    let kind = reference.kind
    let isEPUB3 = rendition.version == .epub3
    if kind != .cite, kind != .link, kind != .hyperlink {
      let type = resource?.mediaType ?? ""
      let isInSpine = resource?.item.map { rendition.package.items[$0].isInSpine } ?? false
      let mayBeRemote =
        isInSpine || kind == .font || kind == .audio || kind == .video
        || MediaType.isAudio(type) || MediaType.isVideo(type) || MediaType.isFont(type)
      if !isEPUB3 || !mayBeRemote {
        try stop(
          .remoteForbidden, reference, "'\(reference.url)' has to be in the book", &rendition)
      }
    }
    if isEPUB3, kind != .link, kind != .hyperlink, reference.url.scheme != "https",
      reference.url.scheme != "file"
    {
      rendition.findings.add(
        .remoteWithoutTLS, at: reference.place, "'\(reference.url)' is not fetched by HTTPS")
    }
  }

  private mutating func checkUndeclared(_ reference: Reference, _ rendition: inout Rendition) {
    let (url, kind) = (reference.url, reference.kind)
    let isRemote = rendition.isRemote(url)
    // A file that is there but not declared counts as missing when a part of it is meant.
    let isThere = url.fragment == nil && rendition.context.files.contains(url.bookPath)
    if !isThere, !isRemote {
      let rule: Rule =
        rendition.version == .epub3 && kind == .link ? .linkTargetMissing : .targetMissing
      rendition.findings.add(
        rule, at: reference.place, "there is no '\(reference.target.bookPath)' in the book")
    } else if kind != .link, !(isRemote && (kind == .hyperlink || kind == .cite)),
      undeclared.insert(reference.target).inserted
    {
      rendition.findings.add(
        .targetUndeclared, at: reference.place,
        "'\(reference.target.bookPath)' is not in the manifest")
    }
  }

  private func checkFallback(
    _ reference: Reference, _ type: String, _ item: ManifestItem.Standing,
    _ rendition: inout Rendition
  ) {
    switch reference.kind {
    case .image, .audio, .video, .generic: break
    default: return
    }
    if !reference.hasFallback, !MediaType.isCore(type), !item.hasCoreFallback {
      rendition.findings.add(
        .fallbackRequired, at: reference.place,
        "'\(reference.target.bookPath)' of type '\(type)' has no fallback")
    }
  }

  private func checkKind(
    _ reference: Reference, _ type: String, _ item: ManifestItem.Standing, _ fragment: URLFragment,
    _ rendition: inout Rendition
  ) throws(Done) {
    var target: String { reference.url.reference }
    switch reference.kind {
    case .hyperlink:
      guard fragment.scheme != "epubcfi" else { return }
      if !MediaType.isContentDocument(type, rendition.version),
        !MediaType.isOldContentDocument(type), !item.hasContentFallback
      {
        try stop(.linkToOtherType, reference, "'\(target)' is no content document", &rendition)
      }
      if !item.isInSpine {
        try stop(.linkOutOfSpine, reference, "'\(target)' is not in the spine", &rendition)
      }
    case .image:
      if fragment.scheme != "epubcfi", fragment.exists, type.lowercased() != MediaType.svg {
        try stop(.imageFragment, reference, "'\(target)' has a fragment and is no SVG", &rendition)
      }
    case .overlayText:
      if !MediaType.isContentDocument(type, rendition.version) {
        try stop(.linkToOtherType, reference, "'\(target)' is no content document", &rendition)
      }
    case .searchKey:
      if fragment.scheme != "epubcfi", !item.isInSpine {
        try stop(
          .searchKeyOutOfSpine, reference, "'\(reference.target.bookPath)' is not in the spine",
          &rendition)
      }
    case .stylesheet:
      if fragment.exists {
        try stop(.stylesheetFragment, reference, "'\(target)' has a fragment", &rendition)
      }
    case .svgPaint, .svgClipPath, .svgSymbol:
      if !fragment.exists {
        try stop(.svgWithoutFragment, reference, "'\(target)' has no fragment", &rendition)
      }
    default: return
    }
  }

  private func checkRegion(_ reference: Reference, _ rendition: inout Rendition) {
    let item = rendition.registry.resources[reference.target]?.item
    if item.map({ rendition.package.items[$0].isFixedLayout }) != true {
      rendition.findings.add(
        .regionNotFixed, at: reference.place, "'\(reference.url.reference)' has no fixed layout")
    }
  }
}

extension Rule {
  static let remoteForbidden = Rule(
    "RSC-006", "remote-resource", .error,
    "a resource that has to be in the book lies outside of it",
    help: "Put the file into the book.", see: "EPUB 3.3 §3.6")
  static let remoteWithoutTLS = Rule(
    "RSC-031", "remote-without-https", .warning,
    "a resource outside of the book is not fetched by HTTPS",
    help: "Use an https URL.", see: "EPUB 3.3 §3.6")
  static let targetMissing = Rule(
    "RSC-007", "target-missing", .error, "a reference leads to a file that is not in the book",
    help: "Correct the reference, or add the file.", see: "EPUB 3.3 §3.4")
  static let linkTargetMissing = Rule(
    "RSC-007w", "link-target-missing", .warning, "a link leads to a file that is not in the book",
    help: "Correct the link, or add the file.", see: "EPUB 3.3 §5.5.7")
  static let targetUndeclared = Rule(
    "RSC-008", "target-undeclared", .error,
    "a reference leads to a file that is not in the manifest",
    help: "Add the file to the manifest.", see: "EPUB 3.3 §5.6.1")
  static let fallbackRequired = Rule(
    "RSC-032", "fallback-required", .error, "a resource not every reader can show has no fallback",
    help: "Give its item a fallback, or the element one of its own.", see: "EPUB 3.3 §3.3")
  static let linkToOtherType = Rule(
    "RSC-010", "link-to-other-type", .error,
    "a link leads to something that is no content document",
    help: "Let it lead to a content document, or give the item a fallback.", see: "EPUB 3.3 §3.4")
  static let linkOutOfSpine = Rule(
    "RSC-011", "link-out-of-spine", .error, "a link leads to a document that is not in the spine",
    help: "Add the document to the spine.", see: "EPUB 3.3 §5.7.2")
  static let searchKeyOutOfSpine = Rule(
    "RSC-021", "search-key-out-of-spine", .error,
    "a search key leads to a document that is not in the spine",
    help: "Add the document to the spine.", see: "EPUB Dictionaries 1.0 §2.4")
  static let regionNotFixed = Rule(
    "NAV-009", "region-not-fixed", .error, "a region of a document without fixed layout is linked",
    help: "Let region-based navigation lead to fixed-layout documents.",
    see: "EPUB Region-Based Navigation 1.0 §2.3")
}
