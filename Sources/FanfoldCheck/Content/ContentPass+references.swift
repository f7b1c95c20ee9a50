internal import FanfoldMarkup

extension ContentPass {
  /// Notes what an element of either version of EPUB refers to.
  mutating func refer(
    _ node: Node, _ name: ContentNames.Element, _ attributes: ContentNames.Attributes,
    _ rendition: inout Rendition
  ) {
    switch name {
    case .a, .area: checkLink(attribute("href", node), node, &rendition)
    case .svgA:
      checkLink(attribute("href", in: ContentNames.xlinkNamespace, node), node, &rendition)
    case .img: checkImage(node, &rendition)
    case .svgImage:
      let href = attribute("href", in: ContentNames.xlinkNamespace, node)
      let target =
        isEPUB3
        ? resource(href, at: place(node), &rendition) : url(href, at: place(node), &rendition)
      rendition.register(target, .image, at: place(node))
    case .object:
      if !isEPUB3 {
        rendition.register(
          url(attribute("data", node), at: place(node), &rendition), .generic, at: place(node))
      }
    case .link: checkStyleLink(node, &rendition)
    case .iframe:
      if isEPUB3 { refer(node, "src", .generic, &rendition) }
    case .script, .svgScript: checkScript(node, &rendition)
    case .svgUse:
      let href = attribute("href", in: ContentNames.xlinkNamespace, node)
      rendition.register(url(href, at: place(node), &rendition), .svgSymbol, at: place(node))
    case .fontFaceURI:
      let href = attribute("href", in: ContentNames.xlinkNamespace, node)
      let target = url(href, at: place(node), &rendition)
      rendition.register(target, .font, at: place(node))
      if let target, rendition.isRemote(target) { needed.insert("remote-resources") }
    default: break
    }
    if name.isSVG, attributes.contains(.paint) {
      checkPaint("fill", node, &rendition)
      checkPaint("stroke", node, &rendition)
    }
  }

  /// Notes the resource that an attribute names.
  mutating func refer(
    _ node: Node, _ attribute: String, _ kind: Reference.Kind, _ rendition: inout Rendition
  ) {
    let target = resource(self.attribute(attribute, node), at: place(node), &rendition)
    rendition.register(target, kind, at: place(node))
  }

  private mutating func checkLink(_ href: String?, _ node: Node, _ rendition: inout Rendition) {
    guard let href = href?.trimmingBlanks() else { return }
    if href.isEmpty { return rendition.findings.add(.hrefEmpty, at: place(node)) }
    guard href != ".", let target = url(href, at: place(node), &rendition) else { return }
    guard !rendition.isRemote(target) else {
      if !WordLists.schemes.contains(target.scheme) {
        rendition.findings.add(
          .schemeUnknown, at: place(node), "the scheme of '\(href)' is not registered")
      }
      return
    }
    rendition.register(target, .hyperlink, at: place(node))
    guard isEPUB3 else { return }
    if target.isData { return rendition.findings.add(.dataURL, at: place(node)) }
    if isInRegionNavigation { rendition.register(target, .regionNavigation, at: place(node)) }
  }

  private mutating func checkStyleLink(_ node: Node, _ rendition: inout Rendition) {
    let target = url(attribute("href", node), at: place(node), &rendition)
    guard let rel = attribute("rel", node) else { return }
    if let target, isStylesheet(rel) {
      hasStyle = true
      rendition.register(target, .stylesheet, at: place(node))
    }
    guard isEPUB3, rel != "stylesheet" else { return }
    let words = rel.blankSeparated()
    if words.contains("alternate"), words.contains("stylesheet"),
      (attribute("title", node) ?? "").isEmpty
    {
      rendition.findings.add(.alternateStyleWithoutTitle, at: place(node))
    }
  }

  private func isStylesheet(_ relation: String) -> Bool {
    let word = Array("stylesheet".utf8)
    return relation == "stylesheet"
      || Array(relation.lowercased().utf8).span.firstIndex(of: word) != nil
  }

  private mutating func checkScript(_ node: Node, _ rendition: inout Rendition) {
    let type = attribute("type", node)
    if type.map({ WordLists.scriptTypes.contains($0.lowercased()) }) ?? true {
      noteScript(&rendition)
    }
    if isEPUB3 { refer(node, "src", .generic, &rendition) }
  }

  mutating func noteScript(_ rendition: inout Rendition) {
    rendition.features.hasScripts = true
    rendition.facts.isScripted = true
    if isEPUB3 { needed.insert("scripted") }
  }

  private mutating func checkPaint(_ name: String, _ node: Node, _ rendition: inout Rendition) {
    guard let paint = attribute(name, node), paint.hasPrefix("url("), paint.hasSuffix(")") else {
      return
    }
    let target = url(String(paint.dropFirst(4).dropLast()), at: place(node), &rendition)
    rendition.register(target, .svgPaint, at: place(node))
  }

