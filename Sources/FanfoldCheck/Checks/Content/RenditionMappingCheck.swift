internal import FanfoldMarkup

/// How the renditions of a book are mapped to each other (EPUB Multiple-Rendition Publications 1.1
/// §4).
enum RenditionMappingCheck {
  static let rules: [Rule] = [.mappingTwice, .mappingVersionMissing, .mappingUntyped]

  static func checkContainer(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    for links in tree.descendants(of: tree.root) where tree.isElement(links, "links") {
      let count = tree.children(of: links).count {
        tree.isElement($0, "link") && tree.attribute("rel", of: $0) == "mapping"
      }
      if count > 1 { findings.add(.mappingTwice, at: document.place(of: links)) }
    }
  }

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    for node in tree.descendants(of: tree.root) {
      if tree.isElement(node, "head") {
        let hasVersion = tree.children(of: node).contains {
          tree.attribute("name", of: $0) == "epub.multiple.renditions.version"
            && tree.attribute("content", of: $0) == "1.0"
        }
        if !hasVersion { findings.add(.mappingVersionMissing, at: document.place(of: node)) }
      } else if tree.isElement(node, "nav"),
        tree.attribute("type", in: ContentElement.epub, of: node) == nil
      {
        findings.add(.mappingUntyped, at: document.place(of: node))
      }
    }
  }
}

extension Rule {
  static let mappingTwice = Rule(
    "RSC-005", "mapping-twice", .error, "the container names two mapping documents",
    help: "Leave one.", see: "EPUB Multiple-Rendition Publications 1.1 §4.2")
  static let mappingVersionMissing = Rule(
    "RSC-005", "mapping-version-missing", .error, "the mapping document does not say its version",
    help: "Add a 'meta' named 'epub.multiple.renditions.version' with the content '1.0'.",
    see: "EPUB Multiple-Rendition Publications 1.1 §4.1")
  static let mappingUntyped = Rule(
    "RSC-005", "mapping-untyped", .error, "a mapping does not say what it is",
    help: "Add an epub:type to the 'nav'.",
    see: "EPUB Multiple-Rendition Publications 1.1 §4.1")
}
