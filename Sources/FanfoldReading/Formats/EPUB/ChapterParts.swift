internal import FanfoldMarkup
internal import FanfoldStory

/// Parts a document of a book where chapters begin, each with its heading.
struct ChapterParts {
  /// What a heading becomes.
  private enum Heading {
    /// The words of the element are the heading.
    case own(Manuscript.Block.Role)
    /// The contents say the heading better than the element, which only repeats a piece of it.
    case words(String, Chapter.Kind)
    /// The element repeats what the heading has said.
    case repeated
  }

  private let tree: MarkupTree
  private let starts: [BookOutline.Start]
  private let parser: HeadingParser
  private var headings: [MarkupTree.Node: Heading] = [:]
  /// Starts without a heading in the text, by the node before which they come.
  private var bare: [MarkupTree.Node: BookOutline.Start] = [:]

  init(_ document: BookDocument, _ starts: [BookOutline.Start], parser: HeadingParser) {
    tree = document.tree
    self.starts = starts
    self.parser = parser
    guard let body = document.body else { return }
    for start in starts { find(start, in: body) }
  }

  /// Adds the pieces of the document in order.
  func add(_ node: MarkupTree.Node, to page: inout SitePage) {
    if let start = bare[node] {
      page.add(node, as: .heading(start.kind), words: start.title)
    }
    switch headings[node] {
    case .own(let role): return page.add(node, as: role)
    case .words(let words, let kind):
      page.metadata.append(node)
      return page.add(node, as: .heading(kind), words: words)
    case .repeated:
      return page.metadata.append(node)
    case nil: break
    }
    let isParted =
      headings.keys.contains { $0 != node && tree.contains(node, $0) }
      || bare.keys.contains { $0 != node && tree.contains(node, $0) }
    guard isParted else { return page.add(node, as: .body) }
    for child in tree.children(of: node) {
      if tree.kind(of: child) == .element || tree.kind(of: child) == .text {
        add(child, to: &page)
      }
    }
  }

  // MARK: finding

  private mutating func find(_ start: BookOutline.Start, in body: MarkupTree.Node) {
    let anchor = start.fragment.flatMap { name in
      tree.descendants(of: body).first {
        tree.attribute("id", of: $0) == name || tree.attribute("name", of: $0) == name
      }
    }
    let found = candidates(from: anchor ?? body, in: body)
    let title = Self.letters(start.title)
    let said = found.filter { title.contains(Self.letters(tree.text(of: $0))) }
    if found.count == 1, let only = found.first, isLine(only), said.isEmpty || same(only, title) {
      if said.isEmpty, isNumbering(start.title) {
        // The contents count the chapters and the heading names them.
        bare[anchor ?? body] = start
        headings[only] = .own(.headingTitle)
      } else {
        headings[only] = .own(.heading(start.kind))
      }
    } else if let first = said.first {
      headings[first] =
        same(first, title) && isLine(first)
        ? .own(.heading(start.kind)) : .words(start.title, start.kind)
      for other in said.dropFirst() { headings[other] = .repeated }
    } else if let first = found.first, isLine(first) {
      headings[first] = .own(.heading(start.kind))
    } else {
      bare[anchor ?? body] = start
    }
  }

  /// The headings that stand together on top of a chapter: no text comes between.
  private func candidates(
    from anchor: MarkupTree.Node, in body: MarkupTree.Node
  ) -> [MarkupTree.Node] {
    // An anchor within a heading means the heading.
    if let outer = tree.ancestors(of: anchor).first(where: { isHeading($0) }) { return [outer] }
    var found: [MarkupTree.Node] = []
    for node in [anchor] + tree.descendants(of: body).filter({ $0 > anchor }) {
      if found.contains(where: { tree.contains($0, node) }) { continue }
      if isHeading(node), headings[node] == nil {
        found.append(node)
      } else if tree.kind(of: node) == .text,
        tree.bytes(of: node).contains(where: { $0 > 0x20 }), !isInHeader(node, body)
      {
        break
      }
    }
    return found
  }

  private func isHeading(_ node: MarkupTree.Node) -> Bool {
    let name = tree.name(of: node)
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()),
      (1...6).contains(level)
    else { return name == "hgroup" }
    return tree.text(of: node).contains { !$0.isWhitespace }
  }

  /// Whether a text stands in an element that is part of a heading, such as a subtitle beside it.
  private func isInHeader(_ node: MarkupTree.Node, _ body: MarkupTree.Node) -> Bool {
    tree.ancestors(of: node).prefix { $0 != body }.contains { isHeading($0) }
  }

  private func isLine(_ node: MarkupTree.Node) -> Bool {
    !tree.descendants(of: node).contains { tree.isElement($0, "br") || isHeading($0) }
  }

  private func same(_ node: MarkupTree.Node, _ title: String) -> Bool {
    Self.letters(tree.text(of: node)) == title
  }

  /// Whether a title is a number only: "Chapter 3", "III".
  private func isNumbering(_ title: String) -> Bool {
    let bytes = Array(title.utf8)
    guard let read = parser.parse(bytes, 0..<bytes.count) else { return false }
    return read.title == nil && read.number != nil
  }

  /// The letters and digits alone, for comparing what differs in signs and blanks.
  private static func letters(_ text: String) -> String {
    Folding.fold(text).filter { $0.isLetter || $0.isNumber }
  }
}
