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

  /// What is around an element.
  private struct Scope {
    /// The outermost `nav`.
    var nav: Node?
    var isTyped = false
    var isLandmarks = false
    var isList = false
    /// Whether the list is in a `nav` that has a type, and in one of landmarks.
    var isTypedList = false
    var isLandmarkList = false
  }

  private struct Landmark {
    let node: Node
    let nav: Node
    let target: String
    let types: Set<String>
    /// Whether the rules of landmarks are about it.
    let isJudged: Bool
  }

  private var landmarks: [Landmark] = []

  mutating func run() {
    var open: [Scope] = [Scope()]
    for event in tree.events {
      switch event {
      case .start(let node):
        var scope = open[open.count - 1]
        check(node, &scope)
        open.append(scope)
      case .end: open.removeLast()
      case .text, .instruction: break
      }
    }
    checkLandmarks()
  }

  private mutating func check(_ node: Node, _ scope: inout Scope) {
    guard tree.isElement(node, in: ContentElement.html) else { return }
    switch tree.name(of: node) {
    case "body": count(in: node)
    case "nav":
      scope.nav = scope.nav ?? node
      guard let type = type(of: node) else { return }
      let types = ContentConstraintCheck.words(type)
      check(nav: node, types)
      scope.isTyped = true
      if types.contains("landmarks") { scope.isLandmarks = true }
    case "ol":
      scope.isList = scope.nav != nil
      scope.isTypedList = scope.isTypedList || scope.isTyped
      scope.isLandmarkList = scope.isLandmarkList || scope.isLandmarks
    case "a":
      if scope.isList, let nav = scope.nav {
        note(landmark: node, nav, isJudged: scope.isLandmarkList)
      }
      if scope.isTypedList { checkText(node) }
    case "span": if scope.isTypedList { checkText(node) }
    case let name where Self.headings.contains(name): checkText(node)
    default: return
    }
  }

  private static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]

  private mutating func count(in body: Node) {
    let types = tree.descendants(of: body).filter { isHTML($0, "nav") }
      .map { type(of: $0).map(ContentConstraintCheck.words) ?? [] }
    func count(_ type: String) -> Int { types.count { $0.contains(type) } }
    if count("toc") != 1 {
      report(.tocNotOnce, body, "there are \(count("toc")) 'nav' elements of type 'toc'")
    }
    for type in ["page-list", "landmarks"] where count(type) > 1 {
      report(.navigationTwice, body, "there are \(count(type)) 'nav' elements of type '\(type)'")
    }
  }

  private mutating func check(nav: Node, _ types: [String]) {
    let isFlat = types.contains("page-list") || types.contains("landmarks")
    if isFlat {
      if tree.descendants(of: nav).count(where: { isHTML($0, "ol") }) != 1 {
        report(.navigationNested, nav)
      }
    } else if !types.contains("toc") {
      let first = tree.children(of: nav).first { tree.kind(of: $0) == .element }
      if !(first.map { node in Self.headings.contains { isHTML(node, $0) } } ?? false) {
        report(.navigationHeadingMissing, nav)
      }
    }
  }

  private mutating func note(landmark node: Node, _ nav: Node, isJudged: Bool) {
    let type = type(of: node)
    if isJudged, type == nil { report(.landmarkWithoutType, node) }
    let target = ContentConstraintCheck.words(tree.attribute("href", in: "", of: node) ?? "")
    landmarks.append(
      Landmark(
        node: node, nav: nav, target: target.joined(separator: " ").lowercased(),
        types: Self.tokens(type ?? ""), isJudged: isJudged))
  }

  /// The words as XPath parts them: before the first blank there is a word too, if an empty one.
  private static func tokens(_ type: String) -> Set<String> {
    let words = Set(ContentConstraintCheck.words(type.lowercased()))
    let ends = [type.utf8.first, type.utf8.last].compactMap(\.self)
    return ends.contains(where: Datatype.isSpace) ? words.union([""]) : words
  }

  private mutating func checkLandmarks() {
    struct Key: Hashable {
      let nav: Node
      let target: String
      let type: String
    }
    var counts: [Key: Int] = [:]
    for landmark in landmarks {
      for type in landmark.types {
        counts[Key(nav: landmark.nav, target: landmark.target, type: type), default: 0] += 1
      }
    }
    for landmark in landmarks where landmark.isJudged {
      let repeated = landmark.types.sorted().first { type in
        counts[Key(nav: landmark.nav, target: landmark.target, type: type), default: 0] > 1
      }
      if let repeated {
        report(.landmarkTwice, landmark.node, "another landmark '\(repeated)' leads there too")
      }
    }
  }

  /// Asks for text in an element, of its images directly in it, or in a label.
  private mutating func checkText(_ node: Node) {
    let isNamed =
      isLabelled(node) || tree.descendants(of: node).contains { isLabelled($0) }
      || tree.children(of: node).contains { isHTML($0, "img") && hasWords("alt", $0) }
      || tree.descendants(of: node).contains { isText($0) }
    if !isNamed {
      report(.navigationTextMissing, node, "'\(tree.name(of: node))' has no text")
    }
  }

  private func isLabelled(_ node: Node) -> Bool { hasWords("aria-label", node) }

  private func hasWords(_ attribute: String, _ node: Node) -> Bool {
    let text = tree.attribute(attribute, in: "", of: node)
    return text?.utf8.contains { !Datatype.isSpace($0) } ?? false
  }

  private func isText(_ node: Node) -> Bool {
    switch tree.kind(of: node) {
    case .text, .rawText: tree.bytes(of: node).contains { !Datatype.isSpace($0) }
    case .document, .element, .comment, .instruction: false
    }
  }

  private func isHTML(_ node: Node, _ name: String) -> Bool {
    tree.isElement(node, name, in: ContentElement.html)
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
