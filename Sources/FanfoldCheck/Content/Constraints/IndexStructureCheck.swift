internal import FanfoldMarkup

/// How the parts of an index are nested, and which elements they can be (EPUB Indexes 1.0 §3). A
/// list of entries and its entries may go without `epub:type`: they are known by where they stand.
struct IndexStructureCheck {
  typealias Node = MarkupTree.Node

  static let rules: [Rule] = [
    .indexPartElement, .indexPartMisplaced, .indexPartMissing, .indexPartRepeated,
    .indexPartConflict, .indexWithoutEntries,
  ]

  let document: JudgedDocument
  let elements: SemanticElements
  private(set) var findings: [Finding] = []

  init(_ document: JudgedDocument) {
    self.document = document
    elements = SemanticElements(document.tree)
  }

  mutating func run() {
    for node in elements.inside(document.tree.root) {
      if has("index", node) { check(index: node) }
      checkElement(node)
      checkPlace(node)
      if has("index-group", node) { check(group: node) }
      if isEntryList(node) || has("index-entry-list", node) { check(entryList: node) }
      if isImpliedEntry(node) || has("index-entry", node) { check(entry: node) }
      checkReferences(node)
    }
  }

  // MARK: Wholes

  private mutating func check(index: Node) {
    let parts = parts(of: index, orIn: ["ul"])
    limit(parts.count { elements.isHTML($0, Self.headings) }, "headings", in: index)
    limit(parts.count { has("index-headnotes", $0) }, "index-headnotes", in: index)
    let lists = parts.count { elements.isHTML($0, ["ul"]) || has("index-entry-list", $0) }
    let hasGroups = parts.contains { has("index-group", $0) }
    if hasGroups ? lists > 0 : lists != 1 { report(.indexWithoutEntries, index) }
  }

  private mutating func check(group: Node) {
    let parts = parts(of: group, orIn: ["ul"])
    limit(parts.count { elements.isHTML($0, Self.headings) }, "headings", in: group)
    if parts.count(where: { elements.isHTML($0, ["ul"]) }) != 1 {
      report(.indexWithoutEntries, group, "a group of an index has no list of entries, or several")
    }
  }

  private mutating func check(entryList node: Node) {
    if !elements.isHTML(node, ["ul"]) { reportElement("index-entry-list", node) }
    let isInPart = nearest(node, in: []).map {
      has(["index", "index-group", "index-entry"], $0)
    }
    let isInEntry = elements.around(node).contains(where: isImpliedEntry)
    if isInPart != true, !isInEntry { reportPlace("index-entry-list", node) }
    if !elements.children(of: node).contains(where: { elements.isHTML($0, ["li"]) }) {
      report(.indexPartMissing, node, "a list of entries has no entries")
    }
  }

  private mutating func check(entry: Node) {
    if !elements.isHTML(entry, ["li"]) { reportElement("index-entry", entry) }
    if !isImpliedEntry(entry) { reportPlace("index-entry", entry) }
    let parts = parts(of: entry, orIn: ["li"])
    let terms = parts.count { has("index-term", $0) && !has(Self.crossReferences, $0) }
    if terms != 1 {
      report(.indexPartMissing, entry, "an entry of an index has \(terms) terms instead of one")
    }
    if !parts.contains(where: { isUntypedList($0) || has(Self.entryContent, $0) }) {
      report(.indexPartMissing, entry, "an entry of an index leads nowhere")
    }
    let lists = parts.count { isUntypedList($0) || has("index-entry-list", $0) }
    limit(lists, "index-entry-list", in: entry)
    limit(parts.count { has("index-locator-list", $0) }, "index-locator-list", in: entry)
    limit(parts.count { has("index-editor-note", $0) }, "index-editor-note", in: entry)
    for (part, others) in Self.conflicts {
      if parts.contains(where: { has(part, $0) }), parts.contains(where: { has(others, $0) }) {
        report(.indexPartConflict, entry, "'\(part)' is there beside what it stands for")
      }
    }
  }

  private mutating func limit(_ count: Int, _ name: String, in node: Node) {
    if count > 1 { report(.indexPartRepeated, node, "there is more than one of '\(name)'") }
  }

  // MARK: Parts

