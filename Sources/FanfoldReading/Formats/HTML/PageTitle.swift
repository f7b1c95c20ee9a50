internal import FanfoldMarkup

/// The title of a page without the name of its site: "Twice Told - Inanimate Fruit" → "Inanimate Fruit".
struct PageTitle {
  private(set) var title = ""

  /// The title of a page whose text is in `content`.
  init(_ tree: MarkupTree, content: MarkupTree.Node?, headings: HeadingParser) {
    guard let node = tree.first("title") else { return }
    let words = tree.text(of: node).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let site = tree.first("meta[property='og:site_name']").flatMap {
      tree.attribute("content", of: $0)
    }
    let pieces = Self.pieces(of: words)
    // The names of the site and of a chapter are none of the story.
    let candidates = pieces.filter { piece in
      let bytes = Array(piece.utf8)
      return site.map(Folding.fold) != Folding.fold(piece)
        && headings.parse(bytes, bytes.indices)?.isExplicit != true
    }
    // A piece that the page says again by itself is the title; of several the one nearest to the text.
    let lines = Self.lines(of: tree, but: node)
    let start = content.map { tree.index(of: $0) } ?? 0
    let repeated = candidates.compactMap { piece in
      Self.repetition(of: piece, lines).map {
        (words: $0.words, place: $0.places.map { abs($0 - start) }.min() ?? 0)
      }
    }
    title =
      repeated.min { $0.place < $1.place }?.words ?? candidates.first ?? pieces.first ?? words
  }

  /// The piece, or what stands in it before the author's name, as a line of the page.
  private static func repetition(
    of piece: String, _ lines: [String: [Int]]
  ) -> (words: String, places: [Int])? {
    if let places = lines[Folding.fold(piece)] { return (piece, places) }
    for by in [" by ", " By ", " von ", " par ", ", by "] {
      guard let found = piece.firstRange(of: by) else { continue }
      let words = String(piece[..<found.lowerBound])
      if let places = lines[Folding.fold(words)] { return (words, places) }
    }
    return nil
  }

  private static func pieces(of words: String) -> [String] {
    var pieces = [words]
    for separator in [
      " - ", " | ", " :: ", " » ", " — ", " – ", " · ", " • ", " ~ ", "＜", "【",
    ] {
      pieces = pieces.flatMap { $0.components(partedBy: separator) }
    }
    return pieces.map(PairingParser.trimmed).filter { !$0.isEmpty }
  }

  /// The short lines of the page, folded, and where in the tree they stand.
  private static func lines(of tree: MarkupTree, but title: MarkupTree.Node) -> [String: [Int]] {
    var lines: [String: [Int]] = [:]
    for node in tree.descendants(of: tree.root)
    where tree.kind(of: node) == .text && !tree.contains(title, node) {
      let bytes = tree.bytes(of: node)
      guard bytes.count <= 200 else { continue }
      let line = Folding.fold(PairingParser.trimmed(tree.text(of: node)))
      lines[line, default: []].append(tree.index(of: node))
    }
    return lines
  }
}
