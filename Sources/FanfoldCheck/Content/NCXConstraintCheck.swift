internal import FanfoldMarkup

/// The rules between the elements of an NCX (ANSI/NISO Z39.86-2005 §8.4).
struct NCXConstraintCheck {
  static let rules: [Rule] = [
    .pageTargetTwice, .playOrderStart, .playOrderGap, .playOrderTargets, .ncxLanguageTwice,
  ]

  private static let namespace = "http://www.daisy.org/z3986/2005/ncx/"

  private let document: JudgedDocument
  /// The elements with a play order: its text, its number, and where they lead.
  private var ordered: [(node: MarkupTree.Node, text: String, number: Double?, targets: [String])] =
    []
  private var labels: [MarkupTree.Node] = []
  private var pages: [MarkupTree.Node] = []

  private var tree: MarkupTree { document.tree }

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    guard document.xml.fault == nil else { return }
    IDCheck.check(in: document, &findings)
    let check = NCXConstraintCheck(document)
    check.checkPages(&findings)
    check.checkOrder(&findings)
    check.checkLanguages(&findings)
  }

  private init(_ document: JudgedDocument) {
    self.document = document
    for case .start(let node) in document.tree.events {
      if let order = tree.attribute("playOrder", of: node) {
        let targets = tree.children(of: node)
          .filter { isNCX($0, "content") }.compactMap { tree.attribute("src", of: $0) }
        ordered.append((node, order, Self.number(order), targets))
      }
      if isNCX(node, "navLabel") || isNCX(node, "navInfo") { labels.append(node) }
      if isNCX(node, "pageTarget") { pages.append(node) }
    }
  }

  /// XPath's `number`, which knows no exponents.
  private static func number(_ text: String) -> Double? {
    let digits = text.trimmingBlanks()
    let isDecimal = digits.utf8.allSatisfy {
      Datatype.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    return isDecimal ? Double(digits) : nil
  }

  private func isNCX(_ node: MarkupTree.Node, _ name: String) -> Bool {
    tree.isElement(node, name, in: Self.namespace)
  }

  private func checkPages(_ findings: inout Findings) {
    var counts: [String: Int] = [:]
    func key(_ node: MarkupTree.Node) -> String? {
      guard let value = tree.attribute("value", of: node),
        let type = tree.attribute("type", of: node)
      else { return nil }
      return type + "\n" + value
    }
    for page in pages { if let key = key(page) { counts[key, default: 0] += 1 } }
    for page in pages where tree.attribute("value", of: page) != nil {
      guard tree.parent(of: page).map({ isNCX($0, "pageList") }) == true else { continue }
      if key(page).map({ counts[$0] == 1 }) != true {
        findings.add(.pageTargetTwice, at: document.place(of: page))
      }
    }
  }

  private func checkOrder(_ findings: inout Findings) {
    let hasFirst = ordered.contains { $0.text == "1" }
    let numbers = Set(ordered.compactMap(\.number))
    var targets: [Double: Set<String>] = [:]
    var orders: [String: Set<Double>] = [:]
    // What is no number differs from every number, and from itself.
    var unordered: Set<String> = []
    for entry in ordered {
      guard let number = entry.number else {
        unordered.formUnion(entry.targets)
        continue
      }
      targets[number, default: []].formUnion(entry.targets)
      for target in entry.targets { orders[target, default: []].insert(number) }
    }
    for entry in ordered {
      let place = document.place(of: entry.node)
      let isTop = tree.parent(of: entry.node) == tree.root
      if !hasFirst, !isTop { findings.add(.playOrderStart, at: place) }
      if let number = entry.number {
        if number > 1, !numbers.contains(number - 1) { findings.add(.playOrderGap, at: place) }
        if !entry.targets.isEmpty, targets[number, default: []].count > 1 {
          findings.add(.playOrderTargets, at: place, "the same playOrder leads to two places")
        }
      }
      if entry.targets.contains(where: {
        unordered.contains($0) || orders[$0, default: []].count > 1
      }) {
        findings.add(.playOrderTargets, at: place, "two values of playOrder lead to the same place")
      }
    }
  }

  private func checkLanguages(_ findings: inout Findings) {
    struct Key: Hashable {
      let parent: MarkupTree.Node?
      let name: String
      let language: String
    }
    func key(_ node: MarkupTree.Node) -> Key? {
      tree.attribute("lang", in: PackageReader.xmlNamespace, of: node).map {
        Key(parent: tree.parent(of: node), name: tree.name(of: node), language: $0)
      }
    }
    let counts = labels.compactMap(key).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    for label in labels {
      guard let key = key(label), counts[key, default: 0] > 1 else { continue }
      findings.add(
        .ncxLanguageTwice, at: document.place(of: label), "two \(key.name) are in '\(key.language)'"
      )
    }
  }
}

extension Rule {
  static let pageTargetTwice = Rule(
    "RSC-005", "page-target-twice", .error, "two page targets have the same type and value",
    help: "Number each page once.", see: "Z39.86-2005 §8.4.7")
  static let playOrderStart = Rule(
    "RSC-005", "play-order-start", .error, "no playOrder is 1",
    help: "Begin counting with 1.", see: "Z39.86-2005 §8.4.2")
  static let playOrderGap = Rule(
    "RSC-005", "play-order-gap", .error, "there is a gap in the sequence of playOrder",
    help: "Count without gaps.", see: "Z39.86-2005 §8.4.2")
  static let playOrderTargets = Rule(
    "RSC-005", "play-order-targets", .error, "playOrder and targets do not go together",
    help: "Give all that lead to one place one playOrder.", see: "Z39.86-2005 §8.4.2")
  static let ncxLanguageTwice = Rule(
    "RSC-005", "ncx-language-twice", .error, "two labels of one entry are in the same language",
    help: "Keep one for each language.", see: "Z39.86-2005 §8.4.4")
}
