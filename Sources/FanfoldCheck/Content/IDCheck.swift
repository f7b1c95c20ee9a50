internal import FanfoldMarkup

/// Whether each id of a document is there once.
enum IDCheck {
  /// The ids in attributes of that name.
  static func check(
    _ attribute: String = "id", in document: JudgedDocument, _ findings: inout Findings
  ) {
    guard document.xml.fault == nil, !document.isGivenUp else { return }
    let tree = document.tree
    var places: [String: [MarkupTree.Node]] = [:]
    for case .start(let node) in tree.events {
      guard let id = tree.attribute(attribute, of: node) else { continue }
      places[id.normalizingBlanks(), default: []].append(node)
    }
    for (id, nodes) in places.sorted(by: { $0.value[0] < $1.value[0] }) where nodes.count > 1 {
      for node in nodes {
        findings.add(.idTwice, at: document.place(of: node), "the id '\(id)' is there twice")
      }
    }
  }
}
