/// The kinds of documents that have a grammar.
enum GrammarKind: Int, CaseIterable, Sendable {
  case xhtml, xhtml2, svg, svg2, navigation, packageDocument, packageDocument2, ncx, ncxByType,
    encryption, encryption2
  case signatures, signatures2, searchKeyMap, overlay, container, container2, metadata
  case mapping

  /// The kind whose grammar it has: that of a navigation document differs from XHTML's in one
  /// element.
  var judge: GrammarKind { self == .navigation ? .xhtml : self }

  /// The name of the file that holds the grammar.
  var file: String {
    switch self {
    case .xhtml, .navigation: "xhtml"
    case .xhtml2: "xhtml2"
    case .svg: "svg"
    case .svg2: "svg2"
    case .packageDocument: "opf3"
    case .packageDocument2: "opf2"
    case .ncx: "ncx"
    case .ncxByType: "ncx-by-type"
    case .encryption: "encryption"
    case .encryption2: "encryption2"
    case .signatures: "signatures"
    case .signatures2: "signatures2"
    case .searchKeyMap: "skm"
    case .overlay: "smil"
    case .container: "container3"
    case .container2: "container2"
    case .metadata: "metadata"
    case .mapping: "mapping"
    }
  }
}
