internal import FanfoldMarkup

/// What a page hides by its own style sheets: classes with `display: none`, which Royal Road uses to plant sentences
/// that only thieves copy.
struct HiddenStyles {
  private var classes: Set<String> = []

  init(_ tree: MarkupTree) {
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .rawText {
      guard let parent = tree.parent(of: node), tree.isElement(parent, "style") else { continue }
      read(String(decoding: tree.bytes(of: node), as: UTF8.self))
    }
  }

  /// Takes the class names of rules that say no more than one class and hide it.
  private mutating func read(_ sheet: String) {
    for rule in sheet.split(separator: "}") {
      let parts = rule.split(separator: "{", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let body = parts[1].filter { !$0.isWhitespace }.lowercased()
      guard body.contains("display:none") || body.contains("speak:never") else { continue }
      for selector in parts[0].split(separator: ",") {
        let name = selector.filter { !$0.isWhitespace }
        if name.first == ".",
          name.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
        {
          classes.insert(String(name.dropFirst()))
        }
      }
    }
  }

  /// Whether a reader of the page does not see the element.
  func hides(_ node: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    if !classes.isEmpty, tree.classes(of: node).contains(where: classes.contains) { return true }
    guard let style = tree.attribute("style", of: node) else { return false }
    return style.filter { $0 != " " }.lowercased().contains("display:none")
  }
}

/// Pictures that stand between scenes.
enum DividerImages {
  /// The sources of images that come three times or more, or are named for what they do.
  static func find(in tree: MarkupTree) -> Set<String> {
    var counts: [String: Int] = [:]
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "img") {
      guard let source = tree.attribute("src", of: node), !source.isEmpty else { continue }
      let name = Folding.fold(source.split(separator: "/").last.map(String.init) ?? source)
      let isNamed = names.contains { name.contains($0) }
      counts[source, default: 0] += isNamed ? 3 : isIcon(node, tree) ? -99 : 1
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  private static let names = [
    "divider", "separator", "scenebreak", "scene-break", "linebreak", "line-break", "pagebreak",
  ]

  /// A small picture within a line, a smiley or a user's icon.
  private static func isIcon(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    guard let parent = tree.parent(of: node) else { return false }
    return tree.isElement(parent, "a") || tree.isElement(parent, "span")
  }
}
