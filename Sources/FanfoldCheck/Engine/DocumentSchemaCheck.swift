internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
  static func checkContent(
    _ document: JudgedDocument, mediaType: String, item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {
    let isSVG = mediaType.lowercased() == MediaType.svg && !isNavigation
    guard rendition.version == .epub3 else {
      if mediaType == MediaType.xhtml { checkXHTML2(document, &rendition) }
      return
    }
    rendition.judge(document, by: isSVG ? .svg : isNavigation ? .navigation : .xhtml)
    // The rules between elements are asked of whole documents only.
    guard document.xml.fault == nil else { return }
    var constraints = ContentConstraintCheck(document)
    constraints.run()
    rendition.findings.add(contentsOf: constraints.findings)
    guard isNavigation else { return }
    var navigation = NavigationConstraintCheck(document)
    navigation.run()
    rendition.findings.add(contentsOf: navigation.findings)
  }

  private static func checkXHTML2(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .xhtml2)
    guard document.xml.fault == nil else { return }
    let tree = document.tree
    for (id, node) in DocumentIDs(tree).repeated {
      rendition.findings.add(
        .idRepeated, at: document.place(of: node), "the id '\(id)' is there twice")
    }
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "a") {
      if tree.descendants(of: node).contains(where: { tree.isElement($0, "a") }) {
        rendition.findings.add(
          .insideForbidden, at: document.place(of: node), "'a' may not be inside 'a'")
      }
    }
  }

  static func checkNCX(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .ncx)
  }

  static func checkOverlay(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .overlay)
  }

  static func checkSearchKeyMap(_ document: JudgedDocument, _ rendition: inout Rendition) {}

  /// A file of META-INF.
  static func checkMeta(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {
    guard document.path == "META-INF/container.xml" else { return }
    var shelf = GrammarShelf()
    GrammarCheck.check(
      document, context.version == .epub3 ? .container : .container2, &shelf, &findings)
  }

  /// What maps the renditions of a book to each other.
  static func checkMapping(_ document: JudgedDocument, _ findings: inout Findings) {}
}

extension Rendition {
  /// Judges a document by a grammar.
  mutating func judge(_ document: JudgedDocument, by kind: GrammarKind) {
    GrammarCheck.check(document, kind, &grammars, &findings)
  }
}
