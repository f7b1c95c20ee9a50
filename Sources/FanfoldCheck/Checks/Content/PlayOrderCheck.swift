internal import FanfoldMarkup

/// Rules between the elements of an NCX: its ids, and the order in which its targets are read
/// (Z39.86 §8.4.3).
struct PlayOrderCheck {
  static let rules: [Rule] = [.playOrderDiffers, .playOrderShared, .playOrderStart, .playOrderGap]

  private struct Target {
    let node: MarkupTree.Node
    let order: Int?
    let source: String?
  }

  private let document: JudgedDocument
  private(set) var findings: [Finding] = []

  init(_ document: JudgedDocument) {
    self.document = document
  }

  mutating func run() {
    for (id, node) in DocumentIDs(document.tree).repeated {
      report(.idRepeated, node, "the id '\(id)' is there twice")
    }
    let targets = targets()
    let orders = Set(targets.map(\.order))
    let bySource = Dictionary(grouping: targets) { $0.source ?? "" }
      .mapValues { Set($0.map(\.order)) }
    let byOrder = Dictionary(grouping: targets) { $0.order }
      .mapValues { Set($0.map { $0.source ?? "" }) }
    let first = orders.compactMap { $0 }.min()
    for target in targets {
      let turns = bySource[target.source ?? "", default: []].count
      // What is no number is equal to nothing, not even to itself.
      if turns > 1 || target.order == nil { report(.playOrderDiffers, target.node) }
      if target.source != nil, byOrder[target.order, default: []].count > 1 {
        report(.playOrderShared, target.node)
      }
      guard let order = target.order, order != first else {
        if !orders.contains(1) { report(.playOrderStart, target.node) }
        continue
      }
      if order != 1, !orders.contains(order - 1) { report(.playOrderGap, target.node) }
    }
  }

  private func targets() -> [Target] {
    let tree = document.tree
    let names: Set<String> = ["navPoint", "navTarget", "pageTarget"]
    return tree.descendants(of: tree.root).compactMap { node in
      guard names.contains(tree.name(of: node)),
        tree.fullName(of: node)?.namespace == "http://www.daisy.org/z3986/2005/ncx/",
        let order = tree.attribute("playOrder", in: "", of: node)
      else { return nil }
      let content = tree.children(of: node).first { tree.isElement($0, "content") }
      let source = content.flatMap { tree.attribute("src", in: "", of: $0) }
      return Target(node: node, order: Int(order), source: source)
    }
  }

  private mutating func report(
    _ rule: Rule, _ node: MarkupTree.Node, _ message: String? = nil
  ) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}

extension Rule {
  static let playOrderDiffers = Rule(
    "RSC-005", "play-order-differs", .error, "two entries lead to one place, in different turns",
    help: "Give them the same playOrder.", see: "Z39.86-2005 §8.4.3")
  static let playOrderShared = Rule(
    "RSC-005", "play-order-shared", .error, "two entries lead to two places in the same turn",
    help: "Give each a playOrder of its own.", see: "Z39.86-2005 §8.4.3")
  static let playOrderStart = Rule(
    "RSC-005", "play-order-start", .error, "the first playOrder is not 1",
    help: "Count from 1, or leave playOrder out.", see: "Z39.86-2005 §8.4.3")
  static let playOrderGap = Rule(
    "RSC-005", "play-order-gap", .error, "a playOrder is skipped",
    help: "Count without gaps, or leave playOrder out.", see: "Z39.86-2005 §8.4.3")
}
