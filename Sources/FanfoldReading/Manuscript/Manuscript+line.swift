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

  /// The line with another indent.
  func indented(_ indent: Int) -> Manuscript.Line {
    Manuscript.Line(
      range: range, indent: indent, width: width, number: number, blanksBefore: blanksBefore)
  }

  /// The line with another number.
  func numbered(_ number: Int) -> Manuscript.Line {
    Manuscript.Line(
      range: range, indent: indent, width: width, number: number, blanksBefore: blanksBefore)
  }
}
