internal import FanfoldMarkup

/// The elements of a package document in the order and the shape in which rules between them ask
/// for them.
struct PackageOutline {
  typealias Node = MarkupTree.Node

  /// A `meta` with a property.
  struct Meta {
    let node: Node
    let parent: Node
    let property: String
    /// Blanks normalized; "" when there is none.
    let refines: String
    let hasRefines: Bool
    let value: String
    let id: String
    let isInCollection: Bool
    /// Whether it stands in the metadata of the package itself.
    let isOwn: Bool

    /// The id it refines.
    var target: String { String(refines.dropFirst()) }
  }

  /// An `item`, blanks normalized; "" stands for what it does not have.
  struct Item {
    let node: Node
    let id: String
    let hasID: Bool
    let href: String
    let mediaType: String
    let properties: [Substring]
    let mediaOverlay: String?
    /// Whether it stands where items may.
    let isInManifest: Bool
  }

  let document: JudgedDocument
  private(set) var items: [Item] = []
  private(set) var elements: [Node] = []
  private(set) var metas: [Meta] = []
  /// The elements that say what they refine.
  private(set) var refining: [Node] = []
  /// All elements in document order by their name in the package namespace.
  private(set) var byName: [String: [Node]] = [:]
  /// The Dublin Core elements in document order by their name.
  private(set) var dublinCore: [String: [Node]] = [:]
  /// How often each id is there.
  private(set) var ids: [String: Int] = [:]

  var tree: MarkupTree { document.tree }

  init(_ document: JudgedDocument) {
    self.document = document
    let (tree, names) = (document.tree, document.names)
    for case .start(let node) in tree.events {
      elements.append(node)
      let refines = tree.attribute("refines", of: node)
      if refines != nil { refining.append(node) }
      let id = tree.attribute("id", of: node)?.normalizingBlanks()
      if let id { ids[id, default: 0] += 1 }
      let name = tree.name(of: node)
      switch names.entries[tree.nameNumber(of: node)].origin {
      case .package:
        byName[name, default: []].append(node)
        if name == "meta" { addMeta(node, id: id, refines: refines) }
        if name == "item" { addItem(node, id: id) }
      case .dublinCore: dublinCore[name, default: []].append(node)
      case .oldPackage, .elsewhere: break
      }
    }
  }

  private mutating func addMeta(_ node: Node, id: String?, refines: String?) {
    guard let property = attribute("property", node), let parent = tree.parent(of: node) else {
      return
    }
    let isInCollection = isInside("collection", node)
    metas.append(
      Meta(
        node: node, parent: parent, property: property.normalizingBlanks(),
        refines: (refines ?? "").normalizingBlanks(), hasRefines: refines != nil,
        value: tree.text(of: node).normalizingBlanks(),
        id: id ?? "", isInCollection: isInCollection,
        isOwn: isPackage(parent, "metadata") && isInPackage(parent)))
  }

  private mutating func addItem(_ node: Node, id: String?) {
    items.append(
      Item(
        node: node, id: id ?? "", hasID: id != nil,
        href: value("href", node), mediaType: value("media-type", node),
        properties: (attribute("properties", node) ?? "").blankSeparated(),
        mediaOverlay: attribute("media-overlay", node)?.normalizingBlanks(),
        isInManifest: tree.parent(of: node).map { isPackage($0, "manifest") } == true))
  }

  /// The media type of the first of some items with an id.
  static func types(of items: [Item]) -> [String: String] {
    Dictionary(items.map { ($0.id, $0.mediaType) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> [Node] { byName[name] ?? [] }

  func attribute(_ name: String, _ node: Node) -> String? { tree.attribute(name, of: node) }

  func value(_ name: String, _ node: Node) -> String {
    (attribute(name, node) ?? "").normalizingBlanks()
  }

  func words(_ name: String, _ node: Node) -> [String] {
    (attribute(name, node) ?? "").blankSeparated().map(String.init)
  }

  func isPackage(_ node: Node, _ name: String) -> Bool {
    tree.isElement(node, name, in: PackageReader.namespace)
  }

  func isInside(_ name: String, _ node: Node) -> Bool {
    tree.ancestors(of: node).contains { isPackage($0, name) }
  }

  /// Whether an element stands directly in the package.
  private func isInPackage(_ node: Node) -> Bool {
    tree.parent(of: node).map { isPackage($0, "package") } == true
  }

  func children(_ name: String, of node: Node) -> [Node] {
    tree.children(of: node).filter { isPackage($0, name) }
  }

  func dublinCore(_ name: String, in parent: Node) -> [Node] {
    (dublinCore[name] ?? []).filter { tree.parent(of: $0) == parent }
  }

  /// The metadata elements of the package itself.
  var ownMetadata: [Node] {
    self["metadata"].filter { isInPackage($0) }
  }
}
