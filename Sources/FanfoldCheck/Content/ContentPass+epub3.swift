internal import FanfoldMarkup

extension ContentPass {
  /// What only EPUB 3 has or asks for at the start of an element.
  mutating func start3(
    _ node: Node, _ name: ContentNames.Element, _ attributes: ContentNames.Attributes,
    _ rendition: inout Rendition
  ) {
    noteSemantics(node, name, attributes, &rendition)
    switch name {
    case .base, .embed, .rp:
      rendition.findings.add(
        .elementDiscouraged, at: place(node), "'\(tree.name(of: node))' is discouraged")
      if name == .embed { startEmbed(node, &rendition) }
    case .html: declarePrefixes(node, &rendition)
    case .meta: checkViewport(node, &rendition)
    case .form: needed.insert("scripted")
    case .link: checkAlternateStyle(node, &rendition)
    case .audio: startMedia(node, &rendition)
    case .video:
      refer(node, "poster", .image, &rendition)
      startMedia(node, &rendition)
    case .otherMedia:
      let names = [attribute("src", node), attribute("poster", node)]
      if names.contains(where: Self.isOnTheWeb) {
        allowed.insert("remote-resources")
      }
    case .otherObject: refer(node, "data", .generic, &rendition)
    case .figure: rendition.features.hasFigures = true
    case .table: rendition.features.hasTables = true
    case .track: refer(node, "src", .track, &rendition)
    case .input: refer(node, "src", .generic, &rendition)
    case .picture: isInPicture = true
    case .source: startSource(node, &rendition)
    case .blockquote, .quote:
      rendition.register(
        url(attribute("cite", node), at: place(node), &rendition), .cite, at: place(node))
    case .math: startMath(node, &rendition)
    case .annotationXML: hasMathAlternative = true
    case .svg: startSVG(node, &rendition)
    case .svgLabel: hasLabel = true
    case .epubSwitch: needed.insert("switch")
    default: break
    }
    if name == .a || name == .svgA, isInSVG || mediaType == MediaType.svg {
      let title = attribute("title", in: ContentNames.xlinkNamespace, node) ?? ""
      hasLabel = !title.isEmpty || !(attribute("aria-label", node) ?? "").isEmpty
    }
    if attributes.contains(.event) { noteScript(&rendition) }
    if attributes.contains(.semantics) { checkSemantics(node, name, &rendition) }
    if attributes.contains(.pronunciation),
      (attribute("ph", in: ContentNames.ssmlNamespace, node) ?? "").trimmingBlanks().isEmpty
    {
      rendition.findings.add(.pronunciationEmpty, at: place(node))
    }
    guard tree.hasDeclarations(from: node) else { return }
    for declared in tree.declaredNamespaces(of: node)
    where declared.prefix == "epub" && declared.namespace != ContentNames.opsNamespace {
      rendition.findings.add(
        .prefixUnusual, at: place(node), "the prefix 'epub' stands for '\(declared.namespace)'")
    }
  }

  private static func isOnTheWeb(_ address: String?) -> Bool {
    address.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? false
  }

  mutating func end3(_ element: OpenElement, _ rendition: inout Rendition) {
    let isOutermost = tree.parent(of: element.node) == tree.root
    switch element.name {
    case .object, .audio, .video, .a, .svgA, .math, .nav, .picture, .svg, .head: break
    default: if !isOutermost { return }
    }
    let place = document.endPlace(of: element.node)
    // By the name alone: a root of a namespace that nobody knows is judged as well.
    if isOutermost, ["html", "svg"].contains(tree.name(of: element.node).lowercased()) {
      checkOverlayStyle(at: place, &rendition)
      return checkProperties(at: place, &rendition)
    }
    switch element.name {
    case .object:
      let target = resource(attribute("data", element.node), at: place, &rendition)
      _ = checkType(attribute("type", element.node), of: target, at: place, &rendition)
      rendition.register(target, .generic, at: place, hasFallback: hasPalpableContent(element.node))
    case .audio, .video: endMedia(at: place, &rendition)
    case .a, .svgA:
      if isInSVG || mediaType == MediaType.svg, !hasLabel {
        rendition.findings.add(.svgLinkWithoutName, at: place)
      }
    case .math:
      if !hasMathAlternative { rendition.findings.add(.mathWithoutAlternative, at: place) }
    case .nav:
      isInRegionNavigation = false
      navigationKind = nil
    case .picture: isInPicture = false
    case .svg: isInSVG = false
    case .head:
      if item?.isFixedLayout == true, !hasViewport {
        rendition.findings.add(.viewportMissing, at: place)
      }
    default: return
    }
  }

