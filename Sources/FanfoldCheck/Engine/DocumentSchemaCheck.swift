internal import FanfoldMarkup

/// Sends documents to the grammars and the rules between elements that hold for their kind.
enum DocumentSchemaCheck {
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
