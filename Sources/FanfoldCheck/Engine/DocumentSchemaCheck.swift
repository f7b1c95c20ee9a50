internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
  static func checkContent(
    _ document: JudgedDocument, mediaType: String, item: ManifestItem?, isNavigation: Bool,
    _ rendition: inout Rendition
  ) {}

  static func checkNCX(_ document: JudgedDocument, _ rendition: inout Rendition) {}
  static func checkOverlay(_ document: JudgedDocument, _ rendition: inout Rendition) {}
  static func checkSearchKeyMap(_ document: JudgedDocument, _ rendition: inout Rendition) {}

  /// A file of META-INF.
  static func checkMeta(
    _ document: JudgedDocument, _ context: Rendition.Context, _ findings: inout Findings
  ) {}

  /// What maps the renditions of a book to each other.
  static func checkMapping(_ document: JudgedDocument, _ findings: inout Findings) {}
}
