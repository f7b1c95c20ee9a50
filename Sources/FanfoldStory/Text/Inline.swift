/// A run of text within a line. Runs hold others in arrays, so that no run needs a place of its own in memory but the
/// rare ones that would make all others larger.
public enum Inline: Sendable, Hashable, Codable {
  case text(String)
  /// Stress, a thought, a ship's name: what authors set in italics or between `*` or `_`.
  case emphasis([Inline])
  case strong([Inline])
  case underline([Inline])
  case strikethrough([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  /// Words said under one's breath, remarks of lesser weight.
  case small([Inline])
  case code(String)
  indirect case link(target: String, [Inline])
  /// A short form and what it stands for.
  indirect case abbreviation([Inline], meaning: String)
  /// Words in another language than the text around them: a BCP 47 tag.
  indirect case language(String, [Inline])
  case direction(Direction, [Inline])
  /// Text with its reading beside it, as Japanese and Chinese have it.
  indirect case ruby([Inline], reading: [Inline])
  indirect case image(ImageReference)
  case lineBreak

  /// Which way a run of text is written.
  public enum Direction: String, Sendable, Hashable, Codable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"
  }
}

extension Inline {
  /// What a run holds; `nil` for one that holds no others. The reading of a ruby is not part of it.
  public var inner: [Inline]? {
    switch self {
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .small(let inner), .link(_, let inner),
      .abbreviation(let inner, _), .language(_, let inner), .direction(_, let inner),
      .ruby(let inner, _):
      inner
    case .text, .code, .image, .lineBreak: nil
    }
  }

  /// The same kind of run around other text; one that can hold none stays as it is.
  public func replacing(inner: [Inline]) -> Inline {
    switch self {
    case .emphasis: .emphasis(inner)
    case .strong: .strong(inner)
    case .underline: .underline(inner)
    case .strikethrough: .strikethrough(inner)
    case .superscript: .superscript(inner)
    case .subscript: .subscript(inner)
    case .small: .small(inner)
    case .link(let target, _): .link(target: target, inner)
    case .abbreviation(_, let meaning): .abbreviation(inner, meaning: meaning)
    case .language(let tag, _): .language(tag, inner)
    case .direction(let direction, _): .direction(direction, inner)
    case .ruby(_, let reading): .ruby(inner, reading: reading)
    case .text, .code, .image, .lineBreak: self
    }
  }

  /// Calls `body` with each run of text in reading order.
  public func forEachText(_ extent: TextExtent = .all, _ body: (String) -> Void) {
    switch self {
    case .text(let text), .code(let text): body(text)
    case .image(let image):
      if extent == .all { body(image.alternative) }
    case .lineBreak: body("\n")
    case .ruby(let base, let reading):
      for inline in base { inline.forEachText(extent, body) }
      if extent == .all { for inline in reading { inline.forEachText(extent, body) } }
    case .emphasis(let inner), .strong(let inner), .underline(let inner), .strikethrough(let inner),
      .superscript(let inner), .subscript(let inner), .small(let inner), .link(_, let inner),
      .abbreviation(let inner, _), .language(_, let inner), .direction(_, let inner):
      for inline in inner { inline.forEachText(extent, body) }
    }
  }

  /// Calls `body` with each picture in reading order.
  public func forEachImage(_ body: (ImageReference) -> Void) {
    if case .image(let image) = self { return body(image) }
    for inline in inner ?? [] { inline.forEachImage(body) }
    if case .ruby(_, let reading) = self { for inline in reading { inline.forEachImage(body) } }
  }
}

/// How much of a text is meant.
public enum TextExtent: Sendable, Hashable {
  /// Everything, also what stands for a picture and the reading beside a word.
  case all
  /// The words a reader reads once.
  case prose
}

extension [Inline] {
  /// The text alone, marks left out.
  public var plainText: String {
    var text = ""
    for inline in self { inline.forEachText { text += $0 } }
    return text
  }

  /// Whether there is a picture in it.
  public var hasImage: Bool {
    var found = false
    for inline in self { inline.forEachImage { _ in found = true } }
    return found
  }
}
