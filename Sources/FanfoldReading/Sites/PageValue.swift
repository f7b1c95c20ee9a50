internal import FanfoldMarkup

/// How to take a value from a page: the elements it stands in, perhaps an attribute of theirs, and what of the words
/// is the value. Written `SELECTOR @ATTRIBUTE part N of 'SEPARATOR' without 'WORDS' and 'WORDS'`, all but the
/// selector optional.
struct PageValue: Sendable {
  let selector: Selector
  private var attribute: String?
  /// Which piece of the words, from 1, or from -1 at the end, and what parts the pieces.
  private var part: (number: Int, separator: String)?
  private var cuts: [String] = []

  /// Whether the words are not simply those of the element.
  var changesWords: Bool { attribute != nil || part != nil || !cuts.isEmpty }

  /// A value as a site's file describes it; `nil` when the description cannot be read.
  init?(_ description: String) {
    var rest = description
    if let found = rest.firstRange(of: " without ") {
      cuts = rest[found.upperBound...].components(partedBy: " and ").map(Self.unquoted)
      rest = String(rest[..<found.lowerBound])
    }
    if let found = rest.firstRange(of: " part ") {
      let pieces = rest[found.upperBound...].components(partedBy: " of ")
      guard pieces.count == 2, let number = Int(pieces[0]), number != 0 else { return nil }
      part = (number, Self.unquoted(pieces[1]))
      rest = String(rest[..<found.lowerBound])
    }
    if let found = rest.firstRange(of: " @") {
      attribute = String(rest[found.upperBound...])
      rest = String(rest[..<found.lowerBound])
    }
    guard let selector = try? Selector(rest) else { return nil }
    self.selector = selector
  }

  /// The value in one line; "" when an element has none.
  func words(of node: MarkupTree.Node, in tree: MarkupTree) -> String {
    let all = attribute.map { tree.attribute($0, of: node) ?? "" } ?? tree.text(of: node)
    var line = all.inOneLine
    if let part {
      let pieces = line.components(partedBy: part.separator)
      let index = part.number > 0 ? part.number - 1 : pieces.count + part.number
      guard pieces.count > 1, pieces.indices.contains(index) else { return "" }
      line = PairingParser.trimmed(pieces[index])
    }
    for cut in cuts where !cut.isEmpty {
      if line.hasPrefix(cut) { line = String(line.dropFirst(cut.count)) }
      if line.hasSuffix(cut) { line = String(line.dropLast(cut.count)) }
      line = PairingParser.trimmed(line)
    }
    return line
  }

  private static func unquoted(_ words: String) -> String {
    guard words.count >= 2, words.first == "'", words.last == "'" else {
      return PairingParser.trimmed(words)
    }
    return String(words.dropFirst().dropLast())
  }
}

extension Substring {
  func components(partedBy separator: String) -> [String] {
    String(self).components(partedBy: separator)
  }
}
