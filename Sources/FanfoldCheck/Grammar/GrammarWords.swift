internal import FanfoldMarkup

/// Puts a violation into words: which element, in which, and what could be there instead.
struct GrammarWords {
  private let violation: GrammarViolation
  private let tree: MarkupTree

  /// More names than this say no more.
  private static let longestList = 8

  init(_ violation: GrammarViolation, in tree: MarkupTree) {
    self.violation = violation
    self.tree = tree
  }

  var message: String {
    let own = name(of: violation.node)
    switch violation.kind {
    case .elementNotAllowed:
      return "\(own) may not stand here in \(parent)" + instead(", where %s may come")
    case .misplacedParent: return "\(own) stands in \(parent), which may not be here"
    case .elementTooEarly:
      return "\(own) may not stand here in \(parent) yet" + instead(": first comes %s")
    case .attributeNotAllowed(let attribute):
      return "\(own) may not have the attribute '\(attribute)' here"
    case .attributeValue(let attribute):
      let value = tree.attribute(attribute, of: violation.node) ?? ""
      return "'\(value.prefix(60))' is no value for '\(attribute)' of \(own)"
        + instead(": it takes %s")
    case .attributesMissing: return "\(own) lacks an attribute" + instead(": %s")
    case .textNotAllowed: return "\(parent) may not have text here" + instead(", only %s")
    case .elementValue: return "\(own) has no such content" + instead(": it takes %s")
    case .elementIncomplete: return "\(own) is not complete" + instead(": %s is missing")
    }
  }

  private var parent: String {
    guard let parent = tree.parent(of: violation.node), parent != tree.root else {
      return "the document"
    }
    return name(of: parent)
  }

  private func name(of node: MarkupTree.Node) -> String {
    tree.fullName(of: node).map { "'\($0.qualified)'" } ?? "text"
  }

  private func instead(_ words: String) -> String {
    let names = violation.expected
    guard !names.isEmpty, names.count <= Self.longestList else { return "" }
    let list = names.map { $0.isEmpty ? "nothing" : "'\($0)'" }.joined(separator: " or ")
    let parts = words.split(separator: "%s", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.joined(separator: list)
  }
}
