internal import FanfoldMarkup

/// Reads a package document in one pass, and says what is wrong with its attributes on the way
/// (EPUB 3.3 §5, OPF 2.0.1 §2).
struct PackageReader {
  typealias Node = MarkupTree.Node

  let document: JudgedDocument
  var urls: URLCheck
  /// The items by id: of two with one id the later counts, at the place of the earlier.
  var items: [ManifestItem] = []
  var itemsByID: [String: Int] = [:]
  private var hasPackage = false
  var spineIDs: [String] = []
  var vocabularies: [Vocabularies.Use: Vocabularies] = [:]
  /// Whether the metadata says so of all that does not say otherwise.
  var isFixedLayout = false
  /// The sets of metadata that are open, and the lists of links.
  var metadata: [MetadataSet] = []
  var links: [[BookURL]] = []
  var collections: [PackageDocument.Collection] = []

  var tree: MarkupTree { document.tree }

  static let namespace = "http://www.idpf.org/2007/opf"
  static let oebNamespace = "http://openebook.org/namespaces/oeb-package/1.0/"
  static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  init(_ document: JudgedDocument, url: BookURL, isBook: Bool) {
    self.document = document
    urls = URLCheck(base: url, isInBook: isBook)
  }

  /// Where the name of an element comes from.
  enum Origin {
    case package, oldPackage, dublinCore, elsewhere

    init(_ namespace: String) {
      switch namespace {
      case PackageReader.namespace: self = .package
      case "", PackageReader.oebNamespace: self = .oldPackage
      case Vocabularies.URL.dublinCore: self = .dublinCore
      default: self = .elsewhere
      }
    }
  }

  mutating func read(into rendition: inout Rendition) {
    let (tree, names) = (document.tree, document.names)
    for event in tree.events {
      switch event {
      case .start(let node):
        if names.attributes(of: node, in: tree).contains(.base),
          let base = attribute("base", in: Self.xmlNamespace, node)
        {
          urls.setBase(base, at: place(node), &rendition.findings)
        }
        start(node, names.entries[tree.nameNumber(of: node)].origin, &rendition)
      case .end(let node):
        end(node, names.entries[tree.nameNumber(of: node)].origin, &rendition)
      case .text, .instruction: continue
      }
    }
  }

  private mutating func start(_ node: Node, _ origin: Origin, _ rendition: inout Rendition) {
    let name = tree.name(of: node)
    switch origin {
    case .package, .oldPackage: startPackageElement(node, name, origin, &rendition)
    case .dublinCore: startDublinCore(node, name, &rendition)
    case .elsewhere: break
    }
    guard rendition.version == .epub3 else { return }
    if let language = attribute("lang", in: Self.xmlNamespace, node), !language.isEmpty {
      checkLanguage(language, node, &rendition)
    }
    if origin == .package { startElement3(node, name, &rendition) }
  }

  private mutating func end(_ node: Node, _ origin: Origin, _ rendition: inout Rendition) {
    let name = tree.name(of: node)
    if rendition.version == .epub3 {
      if origin == .package { endElement3(node, name, &rendition) }
      if origin == .dublinCore { endDublinCore3(node, name, &rendition) }
    }
    switch origin {
    case .package, .oldPackage: if name == "package" { finish(&rendition) }
    case .dublinCore: endDublinCore(node, name, &rendition)
    case .elsewhere: break
    }
  }

  private mutating func startPackageElement(
    _ node: Node, _ name: String, _ origin: Origin, _ rendition: inout Rendition
  ) {
    switch name {
    case "package": startPackage(node, origin, &rendition)
    case "item": addItem(node, &rendition)
    case "reference":
      let url = urls.check(attribute("href", node), at: place(node), &rendition.findings)
      rendition.register(url, .generic, at: place(node))
      rendition.package.guide.append(.init(url: url, place: place(node)))
    case "spine": startSpine(node, &rendition)
    case "itemref": addItemref(node, &rendition)
    case "dc-metadata", "x-metadata":
      if !rendition.package.isOEB {
        rendition.findings.add(.itemUnknown, at: place(node), "'\(name)' has no place here")
      }
    default: return
    }
  }

  private mutating func startPackage(
    _ node: Node, _ origin: Origin, _ rendition: inout Rendition
  ) {
    // EPUBCheck fails once it has read a package in a package.
    if hasPackage { rendition.package.isGivenUp = true }
    hasPackage = true
    if origin != .package {
      rendition.findings.add(.oebSyntax, at: place(node))
      rendition.package.isOEB = true
    }
    let id = attribute("unique-identifier", node) ?? ""
    if id.isEmpty { rendition.findings.add(.noUniqueIdentifier, at: place(node)) }
    if !id.isEmpty { rendition.package.identifierID = id }
    rendition.package.versionText = attribute("version", node)
  }

  /// All that is known once the package is read: items, fallbacks, the spine.
  private mutating func finish(_ rendition: inout Rendition) {
    FallbackCheck.resolve(&items, itemsByID, &rendition)
    rendition.package.items = items
    rendition.package.itemsByID = itemsByID
    rendition.package.itemsByURL.reserveCapacity(items.count)
    for index in items.indices { rendition.package.itemsByURL[items[index].url] = index }
    rendition.package.spine = spineIDs.compactMap { itemsByID[$0] }
    for item in items where item.isNCX && item.mediaType != MediaType.ncx {
      rendition.findings.add(
        .tocNotNCX, at: item.place, "'\(item.path)' is of type '\(item.mediaType)'")
    }
    if let pageMap = rendition.package.pageMap, itemsByID[pageMap.id] == nil {
      rendition.findings.add(.pageMapMissing, at: pageMap.place, "there is no item '\(pageMap.id)'")
    }
  }

  // MARK: Looking at the document

  func place(_ node: Node) -> Place { document.place(of: node) }

  func attribute(_ name: String, _ node: Node) -> String? { tree.attribute(name, of: node) }

  func attribute(_ name: String, in namespace: String, _ node: Node) -> String? {
    tree.attribute(name, in: namespace, of: node)
  }

  /// The text directly in an element, `nil` when there is none.
  func ownText(_ node: Node) -> String? {
    var text: String?
    for child in tree.children(of: node) where tree.kind(of: child) == .text {
      text = (text ?? "") + String(decoding: tree.bytes(of: child), as: UTF8.self)
    }
    return text
  }
}
