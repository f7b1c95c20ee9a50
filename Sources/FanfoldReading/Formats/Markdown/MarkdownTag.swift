internal import FanfoldMarkup

/// A tag of HTML within a line of Markdown, and what it does to the text.
struct MarkdownTag {
  enum Kind: Equatable {
    /// No HTML.
    case text
    case lineBreak, rule
    case begin(String, [Manuscript.Mark.Style])
    case end(String)
    case picture(source: String, alternative: String)
    /// A comment, an instruction, an element that is empty.
    case unseen
  }

  let kind: Kind

  init(_ bytes: [UInt8]) {
    guard let first = bytes.dropFirst().first, Self.isLetter(first) || first == 0x2F else {
      kind = .unseen
      return
    }
    let isEnd = first == 0x2F
    let letters = bytes.dropFirst(isEnd ? 2 : 1).prefix { Self.isLetter($0) || Self.isDigit($0) }
    let name = Folding.lowercased(letters)
    // The page's reader knows which names are HTML.
    let opening = isEnd ? [0x3C] + Array(letters) + [0x3E] : bytes
    guard let tree = try? HTMLDocument.parse(opening),
      let node = tree.descendants(of: tree.root).first(where: { tree.isElement($0, name) })
    else {
      kind = .text
      return
    }
    switch name {
    case "br": kind = .lineBreak
    case "hr": kind = .rule
    case "img" where !isEnd:
      kind = .picture(
        source: tree.attribute("src", of: node) ?? "",
        alternative: tree.attribute("alt", of: node) ?? "")
    case "img", "input", "wbr": kind = .unseen
    default: kind = isEnd ? .end(name) : .begin(name, InlineStyle.marks(of: node, name, in: tree))
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
