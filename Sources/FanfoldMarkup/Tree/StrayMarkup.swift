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
  private var output: [UInt8] = []
  private var copied = 0
  private var ahead = 0
  var nextAmpersand: Int
  var nextNUL: Int

  init(_ source: [UInt8]) {
    self.source = source
    nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&")) ?? source.count
    nextNUL = source.span.firstIndex(of: 0) ?? source.count
  }

  /// The bytes to parse: the source itself when nothing strays. The edits are noted in `lines`.
  mutating func escaped(_ lines: inout SourceLines) throws(MarkupError) -> [UInt8] {
    var tags = TagJudge(source.span)
    var index = 0
    while let bracket = source.span.firstIndex(of: UInt8(ascii: "<"), from: index) {
      references(before: bracket, &lines)
      index = try bracketed(bracket, tags.judge(source.span, at: bracket), &lines)
    }
    references(before: source.count, &lines)
    guard copied > 0 else { return source }
    output.append(contentsOf: source[copied...])
    return output
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
    case .tag(let tag):
      try tag.checkLimits(line: lines.position(of: start + ahead).line)
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
    if copied == 0 { output.reserveCapacity(source.count + source.count / 16 + 64) }
    output.append(contentsOf: source[copied..<range.lowerBound])
    output.append(contentsOf: text.utf8)
    copied = range.upperBound
    ahead += text.utf8.count - range.count
    lines.shift(at: output.count, ahead: ahead)
  }
}
