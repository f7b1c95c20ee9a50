/// Escapes what would be lost on libxml2 because it looks like markup and is none.
///
/// Writers put thoughts, sounds and hearts in angle brackets: `<What?>`, `<THUD>`, `<3`. An HTML parser
/// takes what begins with a letter for an element and its words for attributes, and the text is gone.
/// So before parsing, each "<" must begin a tag that HTML knows, with attributes that look like some,
/// or it becomes `&lt;`. Character references are put right on the way: `&#146;` meant an apostrophe to
/// every browser (HTML §13.2.5.84), and one that means no character is shown as U+FFFD.
struct StrayMarkup {
  let source: [UInt8]
  private var output: [UInt8] = []
  private var copied = 0
  private var ahead = 0
  private var nextAmpersand: Int
  private var nextNUL: Int
  var tags = TagJudge()

  init(_ source: [UInt8]) {
    self.source = source
    nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&")) ?? source.count
    nextNUL = source.span.firstIndex(of: 0) ?? source.count
  }

  /// The bytes to parse: the source itself when nothing strays. The edits are noted in `lines`.
  mutating func escaped(_ lines: inout SourceLines) throws(MarkupError) -> [UInt8] {
    var index = 0
    while let bracket = source.span.firstIndex(of: UInt8(ascii: "<"), from: index) {
      references(before: bracket, &lines)
      index = try bracketed(bracket, &lines)
    }
    references(before: source.count, &lines)
    guard copied > 0 else { return source }
    output.append(contentsOf: source[copied...])
    return output
  }

  /// Handles what stands at a "<" and gives the offset to go on at.
  private mutating func bracketed(
    _ start: Int, _ lines: inout SourceLines
  ) throws(MarkupError) -> Int {
    let source = source
    let verdict = tags.judge(source.span, at: start)
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
    case .tag(let end, let length):
      guard length < MarkupLimits.attributeLength else {
        throw .attributeTooLong(line: lines.position(of: start + ahead).line)
      }
      references(before: end, &lines)
      return end
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

  private mutating func replace(
    _ range: Range<Int>, with text: StaticString, _ lines: inout SourceLines
  ) {
    replace(range, with: text.utf8Start, count: text.utf8CodeUnitCount, &lines)
  }

  private mutating func replace(
    _ range: Range<Int>, with text: UnsafePointer<UInt8>, count: Int, _ lines: inout SourceLines
  ) {
    if copied == 0 { output.reserveCapacity(source.count + source.count / 16 + 64) }
    output.append(contentsOf: source[copied..<range.lowerBound])
    output.append(contentsOf: UnsafeBufferPointer(start: text, count: count))
    copied = range.upperBound
    ahead += count - range.count
    lines.shift(at: output.count, ahead: ahead)
  }
}

// MARK: Character references

extension StrayMarkup {
  private mutating func references(before end: Int, _ lines: inout SourceLines) {
    while min(nextAmpersand, nextNUL) < end {
      if nextNUL < nextAmpersand {
        replace(nextNUL..<nextNUL + 1, with: "\u{FFFD}", &lines)
        nextNUL = source.span.firstIndex(of: 0, from: nextNUL + 1) ?? source.count
      } else {
        reference(at: nextAmpersand, &lines)
        let next = nextAmpersand + 1
        nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&"), from: next) ?? source.count
      }
    }
  }

  /// Scripts and comments have none.
  private mutating func skipReferences(before end: Int) {
    if nextAmpersand < end {
      nextAmpersand = source.span.firstIndex(of: UInt8(ascii: "&"), from: end) ?? source.count
    }
  }

  private mutating func reference(at start: Int, _ lines: inout SourceLines) {
    let source = source
    let bytes = source.span
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return }
    var index = start + 2
    let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let firstDigit = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = Self.digit(bytes[index], isHex: isHex) {
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > firstDigit else {
      return replace(start..<start + 1, with: "&amp;", &lines)
    }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    guard let meant = Self.meaning(of: value) else { return }
    let text = Array(String(Character(meant)).utf8)
    text.withUnsafeBufferPointer {
      guard let base = $0.baseAddress else { return }
      replace(start..<index, with: base, count: $0.count, &lines)
    }
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46 where isHex, 0x61...0x66 where isHex: UInt32(byte & 0x0F + 9)
    default: nil
    }
  }

  /// What a number stands for, where that is not the character itself.
  private static func meaning(of value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x80...0x9F: windows1252[Int(value - 0x80)]
    case 0, 0xD800...0xDFFF, 0xFFFE, 0xFFFF, 0x110000...: "\u{FFFD}"
    case 0x01...0x08, 0x0B, 0x0C, 0x0E...0x1F: "\u{FFFD}"
    default: nil
    }
  }

  private static let windows1252: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
    "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ",
    "\u{FFFD}", "ž", "Ÿ",
  ]
}
