internal import FanfoldMarkup

/// What checks know of the names in documents by their numbers: looked up once for each name, not
/// once for each document, let alone for each use.
struct DocumentNames: Sendable {
  private(set) var lineage: NameLineage?
  private(set) var elements: [ContentNames.Element] = []
  private(set) var attributes: [ContentNames.Attributes] = []
  private(set) var constraints: [ContentElement] = []
  /// Whether no rule between elements is about elements of a name.
  private(set) var isFree: [Bool] = []
  /// What is wrong with a name when it is an attribute's.
  private(set) var faults: [ReservedAttributeCheck.Fault?] = []
  private var isFaulty: [Bool] = []
  /// The faults of names by their namespaces, of which there are few.
  private var namespaceFaults: [String: ReservedAttributeCheck.Fault?] = [:]
  /// The number of the attribute `id`.
  private(set) var id: Int?

  init() {}

  /// What is known of a document that has nothing to do with others.
  init(_ tree: MarkupTree) { learn(tree) }

  /// Adds what is new in a document.
  mutating func learn(_ tree: MarkupTree) {
    let names = tree.allNames
    guard !names.isEmpty else { return }
    if lineage !== tree.lineage {
      self = DocumentNames()
      lineage = tree.lineage
    }
    for number in elements.count..<max(elements.count, names.count) {
      let name = names[number]
      elements.append(ContentNames.element(name))
      let isAsked = ContentConstraintCheck.asks(for: name)
      attributes.append(ContentNames.attribute(name).union(isAsked ? .constrained : []))
      let constraint = ContentElement(name)
      constraints.append(constraint)
      isFree.append(!constraint.hasRules && !constraint.isEPUB && constraint.opens.isEmpty)
      faults.append(fault(of: name))
      isFaulty.append(faults[number] != nil)
      if name.local == "id", name.namespace.isEmpty { id = number }
    }
  }

  private mutating func fault(of name: MarkupName) -> ReservedAttributeCheck.Fault? {
    guard !name.namespace.isEmpty else { return ReservedAttributeCheck.fault(of: name) }
    if let known = namespaceFaults[name.namespace] { return known }
    let fault = ReservedAttributeCheck.fault(of: name)
    namespaceFaults[name.namespace] = .some(fault)
    return fault
  }

  /// Whether anything is wrong with the name of an attribute.
  func hasFaults(in tree: MarkupTree) -> Bool {
    (0..<tree.attributeCount).contains { isFaulty[tree.attributeName(at: $0)] }
  }

  /// Which of the attributes that checks ask for an element has.
  func attributes(of node: MarkupTree.Node, in tree: MarkupTree) -> ContentNames.Attributes {
    var found: ContentNames.Attributes = []
    for index in tree.attributeRange(of: node) {
      found.formUnion(attributes[tree.attributeName(at: index)])
    }
    return found
  }
}
