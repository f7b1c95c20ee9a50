internal import FanfoldMarkup

/// Rules between the elements of a navigation document (EPUB 3.3 §7.4).
struct NavigationConstraintCheck {
  typealias Node = MarkupTree.Node

  static let rules: [Rule] = [
    .tocNotOnce, .navigationTwice, .navigationHeadingMissing, .navigationTextMissing,
    .landmarkWithoutType, .landmarkTwice, .navigationNested,
  ]

  let document: JudgedDocument
  var findings: [Finding] = []

  init(_ document: JudgedDocument) {
    self.document = document
  }

  private var tree: MarkupTree { document.tree }

  mutating func run() {
    var body: Node?
    var navs: [(node: Node, types: [String])] = []
    for node in tree.descendants(of: tree.root) {
      if body == nil, isHTML(node, "body") { body = node }
      guard isHTML(node, "nav"), let type = type(of: node) else { continue }
      navs.append((node, ContentConstraintCheck.words(type)))
    }
    if let body { count(navs.map(\.types), at: body) }
    for nav in navs { check(nav.node, nav.types) }
  }

  private mutating func count(_ types: [[String]], at body: Node) {
    func count(_ type: String) -> Int { types.count { $0.contains(type) } }
    if count("toc") != 1 {
      report(.tocNotOnce, body, "there are \(count("toc")) 'nav' elements of type 'toc'")
    }
    for type in ["page-list", "landmarks"] where count(type) > 1 {
      report(.navigationTwice, body, "there are \(count(type)) 'nav' elements of type '\(type)'")
    }
  }

  private mutating func check(_ nav: Node, _ types: [String]) {
    let isFlat = types.contains("page-list") || types.contains("landmarks")
    let first = tree.children(of: nav).first { tree.kind(of: $0) == .element }
    if !isFlat, !types.contains("toc"), first.map({ !isHeading($0) }) ?? true {
      report(.navigationHeadingMissing, nav)
    }
    var lists = 0
    for node in tree.descendants(of: nav) where tree.kind(of: node) == .element {
      if isHTML(node, "ol") { lists += 1 }
      let isLabel = lists > 0 && (isHTML(node, "a") || isHTML(node, "span"))
      if isLabel || isHeading(node), !hasText(node) {
        report(.navigationTextMissing, node, "'\(tree.name(of: node))' has no text")
      }
    }
    if isFlat, lists != 1 { report(.navigationNested, nav) }
    if types.contains("landmarks") { checkLandmarks(nav) }
  }

  private mutating func checkLandmarks(_ nav: Node) {
    struct Landmark: Hashable {
      let type: String
      let target: String
    }
    var found: [(key: Landmark, node: Node)] = []
    for node in tree.descendants(of: nav) where isHTML(node, "a") {
      guard let type = type(of: node) else {
        report(.landmarkWithoutType, node)
        continue
      }
      let target = ContentConstraintCheck.words(tree.attribute("href", in: "", of: node) ?? "")
      let kind = ContentConstraintCheck.words(type.lowercased()).joined(separator: " ")
      found.append((Landmark(type: kind, target: target.joined(separator: " ").lowercased()), node))
    }
    let counts = found.reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
    for landmark in found where counts[landmark.key, default: 0] > 1 {
      report(
        .landmarkTwice, landmark.node, "another landmark '\(landmark.key.type)' leads there too")
    }
  }

  private func hasText(_ node: Node) -> Bool {
    if let label = tree.attribute("aria-label", in: "", of: node), !Self.isBlank(label) {
      return true
    }
    return tree.descendants(of: node).contains {
      switch tree.kind(of: $0) {
      case .text, .rawText: return tree.bytes(of: $0).contains { !Datatype.isSpace($0) }
      case .element:
        return isHTML($0, "img")
          && tree.attribute("alt", in: "", of: $0).map { !Self.isBlank($0) } == true
      case .document, .comment, .instruction: return false
      }
    }
  }

  private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  private func isHeading(_ node: Node) -> Bool {
    ["h1", "h2", "h3", "h4", "h5", "h6", "hgroup"].contains { isHTML(node, $0) }
  }

  private func isHTML(_ node: Node, _ name: String) -> Bool {
    tree.isElement(node, name) && tree.fullName(of: node)?.namespace == ContentElement.html
  }

  private func type(of node: Node) -> String? {
    tree.attribute("type", in: ContentElement.epub, of: node)
  }

  private mutating func report(_ rule: Rule, _ node: Node, _ message: String? = nil) {
    findings.append(Finding(rule, at: document.place(of: node), message ?? rule.summary))
  }
}

extension Rule {
  static let tocNotOnce = Rule(
    "RSC-005", "toc-not-once", .error, "there is not exactly one table of contents",
    help: "Give one 'nav' the epub:type 'toc'.", see: "EPUB 3.3 §7.4.1")
  static let navigationTwice = Rule(
    "RSC-005", "navigation-twice", .error, "there are two lists of the same kind",
    help: "Put them into one.", see: "EPUB 3.3 §7.4")
  static let navigationHeadingMissing = Rule(
    "RSC-005", "navigation-heading-missing", .error, "a list of its own kind has no heading",
    help: "Begin the 'nav' with a heading.", see: "EPUB 3.3 §7.4.4")
  static let navigationTextMissing = Rule(
    "RSC-005", "navigation-text-missing", .error, "a link or heading has no text",
    help: "Write what it is called.", see: "EPUB 3.3 §7.3")
  static let landmarkWithoutType = Rule(
    "RSC-005", "landmark-without-type", .error, "a landmark does not say what it is",
    help: "Add an epub:type to the link.", see: "EPUB 3.3 §7.4.3")
  static let landmarkTwice = Rule(
    "RSC-005", "landmark-twice", .error, "two landmarks of one kind lead to the same place",
    help: "Leave one of them.", see: "EPUB 3.3 §7.4.3")
  static let navigationNested = Rule(
    "RSC-017", "navigation-nested", .warning,
    "a list of pages or landmarks is not one flat list",
    help: "Put all links into one 'ol'.", see: "EPUB 3.3 §7.4.2")
}
