package import FanfoldMarkup

/// A document of a book, parsed once for all checks.
package struct JudgedDocument: Sendable {
  package typealias Node = MarkupTree.Node

  /// Its path in the book.
  package let path: String
  package private(set) var xml: JudgedXML
  let names: DocumentNames
  /// Whether EPUBCheck stops in it for good, and never comes to what is asked of whole documents.
  private(set) var isGivenUp = false

  init(path: String, xml: JudgedXML, names: DocumentNames) {
    self.path = path
    self.xml = xml
    self.names = names
  }

  /// A document given as UTF-8.
  package init(path: String, utf8 bytes: [UInt8]) {
    let xml = JudgedXML.read(bytes)
    self.init(path: path, xml: xml, names: DocumentNames(xml.tree))
  }

  package var tree: MarkupTree { xml.tree }
  package var root: Node? { xml.tree.rootElement }

  /// Whether nothing of the document's element is missing: rules between elements are asked of such
  /// documents, even if something stands behind that element.
  var isWhole: Bool {
    guard !isGivenUp else { return false }
    guard let fault = xml.fault else { return true }
    guard fault.kind == .malformed, let root else { return false }
    let end = tree.closedOffset(of: root)
    return end > tree.readOffset(of: root) && fault.offset >= end
  }

  /// Where EPUBCheck says an element is: behind its start tag.
  package func place(of node: Node) -> Place { place(at: tree.readOffset(of: node)) }

  /// Behind an element's end tag, where what is missing in it is found out.
  package func endPlace(of node: Node) -> Place { place(at: tree.closedOffset(of: node)) }

  /// Forgets an element and all behind its start.
  package mutating func cut(before node: Node) {
    isGivenUp = true
    xml.tree = xml.tree.cut(before: node)
  }

  /// Forgets all behind an element's start, as EPUBCheck does where it fails.
  mutating func giveUp(after node: Node) {
    isGivenUp = true
    let next = xml.tree.index(of: node) + 1
    if next < xml.tree.count { cut(before: xml.tree[next]) }
  }

  package func place(at offset: Int) -> Place {
    let (line, column) = xml.places.place(of: offset)
    return Place(path, line: line, column: column)
  }
}
