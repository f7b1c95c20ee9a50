extension Manuscript.Line {
  /// The line with only a piece of its text.
  func cut(to piece: Range<Int>, of text: [UInt8]) -> Manuscript.Line {
    Manuscript.Line(
      range: piece, indent: indent, width: Columns.count(text.span, piece), number: number,
      blanksBefore: blanksBefore)
  }

  /// The line with that many blank lines before it.
  func after(blanks: Int) -> Manuscript.Line {
    Manuscript.Line(
      range: range, indent: indent, width: width, number: number, blanksBefore: blanks)
  }

  /// The line without room around it.
  func atMargin() -> Manuscript.Line {
    Manuscript.Line(range: range, indent: 0, width: width, number: number, blanksBefore: 0)
  }
}
