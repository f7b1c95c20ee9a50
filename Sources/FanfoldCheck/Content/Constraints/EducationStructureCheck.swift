internal import FanfoldMarkup

/// How documents of EDUPUB are divided into sections, and how these are headed (EPUB 3 EDUPUB
/// Profile §3.3).
struct EducationStructureCheck {
  typealias Node = MarkupTree.Node

  static let rules: [Rule] = [
    .educationHeadingMissing, .educationHeadingRepeated, .educationHeadingEmpty,
    .educationLabelEmpty, .educationLabelRepeats, .educationHeadingQuoted, .educationHeadingRank,
    .educationSectionOrder, .educationSubtitle,
  ]

  let document: JudgedDocument
  private let elements: SemanticElements
  private let headings: EducationHeadings
  private(set) var findings: [Finding] = []

  init(_ document: JudgedDocument) {
    self.document = document
    let elements = SemanticElements(document.tree)
    self.elements = elements
    let body = elements.inside(document.tree.root).first { elements.isHTML($0, ["body"]) }
    headings = EducationHeadings(elements, body: body)
  }

  private var tree: MarkupTree { document.tree }

  mutating func run() {
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .element {
      if elements.isHTML(node) { check(node) }
      checkOrder(node)
    }
  }

  private mutating func check(_ node: Node) {
    if elements.isHTML(node, ["body"]), isImpliedSection(node) {
      check(section: node, headings: ownHeadings(of: node, in: nil))
    } else if elements.isHTML(node, ["section", "article"]) {
      check(section: node, headings: ownHeadings(of: node, in: node))
    } else if EducationHeadings.isHeading(node, elements) {
      check(heading: node)
    } else if elements.isHTML(node, ["p"]), elements.typeText(of: node) == "subtitle" {
      check(subtitle: node)
    }
  }

  private func isImpliedSection(_ body: Node) -> Bool {
    elements.children(of: body).contains { !elements.isHTML($0, EducationHeadings.sections) }
  }

  /// The headings in a node whose nearest section is the one given.
  private func ownHeadings(of node: Node, in section: Node?) -> [Node] {
    elements.inside(node).filter { heading in
      guard EducationHeadings.isHeading(heading, elements) else { return false }
      let nearest = elements.around(heading).first {
        elements.isHTML($0, EducationHeadings.sections)
      }
      guard let nearest, let section, nearest != section else { return nearest == section }
      // EPUBCheck compares what is in them, so a section of sections only shares their headings.
      return tree.text(of: nearest) == tree.text(of: section)
    }
  }

  private mutating func check(section: Node, headings own: [Node]) {
    let label = tree.attribute("aria-label", of: section).map(EducationHeadings.words)
    if label == "" { report(.educationLabelEmpty, section) }
    if own.isEmpty, label ?? "" == "" {
      report(.educationHeadingMissing, section, "'\(tree.name(of: section))' has no heading")
    }
    if own.count > 1 {
      report(
        .educationHeadingRepeated, section,
        "'\(tree.name(of: section))' has \(own.count) headings")
    }
    if own.count == 1, isEmpty(own[0]) { report(.educationHeadingEmpty, section) }
    if let label, label == EducationHeadings.words(own.first.map(tree.text) ?? "") {
      report(.educationLabelRepeats, section)
    }
  }

  /// Whether a heading says nothing, not even to those who cannot see it.
  private func isEmpty(_ heading: Node) -> Bool {
    let images = elements.children(of: heading).filter { elements.isHTML($0, ["img"]) }
    let labelled = [heading] + tree.descendants(of: heading)
    let texts =
      [tree.text(of: heading)] + images.compactMap { tree.attribute("alt", of: $0) }
      + labelled.compactMap { tree.attribute("aria-label", of: $0) }
    return texts.allSatisfy { EducationHeadings.words($0).isEmpty }
  }

  private mutating func check(heading: Node) {
    if elements.around(heading).contains(where: {
      elements.isHTML($0, ["figure", "blockquote"])
    }) {
      report(.educationHeadingQuoted, heading)
    }
    let (rank, expected) = (headings.rank(of: heading), headings.expectedRank(of: heading))
    if expected < 6, rank != expected {
      report(
        .educationHeadingRank, heading,
        "the heading is of rank \(Self.words(rank)) where \(Self.words(expected)) belongs")
    } else if expected > 5, rank < 6 {
      report(.educationHeadingRank, heading, "so deep a heading has to be of rank 6")
    }
  }

  private static func words(_ rank: Double) -> String {
    rank.isFinite ? String(Int(rank)) : "unknown"
  }

  private mutating func check(subtitle: Node) {
    let isBehindHeading = tree.parent(of: subtitle).map { parent in
      elements.children(of: parent).contains {
        $0 < subtitle && elements.isHTML($0, EducationHeadings.names)
      }
    }
    guard isBehindHeading == true,
      !elements.around(subtitle).contains(where: { elements.isHTML($0, ["header"]) })
    else { return }
    report(.educationSubtitle, subtitle)
  }

  /// Behind a section there may only be sections.
  private mutating func checkOrder(_ node: Node) {
    guard !elements.isHTML(node, ["section"]), let parent = tree.parent(of: node),
      elements.isHTML(parent, ["body", "section"])
    else { return }
    let isBehind = tree.children(of: parent).contains {
      $0 < node && elements.isHTML($0, ["section"])
    }
    if isBehind { report(.educationSectionOrder, node) }
  }

  private mutating func report(_ rule: Rule, _ node: Node, _ message: String? = nil) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}
