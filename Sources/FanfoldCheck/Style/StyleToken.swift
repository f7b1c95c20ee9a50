/// A token of a style sheet (CSS Syntax Level 3 §4), with the words of CSS 2.1 that selectors and
/// values are judged by.
struct StyleToken: Sendable {
  enum Kind: Sendable, Hashable {
    case identifier, atKeyword, function, string, hash, className, number, percentage, url
    case unicodeRange, important
    /// `~=`, `|=`, `^=`, `$=` or `*=`.
    case match
    /// `<!--` or `-->`.
    case markupComment
    case blank, comment
    case character(UInt8)
    case end
  }

  let kind: Kind
  let range: Range<Int>
  let place: StylePlace

  func isCharacter(_ character: Unicode.Scalar) -> Bool {
    kind == .character(UInt8(ascii: character))
  }
}

/// A place in a style sheet.
struct StylePlace: Sendable, Hashable {
  /// From 1.
  var line = 1
  /// From 1, in units of UTF-16.
  var column = 1
}
