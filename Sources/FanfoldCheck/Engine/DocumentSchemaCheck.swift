internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
  /// A content document, or a navigation document.
  static func checkContent(
    _ document: JudgedDocument, mediaType: String, item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {
    let isSVG = mediaType.lowercased() == MediaType.svg && !isNavigation
    if rendition.version == .epub3 {
      rendition.judge(document, by: isSVG ? .svg : .xhtml)
    } else if mediaType == MediaType.xhtml {
      rendition.judge(document, by: .xhtml2)
    }
  }

  static func checkNCX(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .ncx)
    NCXConstraintCheck.check(document, &rendition.findings)
  }

  static func checkOverlay(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: .overlay)
    IDCheck.check(in: document, &rendition.findings)
  }

  static func checkSearchKeyMap(_ document: JudgedDocument, _ rendition: inout Rendition) {}

  /// A file of META-INF.
  static func checkMeta(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {
    if document.path == "META-INF/container.xml" {
      var shelf = GrammarShelf()
      GrammarCheck.check(
        document, context.version == .epub3 ? .container : .container2, &shelf, &findings)
    }
    switch document.path {
    case "META-INF/container.xml" where context.version == .epub3:
      RenditionSelectionCheck.checkContainer(document, &findings)
    case "META-INF/encryption.xml" where context.version == .epub3:
      IDCheck.check("Id", in: document, &findings)
    case "META-INF/metadata.xml" where context.hasSeveralRenditions:
      ContainerMetadataCheck.check(document, isEducation: context.profile == .education, &findings)
    default: return
    }
  }

  /// What maps the renditions of a book to each other.
  static func checkMapping(_ document: JudgedDocument, _ findings: inout Findings) {
    RenditionSelectionCheck.checkMapping(document, &findings)
  }
}

extension Rendition {
  /// Judges a document by a grammar.
  mutating func judge(_ document: JudgedDocument, by kind: GrammarKind) {
    GrammarCheck.check(document, kind, &grammars, &findings)
  }
}
