/// A run of text within a line.
public indirect enum Inline: Sendable, Hashable, Codable {
  case text(String)
  /// Stress, a thought, a ship's name: what authors set in italics or between `*` or `_`.
  case emphasis([Inline])
  case strong([Inline])
  case underline([Inline])
  case strikethrough([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  case code(String)
  case link(target: String, [Inline])
  case lineBreak

  /// Calls `body` with each run of text in reading order.
  public func forEachText(_ body: (String) -> Void) {
    switch self {
    case .text(let text), .code(let text):
      body(text)
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .link(_, let inner):
      for inline in inner { inline.forEachText(body) }
    case .lineBreak:
      body("\n")
    }
  }
}

extension [Inline] {
  /// The text alone, marks left out.
  public var plainText: String {
    var text = ""
    for inline in self { inline.forEachText { text += $0 } }
    return text
  }
}
