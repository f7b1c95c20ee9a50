internal import FanfoldMarkup

/// The ranks that headings must have in a document of EDUPUB: one deeper with each section, from
/// the rank of the first one (EPUB 3 EDUPUB Profile §3.3).
struct EducationHeadings {
  typealias Node = MarkupTree.Node

  static let names: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  static let sections: Set<String> = ["section", "article", "aside", "nav"]

  private let elements: SemanticElements
  /// The rank that a heading in no section would have.
  private let outermost: Double

  init(_ elements: SemanticElements, body: Node?) {
    self.elements = elements
    guard let body else {
      outermost = 1
      return
    }
    let children = elements.children(of: body)
    let isSection = children.contains { !elements.isHTML($0, ["article", "section"]) }
    var (rank, nesting) = (1.0, 0.0)
    let isLabelled = !Self.words(elements.tree.attribute("aria-label", of: body) ?? "").isEmpty
    if !isLabelled, let topmost = Self.topmost(elements, in: body) {
      rank = Self.rank(of: topmost, elements)
      let isInSection = elements.around(topmost).contains {
        elements.isHTML($0, ["section", "article", "nav"])
      }
      nesting = isInSection ? 1 : 0
    }
    outermost = isSection ? rank - nesting : rank - 1
  }

  private static func topmost(_ elements: SemanticElements, in body: Node) -> Node? {
    elements.inside(body).first { node in
      guard isHeading(node, elements) else { return false }
      let around = elements.around(node).map { elements.tree.name(of: $0) }
      return !around.contains { $0 == "aside" || $0 == "nav" }
        && around.count { $0 == "section" || $0 == "article" } <= 1
    }
  }

  static func isHeading(_ node: Node, _ elements: SemanticElements) -> Bool {
    elements.isHTML(node, names) || elements.tree.attribute("role", of: node) == "heading"
  }

  /// The rank that a heading has; none that can be compared when its level is no number.
  func rank(of node: Node) -> Double { Self.rank(of: node, elements) }

  /// The rank that a heading should have where it stands, without regard to there being six only.
  func expectedRank(of node: Node) -> Double {
    outermost + Double(elements.around(node).count { elements.isHTML($0, Self.sections) })
  }

  private static func rank(of node: Node, _ elements: SemanticElements) -> Double {
    guard elements.tree.attribute("role", of: node) == "heading" else {
      return Double(elements.tree.name(of: node).dropFirst()) ?? .nan
    }
    guard let level = elements.tree.attribute("aria-level", of: node) else { return 2 }
    return Double(words(level)) ?? .nan
  }

  /// A text with single spaces, and none around it.
  static func words(_ text: String) -> String {
    ContentConstraintCheck.words(text).joined(separator: " ")
  }
}
