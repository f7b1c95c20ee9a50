internal import FanfoldMarkup

/// Rules between the elements of a package document of EPUB 3, but for those about refinements.
struct PackageConstraintCheck {
  static let rules: [Rule] = [
    .itemrefUnresolved, .tocOtherType, .ncxWithoutToc, .navigationCount, .navigationType,
    .propertyOnlyOnce, .spineEntryTwice, .guideEntryTwice, .idTwice, .bindingsDeprecated,
    .metaAuthDeprecated,
  ]

  let outline: PackageOutline
  var findings: [Finding] = []

  mutating func run() {
    checkSpine()
    checkManifest()
    checkIDs()
    checkGuide()
    for bindings in outline["bindings"]
    where outline.tree.parent(of: bindings).map({ outline.isPackage($0, "package") }) == true {
      report(.bindingsDeprecated, bindings)
    }
    for meta in outline.metas
    where meta.property == "meta-auth" && outline.isPackage(meta.parent, "metadata") {
      report(.metaAuthDeprecated, meta.node)
    }
  }

  private mutating func report(_ rule: Rule, _ node: PackageOutline.Node, _ message: String? = nil)
  {
    findings.append(Finding(rule, at: outline.document.place(of: node), message ?? rule.summary))
  }

  /// The items that stand where items may.
  private var items: [PackageOutline.Item] { outline.items.filter(\.isInManifest) }

  private mutating func checkSpine() {
    let types = PackageOutline.types(of: items)
    var seen: [PackageOutline.Node: Set<String>] = [:]
    for itemref in outline["itemref"] {
      guard let parent = outline.tree.parent(of: itemref) else { continue }
      let idref = outline.value("idref", itemref)
      if outline.attribute("idref", itemref) != nil, types[idref] == nil,
        outline.isPackage(parent, "spine")
      {
        report(.itemrefUnresolved, itemref, "there is no item '\(idref)'")
      }
      if !seen[parent, default: []].insert(idref).inserted {
        report(.spineEntryTwice, itemref, "the spine has '\(idref)' already")
      }
    }
    var hasToc = false
    for spine in outline["spine"] where outline.attribute("toc", spine) != nil {
      hasToc = true
      let type = types[outline.value("toc", spine)] ?? ""
      if type != MediaType.ncx {
        report(.tocOtherType, spine, "the toc attribute leads to an item of type '\(type)'")
      }
    }
    if hasToc { return }
    for item in outline.items where item.mediaType == MediaType.ncx {
      report(.ncxWithoutToc, item.node)
    }
  }

  private mutating func checkManifest() {
    let items = items
    let navigation = items.filter { $0.properties.contains("nav") }
    for manifest in outline["manifest"] {
      if navigation.count != 1 {
        report(
          .navigationCount, manifest, "there are \(navigation.count) items with the property 'nav'")
      }
      for property: Substring in ["data-nav", "cover-image"] {
        let count = items.count { $0.properties.contains(property) }
        if count > 1 {
          report(
            .propertyOnlyOnce, manifest, "there are \(count) items with the property '\(property)'")
        }
      }
    }
    for item in navigation {
      guard let type = outline.attribute("media-type", item.node), type != MediaType.xhtml else {
        continue
      }
      report(.navigationType, item.node, "the navigation document is of type '\(type)'")
    }
  }

  private mutating func checkIDs() {
    guard outline.ids.contains(where: { $0.value > 1 }) else { return }
    for node in outline.elements where outline.attribute("id", node) != nil {
      let id = outline.value("id", node)
      if outline.ids[id, default: 0] > 1 { report(.idTwice, node, "the id '\(id)' is there twice") }
    }
  }

  private mutating func checkGuide() {
    let references = outline["reference"]
    guard references.count > 1 else { return }
    let keys = references.map {
      (outline.value("type", $0) + "\n" + outline.value("href", $0)).lowercased()
    }
    let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for (node, key) in zip(references, keys) where counts[key, default: 0] > 1 {
      report(.guideEntryTwice, node)
    }
  }

  /// The two of these rules that EPUB 2 has.
  mutating func runForEPUB2() {
    checkIDs()
    checkGuide()
  }
}

extension Rule {
  static let itemrefUnresolved = Rule(
    "RSC-005", "itemref-unresolved", .error, "the spine names an item that is not in the manifest",
    help: "Correct the idref, or add the item.", see: "EPUB 3.3 §5.7.2")
  static let tocOtherType = Rule(
    "RSC-005", "toc-other-type", .error, "the toc attribute leads to something else than an NCX",
    help: "Let it name the NCX, or leave it out.", see: "EPUB 3.3 §5.7.1")
  static let ncxWithoutToc = Rule(
    "RSC-005", "ncx-without-toc", .error, "there is an NCX and the spine does not name it",
    help: "Add toc=\"…\" with the id of the NCX to 'spine'.", see: "EPUB 3.3 §5.7.1")
  static let navigationCount = Rule(
    "RSC-005", "navigation-not-once", .error, "not exactly one item is the navigation document",
    help: "Give one XHTML item the property 'nav'.", see: "EPUB 3.3 §5.6.2.1")
  static let navigationType = Rule(
    "RSC-005", "navigation-type", .error, "the navigation document is no XHTML",
    help: "Correct the media type.", see: "EPUB 3.3 §7")
  static let propertyOnlyOnce = Rule(
    "RSC-005", "property-only-once", .error, "a property is there twice that may be there once",
    help: "Keep it at one item.", see: "EPUB 3.3 §D.6")
  static let spineEntryTwice = Rule(
    "RSC-005", "spine-entry-twice", .error, "the spine has an item more than once",
    help: "Keep the first.", see: "EPUB 3.3 §5.7.2")
  static let guideEntryTwice = Rule(
    "RSC-017", "guide-entry-twice", .warning, "two references of the guide are the same",
    help: "Keep one.", see: "OPF 2.0.1 §2.6")
  static let idTwice = Rule(
    "RSC-005", "id-twice", .error, "an id is there more than once",
    help: "Give each element an id of its own.", see: "EPUB 3.3 §5.3.4")
  static let bindingsDeprecated = Rule(
    "RSC-017", "bindings-deprecated", .warning, "the bindings element is deprecated",
    help: "Leave it out.", see: "EPUB 3.3 §5.9")
  static let metaAuthDeprecated = Rule(
    "RSC-017", "meta-auth-deprecated", .warning, "the property meta-auth is deprecated",
    help: "Leave it out.", see: "EPUB 3.3 §D.3")
}
