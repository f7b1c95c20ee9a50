internal import FanfoldMarkup
internal import FanfoldStory

/// What style sheets do to classes: hide them with `display: none`, which Royal Road uses to plant sentences that only
/// thieves copy, or set them in italics, bold or in the middle, as word processors and makers of books do.
struct PageStyles {
  private var classes: Set<String> = []
  private var marks: [String: [Manuscript.Mark.Style]] = [:]
  private var alignments: [String: Block.Alignment] = [:]
  /// What the page's scripts show.
  private var shown: Set<MarkupTree.Node> = []

  init(_ tree: MarkupTree) {
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .rawText {
      guard let parent = tree.parent(of: node), tree.isElement(parent, "style") else { continue }
      read(String(decoding: tree.bytes(of: node), as: UTF8.self))
    }
  }

  /// Takes the rules of a style sheet whose selectors say no more than one class, with its element or without.
  mutating func read(_ sheet: String) {
    for rule in sheet.split(separator: "}") {
      let parts = rule.split(separator: "{")
      guard parts.count >= 2, let selectors = parts.dropLast().last, let last = parts.last else {
        continue
      }
      let body = Folding.lowercased(Array(last.utf8)[...]).filter { !$0.isWhitespace }
      let isHidden = body.holds("display:none") || body.holds("speak:never")
      let found = InlineStyle.marks(ofRules: body)
      let alignment = InlineStyle.alignment(ofRules: body)
      guard isHidden || !found.isEmpty || alignment != nil else { continue }
      for selector in selectors.split(separator: ",") {
        guard let name = Self.className(selector) else { continue }
        if isHidden { classes.insert(name) }
        if !found.isEmpty { marks[name] = found }
        if let alignment { alignments[name] = alignment }
      }
    }
  }

  /// The class of ".name" or "span.name"; nil for any other selector.
  private static func className(_ selector: Substring) -> String? {
    let words = selector.drop { $0.isWhitespace }
    guard let dot = words.firstIndex(of: ".") else { return nil }
    let name = words[words.index(after: dot)...].prefix {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
    guard !name.isEmpty, words[..<dot].allSatisfy({ $0.isLetter || $0.isNumber }),
      words[name.endIndex...].allSatisfy(\.isWhitespace)
    else { return nil }
    return String(name)
  }

  /// The styles that the classes of an element give its text.
  func marks(of node: MarkupTree.Node, in tree: MarkupTree) -> [Manuscript.Mark.Style] {
    guard !marks.isEmpty, tree.hasAttributes(node) else { return [] }
    return tree.classes(of: node).flatMap { marks[$0] ?? [] }
  }

  /// Where the classes of an element set its lines.
  func alignment(of node: MarkupTree.Node, in tree: MarkupTree) -> Block.Alignment? {
    guard !alignments.isEmpty, tree.hasAttributes(node) else { return nil }
    return tree.classes(of: node).lazy.compactMap { alignments[$0] }.first
  }

  /// Takes elements for seen that style sheets hide.
  mutating func show(_ nodes: [MarkupTree.Node]) { shown.formUnion(nodes) }

  /// Whether a reader of the page does not see the element.
  func hides(_ node: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    guard tree.hasAttributes(node), !shown.contains(node) else { return false }
    if !classes.isEmpty, tree.classes(of: node).contains(where: classes.contains) { return true }
    guard let style = tree.attribute("style", of: node) else { return false }
    return style.filter { $0 != " " }.lowercased().contains("display:none")
  }
}