  private func checkOverlayStyle(at place: Place, _ rendition: inout Rendition) {
    let features = rendition.features
    if item?.mediaOverlay != nil, features.activeClass != nil || features.playbackClass != nil,
      !hasStyle
    {
      rendition.findings.add(.overlayClassWithoutStyle, at: place)
    }
  }

  /// Compares what the document needs with what its item says (EPUB 3.3 §D.6).
  private func checkProperties(at place: Place, _ rendition: inout Rendition) {
    guard isInBook, let item else { return }
    let whole = Place(document.path)
    let declared = Set(
      item.properties.filter { $0.vocabulary == Vocabularies.URL.item && $0.isListed }.map(\.name))
    for property in needed.subtracting(declared).sorted() {
      rendition.findings.add(
        .propertyUndeclared, at: whole, "the item does not have the property '\(property)'")
    }
    var superfluous = declared.subtracting(needed).subtracting(allowed)
      .subtracting(["nav", "data-nav", "cover-image"])
    if superfluous.remove("remote-resources") != nil {
      rendition.findings.add(
        needed.contains("scripted") ? .remoteMaybeUnused : .remoteUnused, at: place)
    }
    if !superfluous.isEmpty {
      let names = superfluous.sorted().joined(separator: "', '")
      rendition.findings.add(
        .propertySuperfluous, at: whole, "the item has '\(names)', and nothing in it is so")
    }
  }

  // MARK: Elements

  private mutating func declarePrefixes(_ node: Node, _ rendition: inout Rendition) {
    vocabularies = PropertyCheck.vocabularies(
      .content, declaring: attribute("prefix", in: ContentNames.opsNamespace, node),
      at: place(node), &rendition.findings)
  }

  private mutating func startEmbed(_ node: Node, _ rendition: inout Rendition) {
    let target = resource(attribute("src", node), at: place(node), &rendition)
    _ = checkType(attribute("type", node), of: target, at: place(node), &rendition)
    rendition.register(target, .generic, at: place(node))
  }

  private mutating func startMath(_ node: Node, _ rendition: inout Rendition) {
    needed.insert("mathml")
    hasMathAlternative = attribute("alttext", node) != nil
    if attribute("altimg", node) != nil {
      let target = url(attribute("altimg", node), at: place(node), &rendition)
      rendition.register(target, .image, at: place(node))
    }
  }

  private mutating func startSVG(_ node: Node, _ rendition: inout Rendition) {
    isInSVG = true
    if mediaType != MediaType.svg {
      needed.insert("svg")
    } else if !hasSeenOutermostSVG {
      hasSeenOutermostSVG = true
      if item?.isFixedLayout == true, attribute("viewBox", node) == nil {
        rendition.findings.add(.viewBoxMissing, at: place(node))
      }
    }
  }

  /// The words in a link's class that say when a style sheet is for (Alternate Style Tags 1.0).
  private func checkAlternateStyle(_ node: Node, _ rendition: inout Rendition) {
    let words = Set((attribute("class", node) ?? "").blankSeparated())
    if words.isSuperset(of: ["vertical", "horizontal"]) || words.isSuperset(of: ["day", "night"]) {
      rendition.findings.add(.alternateStyleConflict, at: place(node))
    }
  }

  // MARK: Sound and film

  private mutating func startMedia(_ node: Node, _ rendition: inout Rendition) {
    mediaSources = []
    let target = resource(attribute("src", node), at: place(node), &rendition)
    registerMedia(
      target, rendition.registry.mediaType(of: target), hasFallback: false, at: place(node),
      &rendition)
  }

  private mutating func startSource(_ node: Node, _ rendition: inout Rendition) {
    guard let parent = tree.parent(of: node), parent != tree.root else { return }
    switch document.names.element(parent, in: tree) {
    case .picture: checkImage3(node, isSource: true, &rendition)
    case .audio, .video:
      let target = resource(attribute("src", node), at: place(node), &rendition)
      guard isInBook else { return }
      let type = checkType(attribute("type", node), of: target, at: place(node), &rendition)
      mediaSources.removeAll { $0.url == target }
      mediaSources.append((target, type))
    default: return
    }
  }