  // MARK: Images

  private mutating func checkImage(_ node: Node, _ rendition: inout Rendition) {
    if isEPUB3 { return checkImage3(node, isSource: false, &rendition) }
    rendition.register(
      url(attribute("src", node), at: place(node), &rendition), .image, at: place(node))
  }

  /// An `img`, or a `source` in a `picture`.
  mutating func checkImage3(_ node: Node, isSource: Bool, _ rendition: inout Rendition) {
    var sources = Set(SourceSet.urls(in: attribute("srcset", node) ?? ""))
    if let source = attribute("src", node) { sources.insert(source) }
    for source in sources.sorted() {
      guard let target = resource(source, at: place(node), &rendition), isInBook else { continue }
      if isInPicture, let known = rendition.registry.resources[target.document] {
        checkPicture(node, target, known.mediaType, isSource: isSource, &rendition)
      }
      rendition.register(target, .image, at: place(node), hasFallback: isInPicture)
    }
  }

  private mutating func checkPicture(
    _ node: Node, _ target: BookURL, _ type: String, isSource: Bool, _ rendition: inout Rendition
  ) {
    let words = "'\(target.document.bookPath)' is of type '\(type)'"
    if !isSource {
      if !MediaType.isImage(type, .epub3) {
        rendition.findings.add(.pictureForeign, at: place(node), words)
      }
      return
    }
    let given = (attribute("type", node) ?? "").trimmingBlanks()
    if given.isEmpty, !MediaType.isImage(type, .epub3) {
      rendition.findings.add(.sourceForeign, at: place(node), words)
    } else {
      _ = checkType(given, of: target, at: place(node), &rendition)
    }
  }

  // MARK: Resources

  /// The URL of a resource that takes part in showing the document.
  mutating func resource(
    _ text: String?, at place: Place, _ rendition: inout Rendition
  ) -> BookURL? {
    guard let text, !text.trimmingBlanks().isEmpty, let target = url(text, at: place, &rendition)
    else {
      return nil
    }
    if rendition.isRemote(target) { needed.insert("remote-resources") }
    if rendition.registry.mediaType(of: target)?.lowercased() == MediaType.svg,
      mediaType.lowercased() != MediaType.svg
    {
      allowed.insert("svg")
    }
    return target
  }

  /// Compares the type given in the document with the manifest's; gives the one that counts.
  mutating func checkType(
    _ given: String?, of target: BookURL?, at place: Place, _ rendition: inout Rendition
  ) -> String? {
    var declared = rendition.registry.mediaType(of: target)
    guard let given = given.map({ MediaType.withoutParameters($0).lowercased() }) else {
      return declared
    }
    if let type = declared, MediaType.isOpus(type) { declared = "audio/ogg" }
    if let target, let declared, declared != given {
      rendition.findings.add(
        .typeDiffers, at: place,
        "'\(target.bookPath)' is of type '\(declared)' in the manifest, '\(given)' here")
    }
    return given
  }
}

/// The rules about what content documents refer to.
enum ContentReferenceCheck {
  static let rules: [Rule] = [
    .hrefEmpty, .schemeUnknown, .alternateStyleWithoutTitle, .pictureForeign, .sourceForeign,
    .typeDiffers,
  ]
}

extension Rule {
  static let hrefEmpty = Rule(
    "HTM-045", "href-empty", .usage, "a link leads nowhere but to its own document",
    help: "Is this meant? Otherwise say where it leads.")
  static let schemeUnknown = Rule(
    "HTM-025", "scheme-unknown", .warning, "a link has a scheme that is not registered",
    help: "Correct the URL: is it a slip of the pen?", see: "EPUB 3.3 §3.4")
  static let alternateStyleWithoutTitle = Rule(
    "CSS-015", "alternate-style-without-title", .error, "an alternative style sheet has no title",
    help: "Add a title attribute.", see: "HTML §4.6.7.1")
  static let pictureForeign = Rule(
    "MED-003", "picture-foreign", .error,
    "the image of a picture is of a type not every reader knows",
    help: "Let 'img' show a core media type.", see: "EPUB 3.3 §3.3.2")
  static let sourceForeign = Rule(
    "MED-007", "source-foreign", .error,
    "the source of a picture does not say of which foreign type it is",
    help: "Add a type attribute.", see: "EPUB 3.3 §3.3.2")
  static let typeDiffers = Rule(
    "OPF-013", "type-differs", .warning,
    "a resource's type is not the same here and in the manifest",
    help: "Correct one of them.", see: "EPUB 3.3 §3.3")
}
