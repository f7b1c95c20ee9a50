internal import FanfoldStory

extension Manuscript {
  /// Whether the format says that a line is a heading.
  func isHeading(_ line: Int) -> Bool {
    if case .heading = blocks[block(of: line)].kind { true } else { false }
  }

  /// Whether the format sets a line off from the text: as a heading, in the middle, in bold letters throughout.
  func isSetOff(_ line: Int) -> Bool {
    if isHeading(line) || blocks[block(of: line)].alignment == .centre { return true }
    let range = lines[line].range
    return !range.isEmpty
      && marks(overlapping: range).contains { mark in
        mark.style == .strong && mark.range.lowerBound <= range.lowerBound
          && range.upperBound <= mark.range.upperBound
      }
  }

  /// Where a link leads of which all these words are.
  func link(around range: Range<Int>) -> String? {
    for mark in marks(overlapping: range) {
      if case .link(let target) = mark.style, mark.range.lowerBound <= range.lowerBound,
        range.upperBound <= mark.range.upperBound
      {
        return target
      }
    }
    return nil
  }

  /// "The Lamp ([Rowan](…))" parted into title and name; `nil` when no linked name stands in brackets at its end.
  func linkedName(behind title: Range<Int>) -> (title: Range<Int>, name: Range<Int>)? {
    // The closing bracket may have been taken for decoration.
    let end = title.upperBound
    let close = text[title].last == UInt8(ascii: ")") ? end - 1 : end
    guard let open = text[title].lastIndex(of: UInt8(ascii: "(")), open > title.lowerBound,
      open + 1 < close, link(around: open + 1..<close) != nil
    else { return nil }
    return (HeadingTokens.trimmed(text, title.lowerBound..<open), open + 1..<close)
  }
}
