internal import FanfoldMarkup

/// How a reader chooses among the renditions of a book (EPUB Multiple-Rendition Publications 1.1
/// §3, §4).
struct RenditionSelectionCheck {
  static let rules: [Rule] = [
    .accessModeTwice, .renditionNotSelectable, .mappingTwice, .mappingType, .mappingVersion,
    .mappingNavigation,
  ]

  private static let namespace = "http://www.idpf.org/2013/rendition"

  /// The rules between the elements of container.xml.
  static func checkContainer(_ document: JudgedDocument, _ findings: inout Findings) {
    guard document.xml.fault == nil else { return }
    let tree = document.tree
    func isContainer(_ node: MarkupTree.Node, _ name: String) -> Bool {
      tree.isElement(node, name, in: BookJudge.containerNamespace)
    }
    for case .start(let node) in tree.events {
      let place = document.place(of: node)
      if isContainer(node, "rootfile") {
        checkRootfile(node, document, &findings)
      } else if isContainer(node, "links") {
        let mappings = tree.children(of: node).filter {
          isContainer($0, "link")
            && (tree.attribute("rel", of: $0) ?? "").normalizingBlanks() == "mapping"
        }
        if mappings.count > 1 { findings.add(.mappingTwice, at: place) }
      } else if isContainer(node, "link"),
        (tree.attribute("rel", of: node) ?? "").normalizingBlanks() == "mapping",
        (tree.attribute("media-type", of: node) ?? "").normalizingBlanks() != MediaType.xhtml
      {
        findings.add(.mappingType, at: place)
      }
    }
  }

  private static func checkRootfile(
    _ node: MarkupTree.Node, _ document: JudgedDocument, _ findings: inout Findings
  ) {
    let (tree, place) = (document.tree, document.place(of: node))
    // Of the rules for one element the first that fits is asked.
    if let modes = tree.attribute("accessMode", in: namespace, of: node) {
      let words = modes.split(whereSeparator: \.isXMLBlank)
      if words.contains(where: { modes.ranges(of: $0).count == 2 }) {
        findings.add(.accessModeTwice, at: place)
      }
    }
    let isFirst = tree.parent(of: node).map { parent in
      tree.children(of: parent).first { tree.isElement($0, "rootfile") } == node
    }
    if isFirst == false,
      !tree.attributes(of: node).contains(where: { $0.name.namespace == namespace })
    {
      findings.add(.renditionNotSelectable, at: place)
    }
  }

  /// The rules between the elements of the document that maps renditions to each other.
  static func checkMapping(_ document: JudgedDocument, _ findings: inout Findings) {
    guard document.xml.fault == nil else { return }
    let tree = document.tree
    for case .start(let node) in tree.events
    where tree.isElement(node, in: ContentNames.htmlNamespace) {
      let place = document.place(of: node)
      if tree.isElement(node, "head") {
        let hasVersion = tree.children(of: node).contains {
          tree.isElement($0, "meta")
            && tree.attribute("name", of: $0) == "epub.multiple.renditions.version"
            && tree.attribute("content", of: $0) == "1.0"
        }
        if !hasVersion { findings.add(.mappingVersion, at: place) }
      } else if tree.isElement(node, "body") {
        let types = tree.children(of: node).filter { tree.isElement($0, "nav") }.map {
          (tree.attribute("type", in: ContentNames.opsNamespace, of: $0) ?? "").normalizingBlanks()
        }
        if types.count(where: { $0.split(separator: " ").contains("resource-map") }) != 1 {
          findings.add(.mappingNavigation, at: place, "there is not exactly one resource-map")
        }
        if types.contains("") {
          findings.add(.mappingNavigation, at: place, "a nav does not say what it is")
        }
      }
    }
  }
}

extension Rule {
  static let accessModeTwice = Rule(
    "RSC-005", "access-mode-twice", .error, "an access mode is given twice",
    help: "Keep one.", see: "EPUB Multiple-Rendition Publications 1.1 §3.2")
  static let renditionNotSelectable = Rule(
    "RSC-017", "rendition-not-selectable", .warning, "nothing says when to choose a rendition",
    help: "Add an attribute of the rendition namespace.",
    see: "EPUB Multiple-Rendition Publications 1.1 §3.2")
  static let mappingTwice = Rule(
    "RSC-005", "mapping-twice", .error, "the container names more than one mapping document",
    help: "Keep one.", see: "EPUB Multiple-Rendition Publications 1.1 §4.2")
  static let mappingType = Rule(
    "RSC-005", "mapping-type", .error, "the mapping document is no XHTML",
    help: "Write media-type=\"application/xhtml+xml\".",
    see: "EPUB Multiple-Rendition Publications 1.1 §4.2")
  static let mappingVersion = Rule(
    "RSC-005", "mapping-version", .error, "the mapping document does not give its version",
    help: "Add <meta name=\"epub.multiple.renditions.version\" content=\"1.0\"/>.",
    see: "EPUB Multiple-Rendition Publications 1.1 §4.3")
  static let mappingNavigation = Rule(
    "RSC-005", "mapping-navigation", .error,
    "the mapping document does not have its one resource map",
    help: "Give it one nav with epub:type=\"resource-map\", and each nav a type.",
    see: "EPUB Multiple-Rendition Publications 1.1 §4.3")
}