  private mutating func endMedia(at place: Place, _ rendition: inout Rendition) {
    let hasFallback = mediaSources.contains { $0.type.map(MediaType.isCore) ?? false }
    for (target, type) in mediaSources {
      registerMedia(target, type, hasFallback: hasFallback, at: place, &rendition)
    }
    mediaSources = []
  }

  private func registerMedia(
    _ target: BookURL?, _ type: String?, hasFallback: Bool, at place: Place,
    _ rendition: inout Rendition
  ) {
    guard let target else { return }
    if let type, MediaType.isAudio(type) {
      rendition.features.hasAudio = true
      rendition.register(target, .audio, at: place, hasFallback: hasFallback)
    } else {
      rendition.features.hasVideo = true
      rendition.register(target, .video, at: place)
    }
  }

  /// Whether there is something in an element to be seen in the stead of an object that cannot be.
  private func hasPalpableContent(_ node: Node) -> Bool {
    tree.children(of: node).contains {
      switch tree.kind(of: $0) {
      case .text, .rawText: tree.hasWords($0)
      case .element: isPalpable($0)
      case .document, .comment, .instruction: false
      }
    }
  }

  private func isPalpable(_ element: Node) -> Bool {
    guard attribute("hidden", element) == nil else { return false }
    let name = document.names.element(element, in: tree)
    switch name {
    case .audio, .canvas, .embed, .iframe, .img, .object, .picture, .video, .svg, .math: return true
    case .html, .head, .script, .link, .meta, .invisible, .style: return false
    default: return name.isHTML && hasPalpableContent(element)
    }
  }
}

/// The rules about what EPUB 3 asks of a content document beside its schema.
enum ContentFeatureCheck {
  static let rules: [Rule] = [
    .elementDiscouraged, .pronunciationEmpty, .prefixUnusual, .svgLinkWithoutName,
    .mathWithoutAlternative, .overlayClassWithoutStyle, .propertyUndeclared, .remoteUnused,
    .remoteMaybeUnused, .propertySuperfluous, .alternateStyleConflict,
  ]
}

extension Rule {
  static let elementDiscouraged = Rule(
    "HTM-055", "element-discouraged", .usage, "an element is discouraged",
    help: "Do without it, if you can.", see: "EPUB 3.3 §6.1.4")
  static let pronunciationEmpty = Rule(
    "HTM-007", "pronunciation-empty", .warning, "ssml:ph says nothing",
    help: "Write the pronunciation, or leave the attribute out.",
    see: "EPUB 3 Text-to-Speech Enhancements 1.0 §2.2")
  static let prefixUnusual = Rule(
    "HTM-010", "epub-prefix-unusual", .usage, "the prefix 'epub' stands for another namespace",
    help: "Declare it for http://www.idpf.org/2007/ops.")
  static let svgLinkWithoutName = Rule(
    "ACC-011", "svg-link-without-name", .usage, "a link in SVG has no name that could be read out",
    help: "Add a 'title' element, or an aria-label attribute.")
  static let mathWithoutAlternative = Rule(
    "ACC-009", "math-without-alternative", .usage, "a formula has no text that could be read out",
    help: "Add an alttext attribute.")
  static let overlayClassWithoutStyle = Rule(
    "CSS-030", "overlay-class-without-style", .error,
    "the package names a class for media overlays, and the document has no style",
    help: "Link a style sheet that has the class.", see: "EPUB 3.3 §9.3.5.1")
  static let propertyUndeclared = Rule(
    "OPF-014", "property-undeclared", .error, "the manifest does not say what is in a document",
    help: "Add the property to the document's item.", see: "EPUB 3.3 §D.6")
  static let remoteUnused = Rule(
    "OPF-018", "remote-resources-unused", .warning,
    "an item has 'remote-resources', and its document none",
    help: "Remove the property.", see: "EPUB 3.3 §D.6.6")
  static let remoteMaybeUnused = Rule(
    "OPF-018b", "remote-resources-maybe-unused", .usage,
    "an item has 'remote-resources', and nothing but its scripts could use any",
    help: "Remove the property if they do not.")
  static let propertySuperfluous = Rule(
    "OPF-015", "property-superfluous", .error,
    "the manifest says something of a document that is not so",
    help: "Remove the property from the document's item.", see: "EPUB 3.3 §D.6")
  static let alternateStyleConflict = Rule(
    "CSS-005", "alternate-style-conflict", .usage,
    "a style sheet is for two things that exclude each other",
    help: "Keep one of the words.", see: "EPUB 3 Alternate Style Tags 1.0")
}
