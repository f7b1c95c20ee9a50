internal import FanfoldMarkup

/// Titles in SVG documents contain words and HTML, and nothing else (EPUB 3.3 §6.2.4).
/// What stands directly in the title the grammar judges.
enum SVGTitleCheck {
  static let rules: [Rule] = [.titleForeign]

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let elements = SemanticElements(document.tree)
    for node in document.tree.descendants(of: document.tree.root) {
      guard let name = document.tree.fullName(of: node), isForeign(name.namespace),
        let parent = document.tree.parent(of: node),
        elements.isHTML(parent) || name.namespace == ContentNames.mathNamespace && isTitle(parent)
      else { continue }
      let isInTitle = document.tree.ancestors(of: node).contains(where: isTitle)
      guard isInTitle else { continue }
      findings.add(
        .titleForeign, at: document.place(of: node), "'\(name.local)' may not be in a title")
    }
    func isTitle(_ node: MarkupTree.Node) -> Bool {
      document.tree.fullName(of: node).map {
        $0.namespace == ContentNames.svgNamespace && $0.local == "title"
      } ?? false
    }
  }

  private static func isForeign(_ namespace: String) -> Bool {
    namespace == ContentNames.svgNamespace || namespace == ContentNames.mathNamespace
  }
}

extension Rule {
  static let titleForeign = Rule(
    "RSC-005", "svg-title-foreign", .error, "a title in SVG contains what is neither text nor HTML",
    help: "Write the title in words.", see: "EPUB 3.3 §6.2.4")
}
