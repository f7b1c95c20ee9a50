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
    let wanted = Set(candidates.flatMap { Self.wordings(of: $0) }.map { Folding.fold($0) })
    let lines = Self.lines(of: tree, but: node, among: wanted)
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
    for words in wordings(of: piece) {
      if let places = lines[Folding.fold(words)] { return (words, places) }
    }
    return nil
  }

  /// The piece, and what stands in it before an author's name.
  private static func wordings(of piece: String) -> [String] {
    [piece]
      + [" by ", " By ", " von ", " par ", ", by "].compactMap { by in
        piece.firstRange(of: by).map { String(piece[..<$0.lowerBound]) }
      }
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

  /// Where in the tree those lines of the page stand, which are given folded.
  private static func lines(
    of tree: MarkupTree, but title: MarkupTree.Node, among wanted: Set<String>
  ) -> [String: [Int]] {
    var lines: [String: [Int]] = [:]
    let firsts = Set(wanted.map(\.utf8.first))
    let heads = LineHeads(wanted)
    for node in tree.descendants(of: tree.root)
    where tree.kind(of: node) == .text && !tree.contains(title, node) {
      let bytes = tree.bytes(of: node)
      guard bytes.count <= 200 else { continue }
      // Folding makes another letter of ASCII only where it makes capitals small.
      let text = bytes.drop { $0 <= 0x20 }
      let mayBegin = text.first.map { $0 >= 0x80 || firsts.contains(small($0)) } ?? false
      guard firsts.contains(nil) || mayBegin && heads.mayMatch(text.span, 0..<text.count) else {
        continue
      }
      let line = Folding.fold(PairingParser.trimmed(tree.text(of: node)))
      if wanted.contains(line) { lines[line, default: []].append(tree.index(of: node)) }
    }
    return lines
  }

  private static func small(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
