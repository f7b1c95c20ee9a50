internal import FanfoldMarkup

/// What a data navigation document must contain, and how regions of pages are listed in it (EPUB
/// Region-Based Navigation 1.0 §2).
struct DataNavigationCheck {
  typealias Node = MarkupTree.Node

  static let rules: [Rule] = [
    .dataNavigationUntyped, .regionListMissing, .regionItemStart, .regionItemRest, .regionPair,
    .regionLabel,
  ]

  let document: JudgedDocument
  private(set) var findings: [Finding] = []

  init(_ document: JudgedDocument) {
    self.document = document
  }

  private var tree: MarkupTree { document.tree }

  mutating func run() {
    let elements = SemanticElements(tree)
    for node in elements.inside(tree.root) {
      let around = Array(elements.around(node))
      if elements.isHTML(node, ["nav"]) {
        let type = elements.typeText(of: node) ?? ""
        if ContentConstraintCheck.words(type).isEmpty,
          !around.contains(where: { elements.isHTML($0, ["nav"]) })
        {
          report(.dataNavigationUntyped, node)
        }
        if elements.has("region-based", node) { check(list: node, elements) }
      }
      let isRegion = around.contains {
        elements.isHTML($0, ["nav"]) && elements.has("region-based", $0)
      }
      if isRegion { check(part: node, elements) }
    }
  }

  private mutating func check(list nav: Node, _ elements: SemanticElements) {
    let all = tree.children(of: nav).filter { tree.kind(of: $0) == .element }
    if all.count != 1 || !elements.isHTML(all[0], ["ol"]) { report(.regionListMissing, nav) }
  }

  private mutating func check(part node: Node, _ elements: SemanticElements) {
    let parts = elements.children(of: node)
    switch tree.name(of: node) {
    case "li":
      if !(parts.first.map { elements.isHTML($0, ["a", "span"]) } ?? false) {
        report(.regionItemStart, node)
      }
      if parts.count > 1, parts.count != 2 || !elements.isHTML(parts[1], ["ol"]) {
        report(.regionItemRest, node)
      }
    case "span":
      let links = parts.count { elements.isHTML($0, ["a"]) }
      if parts.count != 2 || links != 2 { report(.regionPair, node) }
    case "a" where !tree.text(of: node).allSatisfy(\.isWhitespace): report(.regionLabel, node)
    default: return
    }
  }

  private mutating func report(_ rule: Rule, _ node: Node) {
    findings.append(Finding(rule, at: document.place(of: node), rule.summary))
  }
}

extension Rule {
  static let dataNavigationUntyped = Rule(
    "RSC-005", "data-navigation-untyped", .error, "a list of data does not say what it is",
    help: "Add an epub:type to the 'nav'.", see: "EPUB Region-Based Navigation 1.0 §2")
  static let regionListMissing = Rule(
    "RSC-005", "region-list-missing", .error, "the regions are not in one list",
    help: "Put one 'ol' into the 'nav'.", see: "EPUB Region-Based Navigation 1.0 §2.2")
  static let regionItemStart = Rule(
    "RSC-005", "region-item-start", .error, "an item does not begin with a link or a pair of links",
    help: "Begin it with an 'a' or a 'span'.", see: "EPUB Region-Based Navigation 1.0 §2.2")
  static let regionItemRest = Rule(
    "RSC-005", "region-item-rest", .error, "an item has more behind its link than one list",
    help: "Leave one 'ol'.", see: "EPUB Region-Based Navigation 1.0 §2.2")
  static let regionPair = Rule(
    "RSC-005", "region-pair", .error, "a pair of links is not two links",
    help: "Put two 'a' into the 'span'.", see: "EPUB Region-Based Navigation 1.0 §2.2")
  static let regionLabel = Rule(
    "RSC-017", "region-label", .warning, "a link to a region has words, which nobody sees",
    help: "Leave the link empty.", see: "EPUB Region-Based Navigation 1.0 §2.2")
}
