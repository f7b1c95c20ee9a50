internal import FanfoldMarkup
internal import FanfoldStory

/// Pages that a site shows instead of a story: a log-in form, "story not found", a warning that must be clicked away, a
/// list of chapters. Each is a row of `not-a-story.txt`.
enum PageRefusal {
  /// Throws when the page is one of them.
  static func check(_ tree: MarkupTree, file: String) throws(ReadError) {
    for sign in signs {
      let nodes = tree.all(sign.selector)
      guard !nodes.isEmpty else { continue }
      if let story = sign.story, tree.first(story) != nil { continue }
      let isShown = nodes.contains { node in
        sign.words.isEmpty || Folding.fold(tree.text(of: node)).contains(sign.words)
      }
      guard !isShown else {
        throw ReadError("no-story", file: file, problem: sign.problem, help: sign.help)
      }
    }
  }

  private struct Sign {
    let selector: Selector
    /// In the element, unless any words may be.
    let words: String
    let problem: String
    let help: String
    /// What a page with a story has after all.
    let story: Selector?

    init?(_ row: Table.Row) {
      guard row.count >= 4, let selector = try? Selector(row[0]) else { return nil }
      self.selector = selector
      (words, problem, help) = (row[1], row[2], row[3])
      story = row.count > 4 ? try? Selector(row[4]) : nil
    }
  }

  private static let signs = Table("not-a-story").rows.compactMap(Sign.init)

  /// Throws when the main text of a page that no site's structure explains is a list: of links, or of changes. A page
  /// with many links around some paragraphs is no list.
  static func checkText(
    _ manuscript: Manuscript, links: Int, file: String
  ) throws(ReadError) {
    let size = manuscript.lines.reduce(0) { $0 + $1.range.count }
    if links > 2000, links > size * 2, !isProse(manuscript, of: size) {
      throw ReadError(
        "no-story", file: file, problem: "the page is a list of links, not a story",
        help: "open the story itself and save that page")
    }
    guard manuscript.lines.count >= 12 else { return }
    var listed = 0
    for block in manuscript.blocks {
      for line in block.lines where isListed(manuscript.bytes(manuscript.lines[line]), block) {
        listed += manuscript.lines[line].range.count
      }
    }
    guard listed * 10 > size * 8 else { return }
    throw ReadError(
      "no-story", file: file, problem: "the page is a list of items, not a story",
      help: "open the story itself and save that page")
  }

  /// Whether paragraphs make up most of a text of some length; teasers of other pages are short, and end in dots.
  private static func isProse(_ manuscript: Manuscript, of size: Int) -> Bool {
    var prose = 0
    for line in manuscript.lines where line.range.count >= proseLine {
      let bytes = manuscript.bytes(line)
      let isTeaser = teaserEnds.contains { bytes.suffix($0.count).elementsEqual($0) }
      if !isTeaser, ProseWeights.hasSentence(bytes) { prose += bytes.count }
    }
    return prose >= 1200 && prose * 2 > size
  }

  /// In bytes; the lines of lists are shorter.
  private static let proseLine = 120
  private static let teaserEnds = ["...", "…", "[…]", "]", " more", "»", "→"].map { Array($0.utf8) }

  /// Hyphens and dashes begin speech in many languages; the other signs begin items of lists only.
  private static func isListed(_ bytes: ArraySlice<UInt8>, _ block: Manuscript.Block) -> Bool {
    if case .item = block.kind { return true }
    let first = bytes.first
    return listSigns.contains { $0.first == first && bytes.starts(with: $0) }
  }

  private static let listSigns = ["+ ", "* ", "• ", "· "].map { Array($0.utf8) }
}

/// Files of data about a story, as sites' own interfaces give them: they hold no text to read.
enum DataRefusal {
  /// Throws when a text is one object or list of JSON (RFC 8259).
  static func check(_ text: [UInt8], file: String) throws(ReadError) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    guard let start = text.firstIndex(where: { !isBlank($0) }),
      let end = text.lastIndex(where: { !isBlank($0) }), end - start > 2
    else { return }
    let opens = text[start]
    guard
      opens == UInt8(ascii: "{") && text[end] == UInt8(ascii: "}")
        || opens == UInt8(ascii: "[") && text[end] == UInt8(ascii: "]")
    else { return }
    // A key in quotation marks and its colon; nobody begins a story with these.
    let body = text[(start + 1)...].drop { isBlank($0) || $0 == UInt8(ascii: "{") }
    guard body.first == UInt8(ascii: "\""),
      let close = body.dropFirst().prefix(80).firstIndex(of: UInt8(ascii: "\"")),
      body[(close + 1)...].first(where: { !isBlank($0) }) == UInt8(ascii: ":")
    else { return }
    throw ReadError(
      "no-story", file: file, problem: "the file is JSON: data about a story, without its text",
      help: "save the story's own pages")
  }
}
