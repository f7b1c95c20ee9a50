internal import FanfoldMarkup

extension PackageReader {
  mutating func addItem(_ node: Node, _ rendition: inout Rendition) {
    guard let id = attribute("id", node), let href = attribute("href", node),
      let url = urls.check(href, at: place(node), &rendition.findings)
    else { return }
    let item = ManifestItem(
      id: id.trimmingBlanks(), url: url, path: url.bookPath, place: place(node), href: href,
      mediaType: (attribute("media-type", node) ?? "undefined").trimmingBlanks(),
      fallback: (attribute("fallback", node) ?? "").trimmingBlanks(),
      fallbackStyle: (attribute("fallback-style", node) ?? "").trimmingBlanks(),
      mediaOverlay: attribute("media-overlay", node), isRemote: rendition.isRemote(url))
    if let known = itemsByID[item.id] {
      items[known] = item
    } else {
      itemsByID[item.id] = items.count
      items.append(item)
    }
  }

  mutating func startSpine(_ node: Node, _ rendition: inout Rendition) {
    if let pageMap = attribute("page-map", node) {
      rendition.package.pageMap = (pageMap, place(node))
      rendition.findings.add(.pageMap, at: place(node))
    }
    guard let toc = attribute("toc", node) else { return }
    if let index = itemsByID[toc.trimmingBlanks()] {
      items[index].isNCX = true
    } else {
      rendition.findings.add(.itemUnknown, at: place(node), "there is no item '\(toc)'")
    }
  }

  mutating func addItemref(_ node: Node, _ rendition: inout Rendition) {
    guard let idref = attribute("idref", node) else { return }
    let id = idref.trimmingBlanks()
    guard let index = itemsByID[id] else {
      return rendition.findings.add(.itemUnknown, at: place(node), "there is no item '\(idref)'")
    }
    items[index].spinePosition = spineIDs.count
    spineIDs.append(id)
    if attribute("linear", node)?.trimmingBlanks() == "no" { items[index].isLinear = false }
  }

  mutating func addItemProperties(_ node: Node, _ rendition: inout Rendition) {
    guard let value = attribute("properties", node), let id = attribute("id", node),
      let index = itemsByID[id], let vocabulary = vocabularies[.item]
    else { return }
    let type = attribute("media-type", node)?.trimmingBlanks()
    let properties = PropertyCheck.properties(
      value, in: vocabulary, at: place(node), &rendition.findings)
    guard let type else { return }
    for property in properties {
      guard property.vocabulary == Vocabularies.URL.item,
        case .mediaTypes(let allowed) = property.status,
        !allowed.contains(where: { $0 == type || ($0.hasSuffix("/") && type.hasPrefix($0)) })
      else { continue }
      rendition.findings.add(
        .propertyForOtherType, at: place(node),
        "'\(property.name)' is not for items of type '\(type)'")
    }
    items[index].properties.formUnion(properties)
  }

  /// The first element at which EPUBCheck fails: an item with a property for certain media types
  /// and without a type, or an element with properties of which no package came before to say what
  /// prefixes they may have.
  static func failing(in document: JudgedDocument) -> Node? {
    let tree = document.tree
    var hasPackage = false
    return tree.descendants(of: tree.root).first { node in
      guard tree.isElement(node, in: namespace) else { return false }
      if tree.isElement(node, "package") { hasPackage = true }
      guard hasPackage else { return asksForPrefixes(node, tree) }
      guard tree.isElement(node, "item"), tree.attribute("media-type", of: node) == nil,
        tree.attribute("id", of: node) != nil, tree.attribute("href", of: node) != nil,
        let properties = tree.attribute("properties", of: node)
      else { return false }
      var findings = Findings()
      return Vocabularies.package[.item].map { vocabulary in
        PropertyCheck.properties(properties, in: vocabulary, at: Place(""), &findings).contains {
          if case .mediaTypes = $0.status { true } else { false }
        }
      } ?? false
    }
  }

  private static func asksForPrefixes(_ node: Node, _ tree: MarkupTree) -> Bool {
    tree.isElement(node, "meta") || tree.isElement(node, "link")
      || tree.isElement(node, "item") && tree.attribute("properties", of: node) != nil
  }

  mutating func addItemrefProperties(_ node: Node, _ rendition: inout Rendition) {
    let value = attribute("properties", node)
    guard value != nil || isFixedLayout, let id = attribute("idref", node),
      let index = itemsByID[id], let vocabulary = vocabularies[.itemref]
    else { return }
    let properties = Set(
      PropertyCheck.properties(value, in: vocabulary, at: place(node), &rendition.findings))
    items[index].properties.formUnion(properties)
    if properties.has("layout-pre-paginated", of: Vocabularies.URL.rendition)
      || isFixedLayout && !properties.has("layout-reflowable", of: Vocabularies.URL.rendition)
    {
      items[index].isFixedLayout = true
    }
  }
}

/// The rules about single elements of the package document.
enum PackageElementCheck {
  static let rules: [Rule] = [
    .oebSyntax, .noUniqueIdentifier, .itemUnknown, .tocNotNCX, .pageMap, .pageMapMissing,
    .propertyForOtherType,
  ]
}

extension Rule {
  static let oebSyntax = Rule(
    "OPF-047", "oeb-syntax", .usage, "the package document is in the syntax of OEBPS 1.2",
    help: "Use the namespace http://www.idpf.org/2007/opf.", see: "OPF 2.0.1 §1.4.1")
  static let noUniqueIdentifier = Rule(
    "OPF-048", "no-unique-identifier", .error,
    "the package does not say which identifier is unique",
    help: "Give 'package' a unique-identifier attribute with the id of a dc:identifier.",
    see: "EPUB 3.3 §5.4")
  static let itemUnknown = Rule(
    "OPF-049", "item-unknown", .error, "something is referred to that the manifest does not have",
    help: "Correct the id, or add the item to the manifest.", see: "EPUB 3.3 §5.7")
  static let tocNotNCX = Rule(
    "OPF-050", "toc-not-ncx", .error,
    "the spine's toc attribute leads to something else than an NCX",
    help: "Let it name the item of type application/x-dtbncx+xml.", see: "OPF 2.0.1 §2.4.1.2")
  static let pageMap = Rule(
    "OPF-062", "page-map", .usage, "the spine has a page-map attribute",
    help: "It is Adobe's own: use a page list in the navigation document.")
  static let pageMapMissing = Rule(
    "OPF-063", "page-map-missing", .warning, "the page map is not in the manifest",
    help: "Correct the id, or leave the page-map attribute out.")
  static let propertyForOtherType = Rule(
    "OPF-012", "property-for-other-type", .error,
    "an item has a property that is not for its media type",
    help: "Leave the property out, or correct the media type.", see: "EPUB 3.3 §D.6")
}
