internal import FanfoldMarkup

/// A line of a book's table of contents, with those below it.
public struct ContentsEntry: Sendable, Hashable {
  public var title: String
  /// Where it leads in the container; nil for a line that only groups others.
  public var path: String?
  public var fragment: String?
  public var children: [ContentsEntry] = []

  /// This entry and all below it, in order.
  public var flattened: [ContentsEntry] { [self] + children.flatMap(\.flattened) }

  /// The `toc` of a navigation document (EPUB 3.3 §7.3).
  static func read(navigation tree: MarkupTree, at path: String) -> [ContentsEntry] {
    let navs = tree.descendants(of: tree.root).filter { tree.isElement($0, "nav") }
    let toc = navs.first { types(of: $0, tree).contains("toc") } ?? navs.first
    guard let toc, let list = tree.children(of: toc).first(where: { tree.isElement($0, "ol") })
    else { return [] }
    return items(list, tree, path)
  }

  /// The landmarks of a navigation document, by their types.
  static func landmarks(
    navigation tree: MarkupTree, at path: String
  ) -> [PackageDocument.Landmark] {
    tree.descendants(of: tree.root).filter {
      tree.isElement($0, "nav") && types(of: $0, tree).contains("landmarks")
    }
    .flatMap { nav in tree.descendants(of: nav).filter { tree.isElement($0, "a") } }
    .compactMap { link in
      guard let target = tree.attribute("href", of: link), let type = types(of: link, tree).first,
        let place = ContainerPath.resolve(target, from: path)
      else { return nil }
      return .init(type: type, path: place, fragment: ContainerPath.fragment(of: target))
    }
  }

  private static func types(of node: MarkupTree.Node, _ tree: MarkupTree) -> [String] {
    (tree.attribute("epub:type", of: node) ?? "").split(whereSeparator: \.isWhitespace)
      .map(String.init)
  }

  private static func items(
    _ list: MarkupTree.Node, _ tree: MarkupTree, _ base: String
  ) -> [ContentsEntry] {
    tree.children(of: list).filter { tree.isElement($0, "li") }.compactMap { item in
      let parts = tree.children(of: item).filter { tree.kind(of: $0) == .element }
      guard let label = parts.first(where: { !tree.isElement($0, "ol") }) else { return nil }
      let below = parts.first { tree.isElement($0, "ol") }.map { items($0, tree, base) } ?? []
      let link =
        tree.isElement(label, "a")
        ? label : tree.descendants(of: label).first { tree.isElement($0, "a") }
      return entry(
        tree.text(of: label), link.flatMap { tree.attribute("href", of: $0) }, base, below)
    }
  }

  /// The map of an NCX (OPF 2.0.1 §2.4.1).
  static func read(ncx tree: MarkupTree, at path: String) -> [ContentsEntry] {
    guard let map = tree.descendants(of: tree.root).first(where: { tree.isElement($0, "navMap") })
    else { return [] }
    return points(map, tree, path)
  }

  private static func points(
    _ parent: MarkupTree.Node, _ tree: MarkupTree, _ base: String
  ) -> [ContentsEntry] {
    tree.children(of: parent).filter { tree.isElement($0, "navPoint") }.compactMap { point in
      let label = tree.children(of: point).first { tree.isElement($0, "navLabel") }
      let content = tree.children(of: point).first { tree.isElement($0, "content") }
      return entry(
        label.map { tree.text(of: $0) } ?? "",
        content.flatMap { tree.attribute("src", of: $0) }, base, points(point, tree, base))
    }
  }

  private static func entry(
    _ title: String, _ target: String?, _ base: String, _ children: [ContentsEntry]
  ) -> ContentsEntry? {
    let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty || target != nil || !children.isEmpty else { return nil }
    return ContentsEntry(
      title: words, path: target.flatMap { ContainerPath.resolve($0, from: base) },
      fragment: target.flatMap { ContainerPath.fragment(of: $0) }, children: children)
  }
}
