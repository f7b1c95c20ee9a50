/// Escapes what would be lost on libxml2 because it looks like markup and is none.
///
/// Writers put thoughts, sounds and hearts in angle brackets: `<What?>`, `<THUD>`, `<3`. An HTML
/// parser takes what begins with a letter for an element and its words for attributes, and the text
/// is gone. So before parsing, each "<" must begin a tag that HTML knows, with attributes that look
/// like some, or it becomes `&lt;`. Character references are put right on the way: `&#146;` meant
/// an apostrophe to every browser (HTML §13.2.5.84), and one that means no character is shown as
/// U+FFFD.
struct StrayMarkup {
  let source: [UInt8]
  /// The text that only the source has, when the parser is not to read all of it.
  private(set) var spared: SparedText
  private let spares: Bool
  private var output: [UInt8] = []
  private var copied = 0
  var nextAmpersand: Int
  var nextNUL: Int

  /// - Parameter sparesText: Whether the parser is to be spared text.
  init(_ source: [UInt8], sparesText: Bool) {
    self.source = source
    spared = SparedText(of: source)
    spares = sparesText && SparedText.isPossible(in: source)
    nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&")) ?? source.count
    nextNUL = source.span.firstIndex(of: 0) ?? source.count
  }

  /// The bytes to parse: the source itself when nothing strays. The edits are noted in `lines`.
  mutating func escaped(_ lines: inout SourceLines) throws(MarkupError) -> [UInt8] {
    var tags = TagJudge(source.span)
    var index = 0
    while let bracket = source.span.firstIndex(of: UInt8(ascii: "<"), from: index) {
      text(index..<bracket, &lines)
      index = try bracketed(bracket, tags.judge(source.span, at: bracket), &lines)
    }
    text(index..<source.count, &lines)
    guard copied > 0 else { return source }
    output.append(contentsOf: source[copied...])
    return output
  }

  /// Handles a run of text between two "<".
  private mutating func text(_ run: Range<Int>, _ lines: inout SourceLines) {
    var start = run.lowerBound
    while spares, start < run.upperBound {
      let end = min(nextAmpersand, run.upperBound)
      if let part = SparedText.part(of: start..<end, in: source.span) {
        spared.note(part, at: output.count + part.lowerBound - copied)
        replace(part, with: SparedText.standIn, &lines)
      }
      start = end
      if end < run.upperBound {
        start = min(endOfReference(at: end), run.upperBound)
        references(before: start, &lines)
        start = max(start, copied)
      }
    }
    references(before: run.upperBound, &lines)
  }

  /// Handles what stands at a "<" and gives the offset to go on at.
  private mutating func bracketed(
    _ start: Int, _ verdict: TagJudge.Verdict, _ lines: inout SourceLines
  ) throws(MarkupError) -> Int {
    switch verdict {
    case .text:
      replace(start..<start + 1, with: "&lt;", &lines)
      return start + 1
    case .opaque(let end):
      skipReferences(before: end)
      return end
    case .emptyComment(let end):
      replace(start..<end, with: "<!---->", &lines)
      return end
    case .declarations(let end):
      replace(start..<end, with: "<!DOCTYPE html>", &lines)
      skipReferences(before: end)
      return end
    case .tag(let tag):
      try tag.checkLimits(line: lines.position(of: start + output.count - copied).line)
      references(before: tag.end, &lines)
      return tag.end
    case .voidTag(let end):
      references(before: end - 1, &lines)
      replace(end - 1..<end, with: "/>", &lines)
      return end
    case .textElement(let end, let close):
      references(before: end, &lines)
      var index = end
      while let bracket = source.span.firstIndex(of: UInt8(ascii: "<"), from: index),
        bracket < close
      {
        references(before: bracket, &lines)
        replace(bracket..<bracket + 1, with: "&lt;", &lines)
        index = bracket + 1
      }
      return close
    }
  }

  /// Puts other text into the output than the source has there.
  mutating func replace(_ range: Range<Int>, with text: String, _ lines: inout SourceLines) {
    copy(before: range)
    output.append(contentsOf: text.utf8)
    lines.shift(at: output.count, ahead: output.count - copied)
  }

  private mutating func replace(
    _ range: Range<Int>, with letter: UInt8, _ lines: inout SourceLines
  ) {
    copy(before: range)
    output.append(letter)
    lines.shift(at: output.count, ahead: output.count - copied)
  }

  private mutating func copy(before range: Range<Int>) {
    if copied == 0 {
      output.reserveCapacity(spares ? source.count / 2 : source.count + source.count / 16 + 64)
    }
    output.append(contentsOf: source[copied..<range.lowerBound])
    copied = range.upperBound
  }
}
