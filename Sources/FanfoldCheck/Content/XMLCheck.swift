internal import FanfoldMarkup

/// Whether a document is XML, in an encoding and of a type it may be in (EPUB 3.3 §3.9).
enum XMLCheck {
  static let rules: [Rule] = [
    .notWellFormed, .xmlVersion, .utf16, .utf16Document, .otherEncoding, .externalEntity,
    .beyondLimits,
  ]

  /// Reads a document and says what is wrong with it as XML.
  static func read(
    _ bytes: [UInt8], path: String, mediaType: String, _ version: EPUBVersion,
    _ findings: inout Findings
  ) -> JudgedDocument {
    let whole = Place(path)
    let encoding = XMLEncoding(bytes)
    switch encoding.kind {
    case .utf8: break
    case .utf16:
      findings.add(mediaType == MediaType.xhtml ? .utf16Document : .utf16, at: whole)
    case .other(let name):
      findings.add(.otherEncoding, at: whole, "the encoding is '\(name)', not UTF-8")
    }
    let text = encoding.utf8(bytes)
    let xml = JudgedXML.read(
      text, htmlTypes: version == .epub2 ? DocumentTypeCheck.typesWithEntities : [])
    let document = JudgedDocument(path: path, xml: xml)
    DocumentTypeCheck.check(document, mediaType: mediaType, version, &findings)
    for entity in xml.entities where entity.isExternal && version == .epub3 {
      findings.add(
        .externalEntity, at: document.place(at: entity.offset),
        "the entity '\(entity.name)' is declared in another file")
    }
    if let declared = XMLEncoding.declaredVersion(text), declared != "1.0", document.root != nil {
      findings.add(.xmlVersion, at: whole, "the XML version is '\(declared)'")
    }
    if let fault = xml.fault {
      let rule: Rule = fault.kind == .beyondLimits ? .beyondLimits : .notWellFormed
      findings.add(rule, at: document.place(at: fault.offset), fault.problem)
    }
    return document
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
