internal import FanfoldMarkup

/// Rules between the elements of XHTML that no grammar can say: what may not be inside what, what
/// an attribute's ids lead to, what may be there once only.
struct ContentConstraintCheck {
  typealias Node = MarkupTree.Node
  typealias Scope = ElementTraits.Scope

  static let rules: [Rule] = [
    .insideForbidden, .ancestorMissing, .attributeNeeded, .idRepeated, .languagesDiffer,
    .documentTitleEmpty, .documentTitleMissing, .switchDeprecated, .triggerDeprecated,
    .idReferenceMissing,
    .idReferenceOther, .mapNameOther, .mapNameRepeated, .selectedTwice, .defaultTrackTwice,
    .trackLabelEmpty, .itemWithoutSource, .pronunciationNested, .charsetTwice, .charsetAndType,
    .encodingNotUTF8, .sizesWithoutIcon, .roleDeprecated,
  ]

  let document: JudgedDocument
  let ids: DocumentIDs
  var findings: [Finding] = []
  /// The elements around the one that is looked at that change the scope, the innermost last.
  private var open: [(node: Node, scope: Scope)]

  init(_ document: JudgedDocument) {
    self.document = document
    ids = DocumentIDs(document)
    open = [(document.tree.root, [])]
  }

  var tree: MarkupTree { document.tree }

  /// Looks at a whole document.
  mutating func run() {
    let (tree, names) = (document.tree, document.names)
    for node in tree.elements {
      let number = tree.nameNumber(of: node)
      let attributes = names.attributes(of: node, in: tree)
      if !names.entries[number].isFree || attributes.contains(.constrained) {
        start(node, names.entries[number].constraint, attributes)
      }
    }
    checkMaps()
    for (id, node) in ids.repeated { report(.idRepeated, node, "the id '\(id)' is there twice") }
  }

  private mutating func start(
    _ node: Node, _ element: ContentElement, _ attributes: ContentNames.Attributes
  ) {
    while !tree.contains(open[open.count - 1].node, node) { open.removeLast() }
    let around = open[open.count - 1].scope
    var scope = around.union(element.opens)
    if element.hasRules {
      check(node, element, in: around)
      if element.name == "a", has("href", node) { scope.insert(.link) }
    } else if element.isEPUB {
      checkLegacy(node, element.name)
    }
    if attributes.contains(.constrained) {
      checkAttributes(node, element, around)
      if attributes.contains(.pronunciation) { scope.insert(.pronounced) }
    }
    if scope != around { open.append((node, scope)) }
  }

  private mutating func check(_ node: Node, _ element: ContentElement, in around: Scope) {
    for exclusion in element.exclusions {
      let conflict = around.intersection(exclusion.scopes)
      guard !conflict.isEmpty, exclusion.condition.map({ has($0, node) }) ?? true else { continue }
      if element.name == "input", value("type", node)?.lowercased() == "hidden" { continue }
      for (outer, scope) in ElementTraits.scopes where conflict.contains(scope) {
        report(.insideForbidden, node, "'\(element.name)' may not be inside '\(outer)'")
      }
    }
    switch element.name {
    case "area" where !around.contains(.map):
      report(.ancestorMissing, node, "'area' may be in 'map' only")
    case "img" where has("ismap", node) && !around.contains(.link):
      report(.ancestorMissing, node, "'img' with 'ismap' may be in an 'a' with 'href' only")
    case "bdo" where !has("dir", node):
      report(.attributeNeeded, node, "'bdo' has no 'dir'")
    case "head" where !hasChild("title", node): report(.documentTitleMissing, node)
    case "title" where tree.text(of: node).trimmingBlanks().isEmpty:
      report(.documentTitleEmpty, node)
    case "meta": checkMeta(node)
    case "link": checkLink(node)
    case "map": note(map: node)
    case "select": checkSelect(node)
    case "audio", "video": checkTracks(node)
    case "track" where value("label", node)?.trimmingBlanks() == "": report(.trackLabelEmpty, node)
    default: break
    }
  }

  private mutating func checkLegacy(_ node: Node, _ name: String) {
    if name == "switch" { report(.switchDeprecated, node) }
    guard name == "trigger" else { return }
    report(.triggerDeprecated, node)
    for (attribute, spelling) in [(value("ref", node), "ref"), (observer(node), "ev:observer")] {
      guard let id = attribute, ids[id] == nil else { continue }
      report(.idReferenceMissing, node, "'\(spelling)' leads to '\(id)', which is not there")
    }
  }

  private func observer(_ node: Node) -> String? {
    tree.attribute("observer", in: "http://www.w3.org/2001/xml-events", of: node)
  }

  // MARK: Maps

  private var maps: [(name: String, node: Node)] = []

  private mutating func note(map node: Node) {
    guard let name = value("name", node) else { return }
    maps.append((name, node))
    if let id = value("id", node), id != name {
      report(.mapNameOther, node, "the map's id is '\(id)', its name '\(name)'")
    }
  }

  private mutating func checkMaps() {
    let counts = maps.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    for map in maps where counts[map.name, default: 0] > 1 {
      report(.mapNameRepeated, map.node, "there is another map '\(map.name)'")
    }
  }

  // MARK: Looking

  func has(_ attribute: String, _ node: Node) -> Bool { value(attribute, node) != nil }

  func has(_ attribute: String, in namespace: String, _ node: Node) -> Bool {
    tree.attribute(attribute, in: namespace, of: node) != nil
  }

  func value(_ attribute: String, _ node: Node) -> String? {
    tree.attribute(attribute, in: "", of: node)
  }

  func hasChild(_ name: String, _ node: Node) -> Bool {
    tree.children(of: node).contains { tree.isElement($0, name, in: ContentElement.html) }
  }

  mutating func report(_ rule: Rule, _ node: Node, _ message: String? = nil) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}
