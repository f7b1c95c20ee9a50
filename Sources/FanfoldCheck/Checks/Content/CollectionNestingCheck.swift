internal import FanfoldMarkup

/// Which collections of a package document may or must be in which others.
enum CollectionNestingCheck {
  static let rules: [Rule] = [
    .manifestCollectionAlone, .previewManifestCount, .indexCollectionParts, .indexGroupParts,
  ]

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    func roles(_ node: MarkupTree.Node) -> [String] {
      ContentConstraintCheck.words(tree.attribute("role", in: "", of: node) ?? "")
    }
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "collection") {
      let own = roles(node)
      let place = document.place(of: node)
      let parts = tree.children(of: node).filter { tree.isElement($0, "collection") }
      let isInner = tree.parent(of: node).map { tree.isElement($0, "collection") } ?? false
      if own.contains("manifest"), !isInner { findings.add(.manifestCollectionAlone, at: place) }
      if own.contains("preview"), parts.count(where: { roles($0).contains("manifest") }) != 1 {
        findings.add(.previewManifestCount, at: place)
      }
      if own.contains("index"), parts.contains(where: { !roles($0).contains("index-group") }) {
        findings.add(.indexCollectionParts, at: place)
      }
      if own.contains("index-group"), !parts.isEmpty { findings.add(.indexGroupParts, at: place) }
    }
  }
}

extension Rule {
  static let manifestCollectionAlone = Rule(
    "RSC-005", "manifest-collection-alone", .error, "a manifest collection is in no other",
    help: "Put it into the collection whose files it lists.", see: "EPUB 3.3 §5.8")
  static let previewManifestCount = Rule(
    "RSC-005", "preview-manifest-count", .error,
    "a preview does not have exactly one manifest collection",
    help: "Put one 'collection' with the role 'manifest' into it.", see: "EPUB Previews 1.0 §3")
  static let indexCollectionParts = Rule(
    "RSC-005", "index-collection-parts", .error, "an index has collections that are no groups",
    help: "Leave those with the role 'index-group'.", see: "EPUB Indexes 1.0 §3")
  static let indexGroupParts = Rule(
    "RSC-005", "index-group-parts", .error, "a group of an index has collections in it",
    help: "Leave links only.", see: "EPUB Indexes 1.0 §3")
}
