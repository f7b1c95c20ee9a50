internal import FanfoldMarkup

/// What a dictionary must contain (EPUB Dictionaries and Glossaries 1.0 §2.2).
struct DictionaryContentCheck {
  typealias Node = MarkupTree.Node

  static let rules: [Rule] = [
    .dictionaryWithoutEntries, .dictionaryEntryWithoutTerm, .dictionaryElement,
    .dictionaryPartMissing,
  ]

  private let document: JudgedDocument
  private let elements: SemanticElements
  private var findings: [Finding] = []

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    var check = DictionaryContentCheck(document)
    for node in check.elements.inside(document.tree.root) { check.check(node) }
    findings.add(contentsOf: check.findings)
  }

  private init(_ document: JudgedDocument) {
    self.document = document
    elements = SemanticElements(document.tree)
  }

  private var tree: MarkupTree { document.tree }

  /// The types that are for certain elements only.
  private static let names: [(type: String, names: Set<String>)] = [
    ("dictionary", ["body", "section"]), ("dictentry", ["article"]),
    ("condensed-entry", ["aside"]), ("part-of-speech-list", ["ol"]), ("sense-list", ["ol"]),
    ("idiom", ["dfn"]), ("phrase-list", ["ol", "ul"]),
  ]

  private mutating func check(_ node: Node) {
    let parent = tree.parent(of: node)
    let isInDictionary = parent.map { elements.has("dictionary", $0) } ?? false
    let isEntry = isInDictionary && elements.isHTML(node, ["article"])
    let isListed = elements.isHTML(node, ["li"])
    if elements.typeText(of: node) != nil { checkTypes(node) }
    if isEntry || elements.has("dictentry", node), !hasTerm(node) {
      report(.dictionaryEntryWithoutTerm, node)
    }
    if elements.has("part-of-speech-group", node)
      || isListed && parent.map({ isList($0, "part-of-speech-list", ["ol"]) }) == true,
      !hasPartOfSpeech(node)
    {
      report(.dictionaryPartMissing, node, "no part of speech is given")
    }
    if elements.has("phrase-group", node)
      || isListed && parent.map({ elements.has("phrase-list", $0) }) == true,
      !elements.inside(node).contains(where: { elements.has(["example", "idiom"], $0) })
    {
      report(.dictionaryPartMissing, node, "there is neither an idiom nor an example")
    }
  }

  private mutating func checkTypes(_ node: Node) {
    for (type, names) in Self.names
    where elements.has(type, node) && !elements.isHTML(node, names) {
      report(
        .dictionaryElement, node,
        "'\(type)' is for '\(names.sorted().joined(separator: "' and '"))' only")
    }
    if elements.has("dictionary", node),
      !elements.children(of: node).contains(where: { elements.isHTML($0, ["article"]) })
    {
      report(.dictionaryWithoutEntries, node)
    }
    if elements.has("tran-info", node),
      let parent = tree.parent(of: node),
      !elements.children(of: parent).contains(where: { elements.has("tran", $0) })
    {
      report(.dictionaryPartMissing, node, "there is no translation beside 'tran-info'")
    }
    if elements.has("condensed-entry", node) { checkCondensed(node) }
  }

  private mutating func checkCondensed(_ node: Node) {
    let entry = tree.parent(of: node)
    let isInEntry =
      entry.map { elements.isHTML($0, ["article"]) } == true
      && entry.flatMap { tree.parent(of: $0) }.map { elements.has("dictionary", $0) } == true
    if !isInEntry {
      report(.dictionaryElement, node, "'condensed-entry' is for children of entries only")
    }
    let hidden = tree.attribute("hidden", in: "", of: node)?.lowercased()
    if hidden != "", hidden != "hidden" {
      report(.dictionaryElement, node, "'condensed-entry' is not hidden")
    }
  }

  private func isList(_ node: Node, _ type: String, _ names: Set<String>) -> Bool {
    elements.has(type, node) && elements.isHTML(node, names)
  }

  /// Whether an entry has a term that is not in its condensed form.
  private func hasTerm(_ entry: Node) -> Bool {
    elements.inside(entry).contains { term in
      elements.isHTML(term, ["dfn"])
        && !elements.around(term).contains { elements.has("condensed-entry", $0) }
    }
  }

  /// Whether a part of speech is among what belongs to a group directly.
  private func hasPartOfSpeech(_ group: Node) -> Bool {
    elements.inside(group).contains { part in
      guard elements.has("part-of-speech", part) else { return false }
      let owner = elements.around(part).first {
        elements.typeText(of: $0) != nil || elements.isHTML($0, ["li"])
      }
      return owner == group
    }
  }

  private mutating func report(_ rule: Rule, _ node: Node, _ message: String? = nil) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}

extension Rule {
  static let dictionaryWithoutEntries = Rule(
    "RSC-005", "dictionary-without-entries", .error, "a dictionary has no entries",
    help: "Put each entry into an 'article'.",
    see: "EPUB Dictionaries and Glossaries 1.0 §2.2.1")
  static let dictionaryEntryWithoutTerm = Rule(
    "RSC-005", "dictionary-entry-without-term", .error,
    "an entry of a dictionary has no term that it explains",
    help: "Put the term into a 'dfn'.", see: "EPUB Dictionaries and Glossaries 1.0 §2.2.2")
  static let dictionaryElement = Rule(
    "RSC-005", "dictionary-element", .error,
    "a part of a dictionary is an element that it cannot be",
    help: "Use the element that the type is for.",
    see: "EPUB Dictionaries and Glossaries 1.0 §2.2")
  static let dictionaryPartMissing = Rule(
    "RSC-005", "dictionary-part-missing", .error, "a part of a dictionary's entry is missing",
    help: "Add it, or leave the type out.", see: "EPUB Dictionaries and Glossaries 1.0 §2.2")
}
