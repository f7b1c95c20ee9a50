internal import FanfoldMarkup

/// Goes once through a content document, XHTML or SVG, and notes what it refers to, which ids it
/// has, and what of it the manifest must say (EPUB 3.3 §6, OPS 2.0.1 §2).
struct ContentPass {
  typealias Node = MarkupTree.Node

  let document: JudgedDocument
  let url: BookURL
  let mediaType: String
  /// Its item in the manifest, when there is a book.
  let item: ManifestItem?
  let isNavigation: Bool
  let isEPUB3: Bool
  let isInBook: Bool
  var urls: URLCheck

  /// What is open around the node that is looked at, as far as its end is of interest.
  private var open: [OpenElement] = []
  var vocabularies = Vocabularies.content
  var ids: [(id: String, kind: Reference.Kind)] = []
  var needed: Set<String> = []
  var allowed: Set<String> = []
  var hasStyle = false
  var isInPicture = false
  var isInSVG = false
  var isInBody = false
  var isInRegionNavigation = false
  var hasSeenOutermostSVG = false
  var hasMathAlternative = false
  var hasLabel = false
  var hasViewport = false
  var navigationKind: NavigationKind?
  var mediaSources: [(url: BookURL?, type: String?)] = []

  struct OpenElement {
    let node: Node
    let name: ContentNames.Element
  }

  enum NavigationKind: String { case toc, pageList = "page-list", landmarks }

  init(
    _ document: JudgedDocument, url: BookURL, mediaType: String, item: ManifestItem?,
    isNavigation: Bool, _ context: Rendition.Context
  ) {
    self.document = document
    self.url = url
    self.mediaType = mediaType
    self.item = item
    self.isNavigation = isNavigation
    isEPUB3 = context.version == .epub3
    isInBook = context.isBook
    urls = URLCheck(base: url, isInBook: isInBook)
  }

  var tree: MarkupTree { document.tree }

  mutating func run(_ rendition: inout Rendition) {
    let (tree, names) = (document.tree, document.names)
    let isTextbook = rendition.context.profile == .education
    for event in tree.events {
      switch event {
      case .start(let node):
        let name = names.element(node, in: tree)
        let attributes = names.attributes(of: node, in: tree)
        // Nearly all elements are of no interest.
        if name != .otherHTML { open.append(OpenElement(node: node, name: name)) }
        if name != .otherHTML || !attributes.isSubset(of: .constrained) || isTextbook
          || tree.hasDeclarations(from: node)
        {
          start(node, name, attributes, &rendition)
        }
      case .end(let node): end(node, &rendition)
      case .text: continue
      case .instruction(let node): instruction(node, &rendition)
      }
    }
    if isInBook { rendition.registry.register(ids: ids, of: url) }
  }

  private mutating func start(
    _ node: Node, _ name: ContentNames.Element, _ attributes: ContentNames.Attributes,
    _ rendition: inout Rendition
  ) {
    if attributes.contains(.base) || name == .base { setBase(node, name, &rendition) }
    refer(node, name, attributes, &rendition)
    if isEPUB3 { start3(node, name, attributes, &rendition) }
    if isNavigation, name == .a { startNavigationLink(node, &rendition) }
    if attributes.contains(.style), name.isHTML || name == .customHTML && !isEPUB3 {
      checkStyleAttribute(node, &rendition)
    }
    if attributes.contains(.id), let id = attribute("id", node) {
      ids.append((id, kind(of: name)))
    }
  }

  private mutating func end(_ node: Node, _ rendition: inout Rendition) {
    guard let element = open.last, element.node == node else { return }
    switch element.name {
    case .style, .svgStyle, .otherStyle: endStyle(node, &rendition)
    default: break
    }
    if isEPUB3 { end3(element, &rendition) }
    open.removeLast()
  }

  /// A style sheet that an SVG document names in an instruction (xml-stylesheet §2).
  private mutating func instruction(_ node: Node, _ rendition: inout Rendition) {
    let words = tree.text(of: node)
    guard mediaType.lowercased() == MediaType.svg, words.hasPrefix("xml-stylesheet ") else {
      return
    }
    let type = Self.pseudoAttribute("type", in: words)
    guard type == nil || type?.lowercased() == MediaType.css,
      let href = Self.pseudoAttribute("href", in: words)
    else { return }
    let place = document.place(at: tree.readOffset(of: node))
    guard let target = urls.check(href, at: place, &rendition.findings) else { return }
    hasStyle = true
    rendition.register(target, .stylesheet, at: place)
  }

  private static func pseudoAttribute(_ name: String, in words: String) -> String? {
    guard let range = words.firstRange(of: name + "=") else { return nil }
    let rest = words[range.upperBound...]
    guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
    return String(rest.dropFirst().prefix { $0 != quote })
  }

  private mutating func setBase(
    _ node: Node, _ name: ContentNames.Element, _ rendition: inout Rendition
  ) {
    let base =
      name == .base
      ? attribute("href", node)
      : tree.attribute("base", in: PackageReader.xmlNamespace, of: node)
    if let base { urls.setBase(base, at: place(node), &rendition.findings) }
  }

  /// What a reference to an element has to be for.
  private func kind(of name: ContentNames.Element) -> Reference.Kind {
    switch name {
    case .gradient: .svgPaint
    case .clipPath: .svgClipPath
    case .symbol: .svgSymbol
    default: .generic
    }
  }

  // MARK: Looking at the document

  func place(_ node: Node) -> Place { document.place(of: node) }

  func attribute(_ name: String, _ node: Node) -> String? { tree.attribute(name, of: node) }

  func attribute(_ name: String, in namespace: String, _ node: Node) -> String? {
    tree.attribute(name, in: namespace, of: node)
  }

  /// The URL that an attribute of a node gives.
  mutating func url(
    _ text: String?, at place: Place, _ rendition: inout Rendition
  ) -> BookURL? {
    guard let text else { return nil }
    return urls.check(text, at: place, &rendition.findings)
  }
}
