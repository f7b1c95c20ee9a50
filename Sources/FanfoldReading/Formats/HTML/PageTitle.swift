internal import FanfoldMarkup

/// The title of a page without the name of its site: "Twice Told - Inanimate Fruit" → "Inanimate Fruit".
struct PageTitle {
  private(set) var title = ""
  /// Whether a heading outside of the text is sure to be the story's: then nothing in the text is its title.
  private(set) var isHeadline = false

  /// The title of a page whose text is in `content`.
  init(_ tree: MarkupTree, content: MarkupTree.Node?, headings: HeadingParser) {
    guard let node = tree.first("title") else { return }
    let words = tree.text(of: node).inOneLine
    let site = Self.property("meta[property='og:site_name']", of: tree).map { Folding.fold($0) }
    // The names of the site and of a chapter are none of the story.
    func mayBeTitle(_ piece: String) -> Bool {
      let bytes = Array(piece.utf8)
      return site != Folding.fold(piece) && !SiteName.ends(bytes[...])
        && headings.parse(bytes, bytes.indices)?.isExplicit != true
    }
    let pieces = Self.pieces(of: words)
    let candidates = pieces.filter(mayBeTitle)
    let shared = Self.property("meta[property='og:title']", of: tree)
      .map { PairingParser.trimmed($0.inOneLine) }.flatMap { mayBeTitle($0) ? $0 : nil }
    let starts = Self.beginnings(of: words, tree)
    // "A Journal: The Long Way" below the name of the journal.
    let posts = starts.compactMap { Self.post(in: words, behind: $0) }
    let beginnings = (posts + starts).filter(mayBeTitle)
    // A piece that the page says again by itself is the title: the one it is shared by, or the one nearest to the text.
    let wordings =
      (pieces.count > 1 ? [[words]] : []) + candidates.map(Self.wordings)
      + beginnings.map { [$0] } + (shared.map { [[$0]] } ?? [])
    let lines = Self.lines(
      of: tree, but: node, among: Set(wordings.joined().map { Folding.fold($0) }))
    let best = Self.best(wordings, lines, shared, near: content.map { tree.index(of: $0) } ?? 0)
    title = best ?? candidates.first ?? pieces.first ?? words
    if SiteName.ends(Array(title.utf8)[...]) { title = "" }
    guard let content else { return }
    if let best {
      let isSure = best == shared || pieces.count > 1 || beginnings.contains(best)
      isHeadline = Self.isAbove(content, lines[Folding.fold(best)] ?? [], tree, isSure: isSure)
    } else if let headline = Self.headline(above: content, of: tree), mayBeTitle(headline) {
      (title, isHeadline) = (headline, true)
    }
  }

  /// Of the wordings that are lines of the page, the one it is shared by, or the one nearest to the text.
  private static func best(
    _ wordings: [[String]], _ lines: [String: [Line]], _ shared: String?, near start: Int
  ) -> String? {
    func distance(_ line: Line) -> Int { abs(line.place - start) }
    let repeated = wordings.compactMap { words -> (words: String, distance: Int)? in
      for words in words {
        let nearest = (lines[Folding.fold(words)] ?? []).map(distance).min()
        if let nearest { return (words, nearest) }
      }
      return nil
    }
    return repeated.first { $0.words == shared }?.words
      ?? repeated.min { $0.distance < $1.distance }?.words
  }

  /// Whether a heading above the text is one of those lines, and none of them is in the text.
  private static func isAbove(
    _ content: MarkupTree.Node, _ lines: [Line], _ tree: MarkupTree, isSure: Bool
  ) -> Bool {
    let isHeading = lines.contains { line in
      line.isHeading && line.node < content && (isSure || isInArticle(line.node, tree))
    }
    return isHeading && !lines.contains { tree.contains(content, $0.node) }
  }

  /// The words of the only heading of the first rank, when it stands above the text and no site has it as a banner.
  private static func headline(
    above content: MarkupTree.Node, of tree: MarkupTree
  ) -> String? {
    var headings = tree.all("h1")
    // Where the site has none of the first rank, the one right beside the text.
    if headings.isEmpty, let frame = tree.parent(of: content) {
      headings = (tree.all("h2") + tree.all("h3")).filter {
        $0 < content && tree.parent(of: $0) == frame
      }
      guard headings.count == 1 else { return nil }
      let words = PairingParser.trimmed(tree.text(of: headings[0]).inOneLine)
      return (2...110).contains(words.utf8.count) ? words : nil
    }
    guard headings.count == 1, headings[0] < content, !tree.contains(content, headings[0]),
      isInArticle(headings[0], tree)
    else { return nil }
    let words = PairingParser.trimmed(tree.text(of: headings[0]).inOneLine)
    return (2...110).contains(words.utf8.count) ? words : nil
  }

  /// Whether a heading belongs to the text and not to the site.
  private static func isInArticle(_ node: MarkupTree.Node, _ tree: MarkupTree) -> Bool {
    var place = tree.parent(of: node)
    while let element = place {
      if ["article", "main"].contains(tree.name(of: element)) { return true }
      place = tree.parent(of: element)
    }
    return false
  }

