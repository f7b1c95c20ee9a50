internal import FanfoldMarkup

extension ContentConstraintCheck {
  /// Attributes of any element whose ids may lead to any element of the document.
  private static let references: Set<String> = [
    "aria-controls", "aria-describedby", "aria-flowto", "aria-labelledby", "aria-owns",
  ]

  /// Attributes of MathML that have one id (MathML 3.0 §2.1.6, §3.1.7.1).
  private static let mathReferences: Set<String> = ["xref", "indenttarget"]

  /// Attributes whose id must lead to an element of certain names.
  private static let targets: [(attribute: String, element: String?, targets: Set<String>)] = [
    ("form", nil, ["form"]), ("list", "input", ["datalist"]),
    (
      "for", "label",
      ["button", "input", "meter", "output", "progress", "select", "textarea"]
    ),
  ]

  /// Elements that take their value from an attribute, when they are a property of an item.
  private static let sources: [(elements: Set<String>, attribute: String)] = [
    (["a", "area"], "href"), (["embed", "iframe", "object"], "data"), (["audio", "video"], "src"),
  ]

  /// Whether a rule here asks for an attribute of that name.
  static func asks(for name: MarkupName) -> Bool {
    if name.namespace == ContentElement.speech { return name.local == "ph" }
    guard name.namespace.isEmpty else { return false }
    return ["lang", "itemprop", "role", "headers", "aria-activedescendant"].contains(name.local)
      || references.contains(name.local) || mathReferences.contains(name.local)
      || targets.contains { $0.attribute == name.local }
  }

  mutating func checkAttributes(
    _ node: Node, _ element: ContentElement, _ around: ElementTraits.Scope
  ) {
    for index in tree.attributeRange(of: node) {
      let number = tree.attributeName(at: index)
      guard document.names.entries[number].attribute.contains(.constrained) else { continue }
      let name = tree.allNames[number]
      let text = String(decoding: tree.attributeValue(at: index), as: UTF8.self)
      switch (name.namespace, name.local) {
      case ("", "lang") where element.isHTML: checkLanguage(text, node)
      case ("", "itemprop") where element.isHTML: checkItem(node, element)
      case ("", "role") where element.isHTML:
        for role in Self.words(text) where role == "doc-biblioentry" || role == "doc-endnote" {
          report(.roleDeprecated, node, "the role '\(role)' should not be used any more")
        }
      case ("", "headers") where element.isHTML: checkHeaders(text, node)
      case ("", "aria-activedescendant"): checkActive(text, node)
      case (ContentElement.speech, "ph") where around.contains(.pronounced):
        report(.pronunciationNested, node)
      case ("", let attribute) where Self.references.contains(attribute):
        checkReferences(Self.words(text), attribute, node)
      case ("", let attribute) where element.isMath && Self.mathReferences.contains(attribute):
        checkReferences([text], attribute, node)
      case ("", "for") where element.isHTML && element.name == "output":
        checkReferences(Self.words(text), "for", node)
      case ("", let attribute) where element.isHTML: checkTarget(attribute, text, node, element)
      default: continue
      }
    }
  }

  private mutating func checkLanguage(_ language: String, _ node: Node) {
    let xml = "http://www.w3.org/XML/1998/namespace"
    guard let other = tree.attribute("lang", in: xml, of: node),
      other.lowercased() != language.lowercased()
    else { return }
    report(.languagesDiffer, node, "'lang' is '\(language)', 'xml:lang' is '\(other)'")
  }

  private mutating func checkReferences(_ found: [String], _ attribute: String, _ node: Node) {
    guard let missing = found.first(where: { ids[$0] == nil }) else { return }
    report(.idReferenceMissing, node, "'\(attribute)' leads to '\(missing)', which is not there")
  }

  private mutating func checkTarget(
    _ attribute: String, _ text: String, _ node: Node, _ element: ContentElement
  ) {
    for row in Self.targets
    where row.attribute == attribute && (row.element == nil || row.element == element.name) {
      if let target = ids[text], isControl(target, row.targets) { continue }
      let names = row.targets.sorted().map { "'\($0)'" }.joined(separator: ", ")
      report(
        .idReferenceOther, node, "'\(attribute)' leads to '\(text)', which is none of \(names)")
    }
  }

  private func isControl(_ target: Node, _ names: Set<String>) -> Bool {
    guard let name = tree.fullName(of: target), name.namespace == ContentElement.html,
      names.contains(name.local)
    else { return false }
    return name.local != "input" || value("type", target) != "hidden"
  }

  private mutating func checkActive(_ id: String, _ node: Node) {
    if let target = ids[id], target != node, tree.contains(node, target) { return }
    report(
      .idReferenceOther, node,
      "'aria-activedescendant' leads to '\(id)', which is not in the element")
  }

  private mutating func checkHeaders(_ text: String, _ node: Node) {
    let table = tree.ancestors(of: node).first { tree.isElement($0, "table") }
    let isFine = Self.words(text).allSatisfy { id in
      guard let target = ids[id], tree.isElement(target, "th"), let table else { return false }
      return tree.contains(table, target)
    }
    if !isFine {
      report(.idReferenceOther, node, "'headers' leads to what is no 'th' of the table")
    }
  }

  private mutating func checkItem(_ node: Node, _ element: ContentElement) {
    for row in Self.sources where row.elements.contains(element.name) && !has(row.attribute, node) {
      report(
        .itemWithoutSource, node,
        "'\(element.name)' has 'itemprop' and no '\(row.attribute)', which would be its value")
    }
  }

  static func words(_ text: String) -> [String] {
    // Nearly always one.
    if text.hasOnly({ !Datatype.isSpace($0) }) { return text.isEmpty ? [] : [text] }
    return text.utf8.split(whereSeparator: Datatype.isSpace).map { String(Substring($0)) }
  }
}
