internal import FanfoldMarkup
internal import FanfoldStory

/// The styles elements give their text, by name or by their `style` attribute.
enum InlineStyle {
  /// The styles of an inline element, outer ones first.
  static func marks(of node: MarkupTree.Node, _ name: String, in tree: MarkupTree) -> [Manuscript
    .Mark.Style]
  {
    if name == "a" {
      guard let target = tree.attribute("href", of: node), isAddress(target) else { return [] }
      return [.link(target)]
    }
    if let mark = byName[name] { return [mark] }
    if name == "abbr" || name == "acronym" {
      let meaning = tree.attribute("title", of: node) ?? ""
      return meaning.contains { !$0.isWhitespace } ? [.abbreviation(meaning)] : []
    }
    guard tree.hasAttributes(node), let style = tree.attribute("style", of: node) else {
      return []
    }
    return Self.marks(ofRules: Folding.lowercased(Array(style.utf8)[...]).filter { $0 != " " })
  }

  /// The styles that rules give, small letters without blanks.
  static func marks(ofRules rules: String) -> [Manuscript.Mark.Style] {
    var marks: [Manuscript.Mark.Style] = []
    if rules.holds("font-style:italic") || rules.holds("font-style:oblique") {
      marks.append(.emphasis)
    }
    if rules.holds("font-weight:bold") || rules.holds("font-weight:7") {
      marks.append(.strong)
    }
    if rules.holds("text-decoration:underline") { marks.append(.underline) }
    if rules.holds("text-decoration:line-through") { marks.append(.strikethrough) }
    return marks
  }

  private static let byName: [String: Manuscript.Mark.Style] = [
    "em": .emphasis, "i": .emphasis, "cite": .emphasis, "var": .emphasis, "dfn": .emphasis,
    "strong": .strong, "b": .strong,
    "u": .underline, "ins": .underline, "s": .strikethrough, "strike": .strikethrough,
    "del": .strikethrough,
    "sup": .superscript, "sub": .subscript, "small": .small, "code": .code, "kbd": .code,
    "samp": .code, "tt": .code,
  ]

  /// Whether a link leads somewhere from a book too.
  static func isAddress(_ target: String) -> Bool {
    target.hasPrefix("http://") || target.hasPrefix("https://") || target.hasPrefix("mailto:")
  }

  /// Where an element sets its lines; `nil` when it does not say.
  static func alignment(of node: MarkupTree.Node, _ name: String, in tree: MarkupTree) -> Block
    .Alignment?
  {
    if name == "center" { return .centre }
    guard tree.hasAttributes(node) else { return nil }
    let stated =
      tree.attribute("align", of: node).map { Folding.fold($0) }
      ?? tree.attribute("style", of: node).flatMap(aligned)
    return alignment(named: stated)
  }

  /// Where rules set lines, small letters without blanks.
  static func alignment(ofRules rules: String) -> Block.Alignment? {
    alignment(named: aligned(rules))
  }

  private static func alignment(named word: String?) -> Block.Alignment? {
    switch word {
    case "center", "middle": return .centre
    case "right", "end": return .end
    case "left", "justify", "start": return .natural
    default: return nil
    }
  }

  private static func aligned(_ style: String) -> String? { value(of: "text-align:", in: style) }

  /// Whether the line feeds of an element's text end lines; `nil` when its style does not say.
  static func keepsLines(_ node: MarkupTree.Node, in tree: MarkupTree) -> Bool? {
    guard tree.hasAttributes(node), let style = tree.attribute("style", of: node) else {
      return nil
    }
    return value(of: "white-space:", in: style).map { $0 == "pre" || $0 == "break" }
  }

  /// The first word of what a rule says.
  private static func value(of property: String, in style: String) -> String? {
    let rules = Folding.fold(style).filter { $0 != " " }
    guard let found = rules.firstRange(of: property) else { return nil }
    return String(rules[found.upperBound...].prefix { $0.isLetter })
  }
}
