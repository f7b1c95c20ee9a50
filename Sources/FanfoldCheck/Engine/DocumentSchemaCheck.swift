internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
  /// A content document, or a navigation document.
  static func checkContent(
    _ document: JudgedDocument, mediaType: String, item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {}

  static func checkNCX(_ document: JudgedDocument, _ rendition: inout Rendition) {
    NCXConstraintCheck.check(document, &rendition.findings)
  }

  static func checkOverlay(_ document: JudgedDocument, _ rendition: inout Rendition) {
    IDCheck.check(in: document, &rendition.findings)
  }

  static func checkSearchKeyMap(_ document: JudgedDocument, _ rendition: inout Rendition) {}

  /// A file of META-INF.
  static func checkMeta(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {
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
