internal import FanfoldMarkup

/// Whether a document's type declaration is one its kind may have (EPUB 3.3 §3.9, OPS 2.0.1 §1.3.4).
enum DocumentTypeCheck {
  static let rules: [Rule] = [.documentType, .packageType, .externalIdentifier]

  /// The document type of XHTML 1.0 that has the elements and attributes of old.
  static let transitional = "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"

  /// System identifiers of document types that declare HTML's entities: others name files for it
  /// which EPUBCheck does not have.
  static let typesWithEntities: Set<String> = [
    xhtml11.system, "http://www.w3.org/MarkUp/DTD/xhtml11.dtd",
  ]

  /// Other document types that readers of XML have at hand.
  private static let otherTypes: Set<String> = [
    transitional, "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd",
    ncx.system, svg.system, "http://www.daisy.org/z3986/2005/dtbook-2005-2.dtd",
    "http://openebook.org/dtds/oeb-1.2/oebdoc12.dtd",
    "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd",
    "http://http://idpf.org/dtds/oeb-1.2/oebpkg12.dtd", "http://www.idpf.org/dtds/2007/opf.dtd",
    "about:legacy-compat",
  ]

  /// Whether a reader of XML that wants the whole document type can have it: in EPUB 2, and before
  /// the version is known, it does.
  static func isReachable(_ type: MarkupTree.DocumentType) -> Bool {
    type.systemID.isEmpty
      ? type.publicID.isEmpty
      : typesWithEntities.contains(type.systemID) || otherTypes.contains(type.systemID)
  }

  static func isNCX(_ type: MarkupTree.DocumentType?) -> Bool { type?.systemID == ncx.system }

  private typealias Identifiers = (publicID: String, system: String)

  private static let xhtml11: Identifiers = (
    "-//W3C//DTD XHTML 1.1//EN", "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"
  )
  private static let ncx: Identifiers = (
    "-//NISO//DTD ncx 2005-1//EN", "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"
  )
  private static let svg: Identifiers = (
    "-//W3C//DTD SVG 1.1//EN", "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"
  )
  private static let mathML: Identifiers = (
    "-//W3C//DTD MathML 3.0//EN", "http://www.w3.org/Math/DTD/mathml3/mathml3.dtd"
  )

  static func check(
    _ document: JudgedDocument, mediaType: String, _ version: EPUBVersion,
    _ findings: inout Findings
  ) {
    guard let type = document.tree.documentType else { return }
    let place = document.place(at: document.xml.typeOffset)
    if version == .epub2 {
      check2(type, mediaType: mediaType, at: place, &findings)
    } else {
      check3(type, mediaType: mediaType, at: place, &findings)
    }
  }

  private static func check2(
    _ type: MarkupTree.DocumentType, mediaType: String, at place: Place,
    _ findings: inout Findings
  ) {
    let wanted: Identifiers
    switch mediaType {
    case MediaType.xhtml where type.name == "html": wanted = xhtml11
    case MediaType.ncx: wanted = ncx
    case MediaType.package:
      let isOEB =
        type.name == "package"
        && ["", "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN"].contains(type.publicID)
        && ["", "http://openebook.org/dtds/oeb-1.2/oebpkg12.dtd"].contains(type.systemID)
      if !(type.publicID.isEmpty && type.systemID.isEmpty), !isOEB {
        findings.add(.packageType, at: place)
      }
      return
    default: return
    }
    if type.publicID != wanted.publicID {
      findings.add(
        .documentType, at: place,
        "the public identifier is '\(type.publicID)', not '\(wanted.publicID)'")
    } else if type.systemID != wanted.system {
      findings.add(
        .documentType, at: place,
        "the system identifier is '\(type.systemID)', not '\(wanted.system)'")
    }
  }

  private static func check3(
    _ type: MarkupTree.DocumentType, mediaType: String, at place: Place,
    _ findings: inout Findings
  ) {
    let given: Identifiers = (type.publicID, type.systemID)
    if given == ("", "") { return }
    if mediaType == MediaType.xhtml, type.name.lowercased() == "html" {
      if given == ("", "about:legacy-compat") { return }
      findings.add(.documentType, at: place, "the document type names '\(given.publicID)'")
      return
    }
    let isAllowed =
      switch mediaType {
      case MediaType.svg: given == svg
      case "application/mathml+xml", "application/mathml-content+xml",
        "application/mathml-presentation+xml":
        given == mathML
      case MediaType.ncx: given == ncx
      default: false
      }
    if !isAllowed { findings.add(.externalIdentifier, at: place) }
  }
}

extension Rule {
  static let documentType = Rule(
    "HTM-004", "document-type", .error, "the document type is not the one EPUB wants",
    help: "Write <!DOCTYPE html>; in EPUB 2, the one of XHTML 1.1.", see: "EPUB 3.3 §6.1.2")
  static let packageType = Rule(
    "HTM-009", "package-document-type", .error,
    "the package document has a document type it does not need",
    help: "Remove the DOCTYPE.", see: "OPF 2.0.1 §1.3.2")
  static let externalIdentifier = Rule(
    "OPF-073", "external-identifier", .error, "the document type has identifiers it must not have",
    help: "Remove the DOCTYPE, or what follows the name in it.", see: "EPUB 3.3 §3.9")
}
