internal import FanfoldMarkup

/// An entry as somebody typed it for a journal, an archive or a forum: text with a few tags, `<i>` or `[i]`, in which
/// each line end stands for itself, as those sites show it.
enum TypedEntry {
  // MARK: telling

  /// Whether a file is a text with such tags: three of them are closed again.
  static func matches(_ text: [UInt8]) -> Bool {
    count(UInt8(ascii: "<"), closing, in: text) >= 3 || isBBCode(text)
  }

  private static func isBBCode(_ text: [UInt8]) -> Bool {
    count(UInt8(ascii: "["), closingBBCode, in: text) >= 3
  }

  /// How many tags of those begin with the sign; no more than three are counted.
  private static func count(_ sign: UInt8, _ tags: [String], in text: [UInt8]) -> Int {
    var found = 0
    var place = 0
    while found < 3, let start = text.span.firstIndex(of: sign, from: place) {
      let tag = Folding.lowercased(text[start...].prefix(10))
      if tags.contains(where: tag.hasPrefix) { found += 1 }
      place = start + 1
    }
    return found
  }

  private static let closing = ["</i>", "</b>", "</u>", "</em>", "</strong>", "</center>"]
  private static let closingBBCode = closing.map { "[" + $0.dropFirst().dropLast() + "]" }

  // MARK: markup for what is seen

  /// The entry with the elements for its tags and line ends; `nil` for a page that has markup for its paragraphs.
  static func page(_ text: [UInt8]) -> [UInt8]? {
    // Nearly all pages have blocks near their beginning.
    guard !hasBlocks(text.prefix(2048)) else { return nil }
    let isBBCode = isBBCode(text)
    guard isBBCode || gaps(text) >= 2, !hasBlocks(text[...]) else { return nil }
    let isUnwrapped = isUnwrapped(text)
    var page: [UInt8] = []
    page.reserveCapacity(text.count + text.count / 16)
    var place = 0
    while place < text.count {
      if isBBCode, text[place] == UInt8(ascii: "["), let tag = element(text[place...]) {
        page.append(contentsOf: tag.element.utf8)
        place = tag.end
        continue
      }
      if text[place] == 0x0A {
        let isParagraph = isUnwrapped || isIndented(text, place + 1)
        page.append(contentsOf: (isParagraph ? "<br><br>" : "<br>").utf8)
      }
      page.append(text[place])
      place += 1
    }
    return page
  }

  /// Whether each line is a paragraph: too many are longer than lines that somebody ended at a margin.
  private static func isUnwrapped(_ text: [UInt8]) -> Bool {
    let lines = text.split { $0 == 0x0A || $0 == 0x0D }
    return lines.count { $0.count > 120 } * 4 > lines.count
  }

  private static func isIndented(_ text: [UInt8], _ start: Int) -> Bool {
    text[start...].first == 0x09 || text[start...].prefix(2).elementsEqual("  ".utf8)
  }

  /// The element that a tag of BBCode stands for: "[i]", "[/SIZE]", "[color=red]".
  private static func element(_ text: ArraySlice<UInt8>) -> (element: String, end: Int)? {
    guard let close = text.prefix(80).firstIndex(of: UInt8(ascii: "]")) else { return nil }
    var name = Folding.lowercased(text[(text.startIndex + 1)..<close])
    let isClosing = name.hasPrefix("/")
    if isClosing { name.removeFirst() }
    let word = String(name.prefix { $0.isLetter })
    guard let element = elements[word], word == name || name.dropFirst(word.count).first == "="
    else { return nil }
    return ((isClosing ? "</" : "<") + element + ">", close + 1)
  }

  private static let elements = [
    "i": "i", "b": "b", "u": "u", "s": "s", "em": "em", "strong": "strong", "center": "center",
    "hr": "hr", "quote": "blockquote", "size": "span", "color": "span", "font": "span",
    "indent": "span", "left": "span", "sup": "sup", "sub": "sub",
  ]

  /// How often an empty line parts two paragraphs.
  private static func gaps(_ text: [UInt8]) -> Int {
    var gaps = 0
    var ends = 0
    for byte in text where byte != 0x0D {
      if byte == 0x0A {
        ends += 1
        if ends == 2 { gaps += 1 }
      } else if byte > 0x20 {
        ends = 0
      }
    }
    return gaps
  }

  private static func hasBlocks(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { index in
      guard text[index] == UInt8(ascii: "<") else { return false }
      let tag = Folding.lowercased(text[index...].prefix(8))
      return blocks.contains(where: tag.hasPrefix)
    }
  }

  private static let blocks = [
    "<p>", "<p ", "<br", "<div", "<td", "<li", "<pre", "<body", "<html", "<!doct", "<section",
    "<article", "<head", "<dd", "<dt",
  ]
}
