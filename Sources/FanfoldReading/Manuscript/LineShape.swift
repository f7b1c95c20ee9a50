/// How a plain text lays out its paragraphs, measured over the whole file.
struct LineShape: Equatable {
  /// What starts a new paragraph.
  enum Paragraphs: String {
    /// A blank line.
    case blankLine
    /// Every line is a paragraph.
    case onePerLine
    /// An indented first line.
    case indented
    /// Two blank lines or more: a single one stands between the lines of a paragraph.
    case doubleSpaced
  }

  var paragraphs: Paragraphs
  /// Whether lines were broken at a fixed width, so that their ends mean nothing.
  var isWrapped: Bool
  /// The width of the longest ordinary lines, in columns.
  var width: Int
  /// The columns by which the text as a whole is indented.
  var margin: Int
  /// Whether lines after the first of a paragraph are indented, as scripts have it.
  var hasHangingIndent: Bool
  /// How many blank lines part two paragraphs ordinarily; 0 when none do.
  var paragraphGap: Int
  /// How many in a hundred lines were full before they broke; `nil` where no lines touch.
  var fullLines: Int?

  /// Whether a word of `next` columns would still have fitted at the end of a line of `length` columns.
  func fits(next: Int, after length: Int, slack: Int = 0) -> Bool {
    length + 1 + next + slack <= width
  }
}
