internal import FanfoldMarkup

/// What checks know of the names in documents by their numbers: looked up once for each name, not
/// once for each document, let alone for each use.
final class DocumentNames: Sendable {
  /// What is known of a name.
  struct Entry: Sendable {
    let element: ContentNames.Element
    let attribute: ContentNames.Attributes
    let constraint: ContentElement
    /// Whether no rule between elements is about elements of that name.
    let isFree: Bool
    let origin: PackageReader.Origin
    /// What is wrong with it when it is an attribute's.
    let fault: ReservedAttributeCheck.Fault?
  }

  let entries: [Entry]
  private let lineage: NameLineage
  /// The faults of names by their namespaces, of which there are few.
  private let namespaceFaults: [String: ReservedAttributeCheck.Fault?]
  /// The number of the attribute `id`.
  let id: Int?

  /// What is known of a document, and of those before it that number names as it does.
  init(_ tree: MarkupTree, after known: DocumentNames? = nil) {
    lineage = tree.lineage
    let known = known?.lineage === tree.lineage ? known : nil
    var (entries, faults, id) = (known?.entries ?? [], known?.namespaceFaults ?? [:], known?.id)
    for name in tree.allNames.dropFirst(entries.count) {
      if name.local == "id", name.namespace.isEmpty { id = entries.count }
      entries.append(Entry(name, fault: Self.fault(of: name, &faults)))
    }
    (self.entries, namespaceFaults, self.id) = (entries, faults, id)
  }

  /// The same with what is new in a document.
  func learning(_ tree: MarkupTree) -> DocumentNames {
    let count = tree.allNames.count
    let isKnown = count == 0 || lineage === tree.lineage && count <= entries.count
    return isKnown ? self : DocumentNames(tree, after: self)
  }

  private static func fault(
    of name: MarkupName, _ known: inout [String: ReservedAttributeCheck.Fault?]
  ) -> ReservedAttributeCheck.Fault? {
    guard !name.namespace.isEmpty else { return ReservedAttributeCheck.fault(of: name) }
    if let known = known[name.namespace] { return known }
    let fault = ReservedAttributeCheck.fault(of: name)
    known[name.namespace] = .some(fault)
    return fault
  }

  /// Whether anything is wrong with the name of an attribute.
  func hasFaults(in tree: MarkupTree) -> Bool {
    (0..<tree.attributeCount).contains { entries[tree.attributeName(at: $0)].fault != nil }
  }

  /// What checks take an element for.
  func element(_ node: MarkupTree.Node, in tree: MarkupTree) -> ContentNames.Element {
    entries[tree.nameNumber(of: node)].element
  }

  /// Which of the attributes that checks ask for an element has.
  func attributes(of node: MarkupTree.Node, in tree: MarkupTree) -> ContentNames.Attributes {
    var found: ContentNames.Attributes = []
    for index in tree.attributeRange(of: node) {
      found.formUnion(entries[tree.attributeName(at: index)].attribute)
    }
    return found
  }
}

extension DocumentNames.Entry {
  fileprivate init(_ name: MarkupName, fault: ReservedAttributeCheck.Fault?) {
    let constraint = ContentElement(name)
    let isAsked = ContentConstraintCheck.asks(for: name)
    element = ContentNames.element(name)
    attribute = ContentNames.attribute(name).union(isAsked ? .constrained : [])
    self.constraint = constraint
    isFree = !constraint.hasRules && !constraint.isEPUB && constraint.opens.isEmpty
    origin = PackageReader.Origin(name.namespace)
    self.fault = fault
  }
}
