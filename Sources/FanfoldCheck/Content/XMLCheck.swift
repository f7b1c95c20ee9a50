internal import FanfoldMarkup

/// Whether a document is XML, in an encoding and of a type it may be in (EPUB 3.3 §3.9).
enum XMLCheck {
  static let rules: [Rule] = [
    .notWellFormed, .xmlVersion, .utf16, .utf16Document, .otherEncoding, .externalEntity,
    .beyondLimits,
  ]

  /// Says what is wrong with a document's encoding.
  static func check(
    _ encoding: XMLEncoding, mediaType: String, at place: Place, _ findings: inout Findings
  ) {
    switch encoding.kind {
    case .utf8: break
    case .utf16:
      findings.add(mediaType == MediaType.xhtml ? .utf16Document : .utf16, at: place)
    case .other(let name):
      findings.add(.otherEncoding, at: place, "the encoding is '\(name)', not UTF-8")
    }
  }

  /// Reads a document and says what is wrong with it as XML.
  ///
  /// - Parameter known: The document, when it was read before as a document of EPUB 3 is.
  static func read(
    _ bytes: [UInt8], path: String, mediaType: String, _ version: EPUBVersion, _ desk: Desk,
    known: JudgedDocument? = nil, _ findings: inout Findings
  ) -> JudgedDocument {
    let whole = Place(path)
    let encoding = XMLEncoding(bytes)
    check(encoding, mediaType: mediaType, at: whole, &findings)
    let text = encoding.utf8(bytes)
    let isReadable = encoding.isReadable(text)
    let htmlTypes =
      version == .epub2 && !XMLEncoding.isStandalone(text)
      ? DocumentTypeCheck.typesWithEntities : []
    var document =
      (version == .epub3 ? known : nil)
      ?? desk.read(path, isReadable ? text : [], htmlTypes: htmlTypes)
    dropBrokenTag(&document)
    DocumentTypeCheck.check(document, mediaType: mediaType, version, &findings)
    if version == .epub2, let type = document.tree.documentType,
      !DocumentTypeCheck.isReachable(type)
    {
      findings.add(.itemUnreadable, at: whole, "its document type '\(type.systemID)' is not known")
      if let root = document.root { document.cut(before: root) }
      return document
    }
    if version == .epub3 { checkEntities(document, &findings) }
    if let declared = XMLEncoding.declaredVersion(text), declared != "1.0", document.root != nil,
      !pathsOfAnyVersion.contains(path)
    {
      findings.add(.xmlVersion, at: whole, "the XML version is '\(declared)'")
    }
    if isReadable {
      checkFault(document, text, &findings)
    } else {
      findings.add(
        .notWellFormed, at: encoding.placeOfFault(text, path: path), "the encoding is not known")
    }
    return document
  }

  /// Says what stopped the parser, and of a NUL, which it takes for the end.
  private static func checkFault(
    _ document: JudgedDocument, _ text: [UInt8], _ findings: inout Findings
  ) {
    if let fault = document.xml.fault {
      let rule: Rule = fault.kind == .beyondLimits ? .beyondLimits : .notWellFormed
      let isMissing =
        fault.kind == .noElement && text.dropFirst(fault.offset).allSatisfy(Datatype.isSpace)
      let whole = Place(document.path)
      // A package document was looked into before.
      let isKnown =
        isMissing
        && findings.all.contains { $0.rule == rule && $0.path == whole.path && $0.line == nil }
      let place = isMissing ? whole : document.place(at: fault.offset)
      if !isKnown { findings.add(rule, at: place, fault.problem) }
    } else if let nul = text.span.firstIndex(of: 0) {
      findings.add(.notWellFormed, at: document.place(at: nul), "there is a NUL")
    }
  }

  /// Files that EPUBCheck does not ask for their version.
  private static let pathsOfAnyVersion = ["META-INF/metadata.xml", "META-INF/signatures.xml"]

  /// Forgets an element whose start tag has no end: EPUBCheck never comes to it.
  static func dropBrokenTag(_ document: inout JudgedDocument) {
    guard let fault = document.xml.fault,
      fault.problem.hasPrefix("Couldn't find end of Start Tag"),
      let last = document.tree.descendants(of: document.tree.root).reversed().first(where: {
        document.tree.kind(of: $0) == .element
      }), document.tree.readOffset(of: last) >= fault.offset
    else { return }
    document.cut(before: last)
  }

  /// Names the entities whose text lies elsewhere.
  static func checkEntities(_ document: JudgedDocument, _ findings: inout Findings) {
    for entity in document.xml.entities where entity.isExternal {
      findings.add(
        .externalEntity, at: document.place(at: entity.offset),
        "the entity '\(entity.name)' is declared in another file")
    }
  }
}

extension Rule {
  static let notWellFormed = Rule(
    "RSC-016", "xml-not-well-formed", .fatal, "the document is not well-formed XML",
    help: "Close every element, quote every attribute, and write '&' as '&amp;'.",
    see: "EPUB 3.3 §3.9")
  static let beyondLimits = Rule(
    "RSC-016", "xml-beyond-limits", .fatal,
    "the document is nested too deep, or has too long a tag",
    help: "Write it more plainly: no reader would show this.", see: "EPUB 3.3 §3.9")
  static let xmlVersion = Rule(
    "HTM-001", "xml-version", .error, "the document is not XML 1.0",
    help: "Write version=\"1.0\" in the XML declaration.", see: "EPUB 3.3 §3.9")
  static let utf16 = Rule(
    "RSC-027", "utf-16", .warning, "the document is in UTF-16",
    help: "Save it in UTF-8.", see: "EPUB 3.3 §3.9")
  static let utf16Document = Rule(
    "HTM-058", "utf-16-document", .error, "the content document is in UTF-16",
    help: "Save it in UTF-8.", see: "EPUB 3.3 §6.1.2")
  static let otherEncoding = Rule(
    "RSC-028", "other-encoding", .error, "the document is not in UTF-8",
    help: "Save it in UTF-8, and leave the encoding out of the XML declaration.",
    see: "EPUB 3.3 §3.9")
  static let externalEntity = Rule(
    "HTM-003", "external-entity", .error, "an entity is declared that lies in another file",
    help: "Write the text itself where the entity stands.", see: "EPUB 3.3 §3.9")
}
