/// A parsed document: its nodes in document order, each knowing where its subtree ends.
///
/// A page of a megabyte has tens of thousands of nodes, so they lie in one array, their text in
/// another, and a ``Node`` is an index that means something to its tree only. The first child of a
/// node is the next node, its next sibling the one after the end of its subtree: walking is adding.
public struct MarkupTree: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable {
    case document, element
    /// Text between the tags, entities resolved, line ends made LF.
    case text
    /// The inside of a `script` or `style` element, as it stands there.
    case rawText
    case comment
    case instruction
  }

  /// A node of this tree.
  public struct Node: Sendable, Hashable, Comparable {
    let index: UInt32

    init(_ index: UInt32) {
      self.index = index
    }

    init(_ index: Int) {
      self.index = UInt32(index)
    }

    var position: Int { Int(index) }

    /// Document order.
    public static func < (left: Node, right: Node) -> Bool { left.index < right.index }
  }

  /// What the document says it is: `<!DOCTYPE html PUBLIC …>`.
  public struct DocumentType: Sendable, Hashable {
    /// The name of the root element it promises.
    public let name: String
    /// The public identifier, or "".
    public let publicID: String
    /// The system identifier, or "".
    public let systemID: String
  }

  struct Record {
    var kind: Kind
    /// Of an element, an index into `names`.
    var name: UInt32 = 0
    var parent: UInt32 = 0
    /// The index after the last node of the subtree.
    var end: UInt32 = 0
    /// Of an element, its attributes; of any other node, its text.
    var contents: Range<UInt32> = 0..<0
    var offset: UInt32 = 0
    /// Where reading stood when the node was told: for an element, behind its start tag.
    var read: UInt32 = 0
    /// Of an element, the offset behind its end tag.
    var closed: UInt32 = 0

    /// Of an element, its attributes.
    var attributeRange: Range<Int> { Int(contents.lowerBound)..<Int(contents.upperBound) }
  }

  struct Attribute {
    let name: UInt32
    let value: Range<UInt32>
  }

  struct Declaration {
    let element: UInt32
    let prefix: String
    let namespace: String
  }

  /// What a tree is made of, while it grows.
  struct Parts {
    let isHTML: Bool
    var documentType: DocumentType?
    /// Whether all text that the parser was spared was put back.
    var isWhole = true
    var records: [Record] = []
    var attributes: [Attribute] = []
    var text: [UInt8] = []
    var nameTable = NameTable()
    var source = SourceLines()
    /// Of a page, what selectors ask for most.
    var marks = MarkIndex()
    /// The namespaces that elements declare, in document order.
    var declarations: [Declaration] = []

    init(isHTML: Bool) {
      self.isHTML = isHTML
    }
  }

  /// Keeps the parts together, so that to hand a tree on is to hand on one reference.
  private final class Storage: Sendable {
    let parts: Parts

    init(_ parts: Parts) {
      self.parts = parts
    }
  }

  private let storage: Storage

  init(_ parts: Parts) {
    storage = Storage(parts)
  }
}

extension MarkupTree {
  /// The document type declaration, if there is one.
  public var documentType: DocumentType? { parts.documentType }

  var parts: Parts { storage.parts }
  var isHTML: Bool { storage.parts.isHTML }
  var isWhole: Bool { storage.parts.isWhole }
  var records: [Record] { storage.parts.records }
  var attributes: [Attribute] { storage.parts.attributes }
  var text: [UInt8] { storage.parts.text }
  var nameTable: NameTable { storage.parts.nameTable }
  var source: SourceLines { storage.parts.source }
  var marks: MarkIndex { storage.parts.marks }
  var declarations: [Declaration] { storage.parts.declarations }
}

extension MarkupTree {
  /// The document itself; its children are the comments and the element at the top.
  public var root: Node { Node(UInt32(0)) }

  var names: [MarkupName] { nameTable.names }

  /// How many nodes there are.
  public var count: Int { records.count }

  /// What a node is.
  public func kind(of node: Node) -> Kind { records[node.position].kind }

  /// Whether a node is an element of that local name.
  public func isElement(_ node: Node, _ name: String) -> Bool {
    let record = records[node.position]
    return record.kind == .element && names[Int(record.name)].local == name
  }

  /// Whether a node is an element of a namespace, and of that local name.
  package func isElement(_ node: Node, _ name: String? = nil, in namespace: String) -> Bool {
    let record = records[node.position]
    guard record.kind == .element,
      name.map({ names[Int(record.name)].local == $0 }) ?? true
    else { return false }
    return names[Int(record.name)].namespace == namespace
  }

  /// The local name of an element; "" for any other node.
  public func name(of node: Node) -> String {
    let record = records[node.position]
    return record.kind == .element ? names[Int(record.name)].local : ""
  }

  /// The name of an element with its prefix and namespace.
  public func fullName(of node: Node) -> MarkupName? {
    let record = records[node.position]
    return record.kind == .element ? names[Int(record.name)] : nil
  }

  /// The node a node is in; `nil` for the document.
  public func parent(of node: Node) -> Node? {
    node.index == 0 ? nil : Node(records[node.position].parent)
  }

  /// The node after a node in the same parent.
  public func nextSibling(of node: Node) -> Node? {
    guard let parent = parent(of: node) else { return nil }
    let next = records[node.position].end
    return next < records[parent.position].end ? Node(next) : nil
  }

  /// Whether a node is another or somewhere below it.
  public func contains(_ outer: Node, _ inner: Node) -> Bool {
    outer <= inner && inner.index < records[outer.position].end
  }
}
