/// A document of XML read in order to be judged: what could be read of it, and what stopped the
/// reading, if anything did.
///
/// Whoever judges has seen the elements before the fault; so the tree is there even when the
/// document is not well-formed.
package struct JudgedXML: Sendable {
  package var tree: MarkupTree
  /// Why the document is not well-formed.
  package var fault: Fault?
  /// The entities that the document type declares.
  package var entities: [Entity] = []
  /// The version that the XML declaration gives.
  package var version: String?
  /// Behind the document type's name and identifiers.
  package var typeOffset = 0
  package let places: TextPlaces

  package struct Fault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case malformed, unboundPrefix, undeclaredEntity
      /// There is nothing where the document's element should be.
      case noElement
      /// A bound of this program, no rule of XML.
      case beyondLimits
    }
    package let kind: Kind
    /// The parser's words.
    package let problem: String
    package let offset: Int
  }

  package struct Entity: Sendable, Hashable {
    package let name: String
    package let publicID: String
    package let systemID: String
    package let isExternal: Bool
    package let offset: Int
  }

  /// Reads a document given as UTF-8. Entities that it declares itself are put in; nothing outside
  /// of it is looked at; what HTML's document types declare is known, if their system
  /// identifiers are given.
  package static func read(
    _ bytes: [UInt8], htmlTypes: Set<String> = [], names: inout NameMemory
  ) -> JudgedXML {
    let lines = SourceLines(bytes)
    let places = TextPlaces(bytes, lines: lines)
    let slim = SlimXML.isPossible(bytes) ? SlimXML(bytes, lines: lines) : nil
    if slim?.hasShortTags != true, let fault = XMLDocument.limitFault(bytes, lines) {
      return JudgedXML(tree: SAXBridge.emptyTree(), fault: fault, places: places)
    }
    if let slim {
      let judged = SAXBridge.judge(slim, places: places, htmlTypes: htmlTypes, names: &names)
      // The parser's words for a fault tell of lines.
      if judged.fault == nil, judged.tree.isWhole { return judged }
    }
    let whole = SlimXML(whole: bytes, lines: lines)
    return SAXBridge.judge(whole, places: places, htmlTypes: htmlTypes, names: &names)
  }

  /// Reads a document that has nothing to do with others.
  package static func read(_ bytes: [UInt8], htmlTypes: Set<String> = []) -> JudgedXML {
    var names = NameMemory()
    return read(bytes, htmlTypes: htmlTypes, names: &names)
  }
}