  private mutating func checkElement(_ node: Node) {
    for (type, names) in Self.allowed where has(type, node) && !elements.isHTML(node, names) {
      reportElement(type, node)
    }
    let isLocator = has("index-locator", node) || isImpliedLocator(node)
    if isLocator, !elements.isHTML(node, ["a"]) { reportElement("index-locator", node) }
  }

  private mutating func checkPlace(_ node: Node) {
    for (type, parents) in Self.parents where has(type, node) {
      if nearest(node, in: []).map({ has(parents, $0) }) != true { reportPlace(type, node) }
    }
    if has("index-term", node), !isDirectlyInEntry(node) {
      let parent = document.tree.parent(of: node)
      let isInPart = parent.map {
        elements.isHTML($0) && has(Self.crossReferences.union(["index-entry"]), $0)
      }
      if isInPart != true { reportPlace("index-term", node) }
    }
    if has("index-term-category", node), !has(Self.crossReferences, node),
      !elements.around(node).contains(where: { has(Self.crossReferences, $0) })
    {
      reportPlace("index-term-category", node)
    }
  }

  private mutating func checkReferences(_ node: Node) {
    if has("index-locator-list", node) {
      let hasLocator = elements.inside(node).contains {
        has("index-locator", $0) || elements.isHTML($0, ["a"]) && elements.typeText(of: $0) == nil
      }
      if !hasLocator { report(.indexPartMissing, node, "a list of locators has none") }
    }
    if has("index-locator", node) || isImpliedLocator(node), !isDirectlyInEntry(node),
      !elements.around(node).contains(where: { has(Self.locatorLists, $0) })
    {
      reportPlace("index-locator", node)
    }
    if has("index-locator-range", node) {
      if !isDirectlyInEntry(node),
        !elements.around(node).contains(where: { has("index-locator-list", $0) })
      {
        reportPlace("index-locator-range", node)
      }
      let links = elements.inside(node).count { elements.isHTML($0, ["a"]) }
      if !(1...2).contains(links) {
        report(.indexPartMissing, node, "a range has \(links) locators instead of one or two")
      }
    }
    if has(Self.crossReferences, node), !has(Self.terms, node),
      !elements.inside(node).contains(where: { has(Self.terms, $0) })
    {
      report(.indexPartMissing, node, "a cross-reference has no term")
    }
  }

  // MARK: Looking

  private func has(_ type: String, _ node: Node) -> Bool { elements.has(type, node) }
  private func has(_ types: Set<String>, _ node: Node) -> Bool { elements.has(types, node) }

  /// The nearest element around a node that has a type, or one of these names.
  private func nearest(_ node: Node, in names: Set<String>) -> Node? {
    elements.around(node).first {
      elements.typeText(of: $0) != nil || names.contains(document.tree.name(of: $0))
    }
  }

  /// What belongs to a node and to no other part, or element of these names, in it.
  private func parts(of node: Node, orIn names: Set<String>) -> [Node] {
    elements.inside(node).filter { nearest($0, in: names) == node }
  }

  private func isUntypedList(_ node: Node) -> Bool {
    elements.isHTML(node, ["ul"]) && elements.typeText(of: node) == nil
  }

  /// Whether a node is a list whose items are entries.
  private func isEntryList(_ node: Node) -> Bool {
    guard elements.isHTML(node, ["ul"]) else { return false }
    if elements.typeText(of: node) != nil { return has("index-entry-list", node) }
    return elements.around(node).contains { has("index", $0) }
      && !elements.around(node).contains { has("index-headnotes", $0) }
  }

  private func isImpliedEntry(_ node: Node) -> Bool {
    elements.isHTML(node, ["li"])
      && document.tree.parent(of: node).map(isEntryList) == true
  }

  private func isImpliedLocator(_ node: Node) -> Bool {
    elements.isHTML(node, ["a"])
      && elements.around(node).contains { has(Self.locatorLists, $0) }
  }

  private func isDirectlyInEntry(_ node: Node) -> Bool {
    nearest(node, in: ["li"]).map(isImpliedEntry) == true
  }

  private mutating func reportElement(_ type: String, _ node: Node) {
    let name = document.tree.name(of: node)
    report(.indexPartElement, node, "'\(type)' cannot be said of '\(name)'")
  }

  private mutating func reportPlace(_ type: String, _ node: Node) {
    report(.indexPartMisplaced, node, "'\(type)' stands outside of what it is a part of")
  }

  private mutating func report(_ rule: Rule, _ node: Node, _ message: String? = nil) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}
