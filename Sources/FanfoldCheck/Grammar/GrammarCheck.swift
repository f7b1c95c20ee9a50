internal import FanfoldMarkup

/// Says where a document leaves the grammar of its kind.
enum GrammarCheck {
  static let rules: [Rule] = [
    .childNotAllowed, .childTooEarly, .attributeNotAllowed, .attributeValue, .attributeMissing,
    .textNotAllowed, .contentValue, .elementIncomplete,
  ]

  static func check(
    _ document: JudgedDocument, _ kind: GrammarKind, _ desk: Desk,
    _ findings: inout Findings
  ) {
    guard document.root != nil else { return }
    for violation in desk.violations(of: document.tree, kind) {
      report(violation, in: document, &findings)
    }
  }

  private static func report(
    _ violation: GrammarViolation, in document: JudgedDocument, _ findings: inout Findings
  ) {
    let node = violation.node
    let words = GrammarWords(violation, in: document.tree)
    switch violation.kind {
    case .elementNotAllowed:
      findings.add(.childNotAllowed, at: document.place(of: node), words.message)
    case .misplacedParent:
      findings.add(.childNotAllowed, at: document.endPlace(of: node), words.message)
    case .elementTooEarly:
      findings.add(.childTooEarly, at: document.place(of: node), words.message)
    case .attributeNotAllowed:
      findings.add(.attributeNotAllowed, at: document.place(of: node), words.message)
    case .attributeValue:
      findings.add(.attributeValue, at: document.place(of: node), words.message)
    case .attributesMissing:
      findings.add(.attributeMissing, at: document.place(of: node), words.message)
    case .elementValue:
      findings.add(.contentValue, at: document.endPlace(of: node), words.message)
    case .elementIncomplete:
      findings.add(.elementIncomplete, at: document.endPlace(of: node), words.message)
    case .textNotAllowed:
      for offset in offsets(of: node, in: document) {
        findings.add(.textNotAllowed, at: document.place(at: offset), words.message)
      }
    }
  }

  /// A text is reported once for each run in which a parser hands it out.
  private static func offsets(of node: MarkupTree.Node, in document: JudgedDocument) -> [Int] {
    let tree = document.tree
    guard tree.kind(of: node) != .element else { return [tree.readOffset(of: node)] }
    return document.xml.places.runs(from: tree.startOffset(of: node))
  }
}

extension Rule {
  static let childNotAllowed = Rule(
    "RSC-005", "child-not-allowed", .error, "an element stands where it may not",
    help: "Take it out, or put it where it belongs.", see: "EPUB 3.3 §6.1.2")
  static let childTooEarly = Rule(
    "RSC-005", "child-too-early", .error, "an element stands before one that has to come first",
    help: "Add what is missing before it.", see: "EPUB 3.3 §6.1.2")
  static let attributeNotAllowed = Rule(
    "RSC-005", "attribute-not-allowed", .error, "an element has an attribute it may not have",
    help: "Take the attribute out.", see: "EPUB 3.3 §6.1.2")
  static let attributeValue = Rule(
    "RSC-005", "attribute-value", .error, "an attribute has a value it may not have",
    help: "Give it a value of the kind it takes.", see: "EPUB 3.3 §6.1.2")
  static let attributeMissing = Rule(
    "RSC-005", "attribute-missing", .error, "an element lacks an attribute it has to have",
    help: "Add the attribute.", see: "EPUB 3.3 §6.1.2")
  static let textNotAllowed = Rule(
    "RSC-005", "text-not-allowed", .error, "text stands where only elements may",
    help: "Put it into an element that takes text.", see: "EPUB 3.3 §6.1.2")
  static let contentValue = Rule(
    "RSC-005", "content-value", .error, "an element contains a value it may not have",
    help: "Give it a value of the kind it takes.", see: "EPUB 3.3 §5.5")
  static let elementIncomplete = Rule(
    "RSC-005", "element-incomplete", .error, "an element ends before all is in it that has to be",
    help: "Add what is missing.", see: "EPUB 3.3 §6.1.2")
}
