internal import FanfoldResources

/// How the pages of a book look: a stylesheet. It leaves typeface, size and colours of the text to the reader.
public struct Theme: Sendable, Hashable {
  /// What `--theme` calls it; nil for a stylesheet of somebody's own.
  public let name: String?
  /// What it looks like, in a few words.
  public let summary: String
  /// The stylesheet as the book holds it.
  package let stylesheet: [UInt8]

  /// The themes of the house in the order in which they are offered.
  public static var all: [Theme] { ["classic", "modern", "plain"].map { Theme(house: $0) } }

  /// A quiet book page, which a book has when nobody asks for another.
  public static var classic: Theme { Theme(house: "classic") }

  /// The theme of that name, if there is one.
  public init?(named name: String) {
    guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  /// A theme of somebody's own: it stands behind what all themes share, so that a few rules are a theme.
  public init(stylesheet bytes: [UInt8]) throws(StylesheetFault) {
    let rules = try StylesheetScanner(bytes).ownRules()
    self.init(name: nil, summary: "a stylesheet of your own", rules: rules)
  }

  private init(house name: String) {
    let rules = Resources.bytes(at: "themes/\(name).css") ?? []
    self.init(name: name, summary: Self.summary(of: rules), rules: rules)
  }

  private init(name: String?, summary: String, rules: [UInt8]) {
    self.name = name
    self.summary = summary
    stylesheet = (Resources.bytes(at: "themes/base.css") ?? []) + [0x0A] + rules
  }

  /// "/* classic: a quiet book page */": a theme says itself what it looks like.
  private static func summary(of rules: [UInt8]) -> String {
    let line = rules.prefix { $0 != UInt8(ascii: "\n") }
    let words = line.drop { $0 != UInt8(ascii: ":") }.dropFirst(2)
    return String(decoding: words.dropLast(3), as: UTF8.self)
  }
}
