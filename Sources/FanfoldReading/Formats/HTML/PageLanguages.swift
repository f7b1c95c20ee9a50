internal import FanfoldMarkup
internal import FanfoldStory

/// The languages and directions of pieces of a page that differ from the page's own. Word processors and editors put
/// both on everything; only what is rare says something.
struct PageLanguages {
  private let tree: MarkupTree
  /// The languages the page is in, without regions.
  private lazy var usual = usualLanguages()
  private lazy var isRightToLeft = outer.contains {
    tree.attribute("dir", of: $0)?.lowercased() == "rtl"
  }

  init(_ tree: MarkupTree) {
    self.tree = tree
  }

  private var outer: [MarkupTree.Node] {
    tree.descendants(of: tree.root).prefix(64).filter {
      tree.isElement($0, "html") || tree.isElement($0, "body")
    }
  }

  private func usualLanguages() -> Set<Substring> {
    var sizes: [Substring: Int] = [:]
    var total = 0
    for node in tree.descendants(of: tree.root) where tree.kind(of: node) == .text {
      let size = tree.bytes(of: node).count
      total += size
      let around = tree.ancestors(of: node).first { tree.attribute("lang", of: $0) != nil }
      guard let around, let tag = tree.attribute("lang", of: around) else { continue }
      sizes[Self.primary(tag), default: 0] += size
    }
    var usual = Set(sizes.filter { $0.value * 4 > total }.keys)
    for node in outer {
      if let tag = tree.attribute("lang", of: node) { usual.insert(Self.primary(tag)) }
    }
    return usual
  }

  /// The marks that an element's `lang` and `dir` give its text.
  mutating func marks(of node: MarkupTree.Node) -> [Manuscript.Mark.Style] {
    guard tree.hasAttributes(node) else { return [] }
    var marks: [Manuscript.Mark.Style] = []
    if let tag = tree.attribute("lang", of: node), Self.primary(tag).count >= 2,
      !usual.contains(Self.primary(tag))
    {
      marks.append(.language(tag))
    }
    switch tree.attribute("dir", of: node)?.lowercased() {
    case "rtl" where !isRightToLeft: marks.append(.direction(.rightToLeft))
    case "ltr" where isRightToLeft: marks.append(.direction(.leftToRight))
    default: break
    }
    return marks
  }

  private static func primary(_ tag: String) -> Substring {
    tag.lowercased().prefix { $0 != "-" && $0 != "_" }
  }
}