  /// A property that the head of the page states (ogp.me).
  private static func property(_ selector: Selector, of tree: MarkupTree) -> String? {
    tree.first(selector).flatMap { tree.attribute("content", of: $0) }
  }

  /// The piece, and what stands in it before an author's name.
  private static func wordings(of piece: String) -> [String] {
    [piece]
      + [" by ", " By ", " von ", " par ", ", by "].compactMap { by in
        piece.firstRange(of: by).map { String(piece[..<$0.lowerBound]) }
      }
  }

  /// The headings with which the title begins, whatever sign comes then: "章_書名_網站".
  private static func beginnings(of words: String, _ tree: MarkupTree) -> [String] {
    let folded = Folding.fold(words)
    return tree.all("h1").prefix(3).compactMap { heading in
      let line = PairingParser.trimmed(tree.text(of: heading).inOneLine)
      guard line.utf8.count >= 6, line.utf8.count < words.utf8.count else { return nil }
      let start = Folding.fold(line)
      let next = folded.dropFirst(start.count).first
      return folded.hasPrefix(start) && next.map { !$0.isLetter && $0 != " " } == true
        ? line : nil
    }
  }

  /// What stands behind a colon after the name of a journal.
  private static func post(in words: String, behind name: String) -> String? {
    guard words.hasPrefix(name), words.dropFirst(name.count).hasPrefix(": ") else { return nil }
    let rest = PairingParser.trimmed(String(words.dropFirst(name.count + 2)))
    return rest.isEmpty ? nil : rest
  }

  private static func pieces(of words: String) -> [String] {
    var pieces = [words]
    for separator in [
      " - ", " | ", " :: ", " » ", " « ", " — ", " – ", " · ", " • ", " ~ ", "＜", "【",
    ] {
      pieces = pieces.flatMap { $0.components(partedBy: separator) }
    }
    return pieces.map(PairingParser.trimmed).filter { !$0.isEmpty }
  }

  /// Where the page says some words by themselves.
  private struct Line {
    let node: MarkupTree.Node
    let place: Int
    let isHeading: Bool
  }

  /// Where in the tree those lines of the page stand, which are given folded. Links lead to other pages, unless they
  /// are headings: trails and menus say where a page is.
  private static func lines(
    of tree: MarkupTree, but title: MarkupTree.Node, among wanted: Set<String>
  ) -> [String: [Line]] {
    var lines: [String: [Line]] = [:]
    let takesEmpty = wanted.contains("")
    var firsts = [Bool](repeating: false, count: 256)
    for first in wanted.compactMap(\.utf8.first) { firsts[Int(first)] = true }
    let heads = LineHeads(wanted)
    for node in tree.descendants(of: tree.root)
    where tree.kind(of: node) == .text {
      let bytes = tree.bytes(of: node)
      guard bytes.count <= 200 else { continue }
      // Folding makes another letter of ASCII only where it makes capitals small.
      let text = bytes.drop { $0 <= 0x20 }
      let mayBegin = text.first.map { $0 >= 0x80 || firsts[Int(small($0))] } ?? false
      guard takesEmpty || mayBegin && heads.mayMatch(text.span, 0..<text.count),
        !tree.contains(title, node)
      else { continue }
      let line = Folding.fold(PairingParser.trimmed(tree.text(of: node).inOneLine))
      guard wanted.contains(line) else { continue }
      let (isHeading, isLink) = surroundings(of: node, in: tree)
      if isHeading || !isLink {
        lines[line, default: []].append(
          Line(node: node, place: tree.index(of: node), isHeading: isHeading))
      }
    }
    return lines
  }

  private static func surroundings(
    of node: MarkupTree.Node, in tree: MarkupTree
  ) -> (isHeading: Bool, isLink: Bool) {
    var isHeading = false
    var isLink = false
    var place = tree.parent(of: node)
    for _ in 0..<4 {
      guard let element = place else { break }
      let name = tree.name(of: element)
      isHeading = isHeading || ["h1", "h2", "h3"].contains(name)
      isLink = isLink || name == "a" && !isBesideAuthor(element, in: tree)
      place = tree.parent(of: element)
    }
    return (isHeading, isLink)
  }

  /// Whether "by" and another link stand behind a link: that of a story, as archives list them.
  private static func isBesideAuthor(_ link: MarkupTree.Node, in tree: MarkupTree) -> Bool {
    var place = link
    for _ in 0..<2 {
      if let next = tree.nextSibling(of: place) {
        guard tree.kind(of: next) == .text, let author = tree.nextSibling(of: next) else {
          return false
        }
        let words = PairingParser.trimmed(tree.text(of: next).inOneLine)
        return bys.contains(Folding.fold(words)) && tree.isElement(author, "a")
      }
      guard let parent = tree.parent(of: place) else { return false }
      place = parent
    }
    return false
  }

  private static let bys: Set<String> = ["by", "par", "von", "por", "di"]

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
