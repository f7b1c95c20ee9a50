internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
  /// A content document, or a navigation document.
  static func checkContent(
    _ document: JudgedDocument, mediaType: String, item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {
    let isSVG = mediaType.lowercased() == MediaType.svg && !isNavigation
    guard rendition.version == .epub3 else {
      if mediaType == MediaType.xhtml { checkXHTML2(document, &rendition) }
      if isSVG { checkSVG2(document, &rendition) }
      return
    }
    rendition.judge(document, by: isSVG ? .svg : isNavigation ? .navigation : .xhtml)
    // The rules between elements are asked of whole documents only.
    let isOfOtherKind = document.root.map { !isInNamespace($0, of: isSVG, document) } ?? true
    if isSVG, !isOfOtherKind { SVGTitleCheck.check(document, &rendition.findings) }
    let isWhole = document.isWhole && (!isNavigation || document.xml.fault == nil)
    guard isWhole, !isOfOtherKind else { return }
    // Of drawings no more is asked than their ids, whatever they have in them.
    guard !isSVG else { return checkIDs(document, &rendition) }
    var constraints = ContentConstraintCheck(document)
    constraints.run()
    rendition.findings.add(contentsOf: constraints.findings)
    if document.xml.fault == nil {
      checkKinds(document, item, isNavigation: isNavigation, &rendition)
    }
    guard isNavigation else { return }
    var navigation = NavigationConstraintCheck(document)
    navigation.run()
    rendition.findings.add(contentsOf: navigation.findings)
  }

  private static func isInNamespace(
    _ root: JudgedDocument.Node, of isSVG: Bool, _ document: JudgedDocument
  ) -> Bool {
    document.tree.fullName(of: root)?.namespace
      == (isSVG ? "http://www.w3.org/2000/svg" : ContentElement.html)
  }

  /// The rules of indexes, textbooks, dictionaries and data navigation.
  private static func checkKinds(
    _ document: JudgedDocument, _ item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {
    let context = rendition.context
    let isOfIndex =
      item?.isInIndex == true || item?.has("index") == true
      || !isNavigation && context.follows(.indexes, type: "index")
    let isOfTextbook =
      context.follows(.education, type: "edupub") && item?.isFixedLayout != true
      && item.map { $0.isInSpine && $0.isLinear } ?? true
    if isOfTextbook {
      var structure = EducationStructureCheck(document)
      structure.run()
      rendition.findings.add(contentsOf: structure.findings)
      EducationSemanticsCheck.check(document, &rendition.findings)
    }
    if isOfTextbook || isOfIndex {
      var structure = IndexStructureCheck(document)
      structure.run()
      rendition.findings.add(contentsOf: structure.findings)
    }
    if isOfIndex { IndexContentCheck.check(document, &rendition.findings) }
    if rendition.context.follows(.dictionaries, type: "dictionary") {
      DictionaryContentCheck.check(document, &rendition.findings)
    }
    if item?.has("data-nav") == true, !isNavigation {
      var data = DataNavigationCheck(document)
      data.run()
      rendition.findings.add(contentsOf: data.findings)
    }
  }

  private static func checkSVG2(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .svg2)
    if document.xml.fault == nil { checkIDs(document, &rendition) }
  }

  private static func checkIDs(_ document: JudgedDocument, _ rendition: inout Rendition) {
    for (id, node) in DocumentIDs(document).repeated {
      rendition.findings.add(
        .idRepeated, at: document.place(of: node), "the id '\(id)' is there twice")
    }
  }

  private static func checkXHTML2(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .xhtml2)
    guard document.xml.fault == nil else { return }
    let tree = document.tree
    checkIDs(document, &rendition)
    if tree.documentType?.systemID == DocumentTypeCheck.transitional {
      // This document type gives every 'br' an attribute that books may not have.
      for node in tree.descendants(of: tree.root)
      where tree.isElement(node, "br") && tree.attribute("clear", of: node) == nil {
        rendition.findings.add(
          .attributeNotAllowed, at: document.place(of: node),
          "'br' has the attribute 'clear', by its document type")
      }
    }
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "a") {
      if tree.descendants(of: node).contains(where: { tree.isElement($0, "a") }) {
        rendition.findings.add(
          .insideForbidden, at: document.place(of: node), "'a' may not be inside 'a'")
      }
    }
  }

  static func checkNCX(_ document: JudgedDocument, _ rendition: inout Rendition) {
    // The document type gives what is not written, the namespace too; EPUB 3 reads no such files.
    let isByType =
      rendition.version == .epub2 && DocumentTypeCheck.isNCX(document.tree.documentType)
    let root = document.root.flatMap { document.tree.fullName(of: $0) }
    if !isByType {
      rendition.judge(document, by: .ncx)
    } else if root?.namespace.isEmpty == false {
      rendition.judge(document, by: .ncxByType)
    }
    NCXConstraintCheck.check(document, &rendition.findings)
  }

  static func checkOverlay(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .overlay)
    IDCheck.check(in: document, &rendition.findings)
  }

  static func checkSearchKeyMap(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .searchKeyMap)
  }

  /// A file of META-INF.
  static func checkMeta(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {
    let isEPUB3 = context.version == .epub3
    let kind: GrammarKind? =
      switch document.path {
      case "META-INF/container.xml": isEPUB3 ? .container : .container2
      case "META-INF/encryption.xml": isEPUB3 ? .encryption : .encryption2
      case "META-INF/signatures.xml": isEPUB3 ? .signatures : .signatures2
      default: nil
      }
    if let kind {
      GrammarCheck.check(document, kind, context.desk, &findings)
    }
    switch document.path {
    case "META-INF/container.xml" where context.version == .epub3:
      XMLCheck.checkEntities(document, &findings)
      RenditionSelectionCheck.checkContainer(document, &findings)
    case "META-INF/encryption.xml" where context.version == .epub3:
      IDCheck.check("Id", in: document, &findings)
    case "META-INF/metadata.xml" where context.hasSeveralRenditions:
      GrammarCheck.check(document, .metadata, context.desk, &findings)
      ContainerMetadataCheck.check(document, isEducation: context.profile == .education, &findings)
    default: return
    }
  }

  /// What maps the renditions of a book to each other.
  static func checkMapping(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {
    _ = ReservedAttributeCheck.check(document, mediaType: MediaType.xhtml, &findings)
    GrammarCheck.check(document, .mapping, context.desk, &findings)
    RenditionSelectionCheck.checkMapping(document, &findings)
  }
}

extension Rendition {
  /// Judges a document by a grammar.
  mutating func judge(_ document: JudgedDocument, by kind: GrammarKind) {
    GrammarCheck.check(document, kind, context.desk, &findings)
  }
}
