internal import FanfoldMarkup

/// What the first elements of a package document say: its version, and what kinds of publication
/// it is.
struct PackagePeek {
  private(set) var version: EPUBVersion?
  private(set) var types: Set<String> = []
  /// Why the version is not known.
  private(set) var problem = "the package document has no version"
  /// Whether there is a first element, and it is that or its version that is wrong.
  var isStatedWrong: Bool { version == nil && document.tree.rootElement != nil }
  /// Whether reading stopped before the metadata's end.
  private(set) var isBroken = false

  /// The document type, if it cannot be had.
  private(set) var unreachableType: String?

  private static let kinds: Set<String> = ["epub", "dictionary", "edupub", "index", "preview"]

  /// Whether its document type declares HTML's entities, which counts only while the version is
  /// not known.
  var hasEntities: Bool {
    document.tree.documentType.map {
      DocumentTypeCheck.typesWithEntities.contains($0.systemID)
    } ?? false
  }

  let bytes: [UInt8]
  let document: JudgedDocument

  init(_ bytes: [UInt8], path: String, _ desk: Desk) {
    self.bytes = bytes
    let encoding = XMLEncoding(bytes)
    let text = encoding.utf8(bytes)
    let htmlTypes = XMLEncoding.isStandalone(text) ? [] : DocumentTypeCheck.typesWithEntities
    var document = desk.read(path, encoding.isReadable(text) ? text : [], htmlTypes: htmlTypes)
    XMLCheck.dropBrokenTag(&document)
    self.document = document
    let (xml, tree) = (document.xml, document.tree)
    if let type = tree.documentType, !DocumentTypeCheck.isReachable(type) {
      unreachableType = type.systemID
      return
    }
    guard let root = tree.rootElement else {
      isBroken = xml.fault != nil
      return
    }
    guard tree.isElement(root, "package") else {
      problem = "the first element is '\(tree.name(of: root))', not 'package'"
      return
    }
    isBroken = xml.fault != nil
    for event in tree.events {
      if case .start(let node) = event, tree.isElement(node, "package"), !readVersion(of: node) {
        isBroken = false
        return
      }
      guard case .end(let node) = event else { continue }
      if tree.isElement(node, "metadata") || tree.isElement(node, "package") {
        isBroken = false
        return
      }
      guard tree.isElement(node, "type", in: Vocabularies.URL.dublinCore) else { continue }
      let type = tree.text(of: node).trimmingBlanks().lowercased()
      if Self.kinds.contains(type) { types.insert(type) }
    }
  }

  /// Takes the version that a package gives: if there are several, the last counts.
  private mutating func readVersion(of package: MarkupTree.Node) -> Bool {
    version = nil
    switch document.tree.attribute("version", of: package) {
    case "3.0": version = .epub3
    case "2.0": version = .epub2
    case nil: break
    case let text?: problem = "there is no version '\(text)'"
    }
    return version != nil
  }
}
