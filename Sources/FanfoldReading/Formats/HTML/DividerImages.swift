internal import FanfoldMarkup

/// Pictures that stand between scenes.
enum DividerImages {
  /// The sources of images that come three times or more, or are named for what they do.
  static func find(in tree: MarkupTree) -> Set<String> {
    // An avatar stands beside each post: its name is looked at once.
    var named: [String: Bool] = [:]
    var counts: [String: Int] = [:]
    for node in tree.all("img") {
      guard let source = tree.attribute("src", of: node), !source.isEmpty else { continue }
      let isNamed = named[source] ?? isNamed(source)
      named[source] = isNamed
      counts[source, default: 0] += isNamed ? 3 : isIcon(node, tree) ? -99 : 1
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  private static func isNamed(_ source: String) -> Bool {
    let name = Folding.fold(source.split(separator: "/").last.map(String.init) ?? source)
    return names.contains { name.contains($0) }
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
