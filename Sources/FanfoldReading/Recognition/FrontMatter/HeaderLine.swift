internal import FanfoldMarkup

/// A line of the shape "Label: value" with a label that is known.
package struct HeaderLine {
  package var field: HeaderLabels.Field
  /// The label's words.
  package var label: Range<Int>
  /// What follows the label and its colon; may be empty.
  package var value: Range<Int>

  /// The header line that stands at `range`, or `nil` for anything else: an unknown label, a speaker's name.
  package static func parse(_ text: [UInt8], _ range: Range<Int>, labels: HeaderLabels)
    -> HeaderLine?
  {
    if let header = cornered(text, range, labels) { return header }
    let start = afterBullet(text, range)
    // A line that begins with a letter has no signs before its label.
    if start < range.upperBound, SceneBreakMarks.isWordByte(text[start]), text[start] < 0x80,
      !labels.mayBegin(text[start..<range.upperBound])
    {
      return nil
    }
    if let note = authorsNote(
      text, start..<range.upperBound, isFenced: start > range.lowerBound, labels)
    {
      return note
    }
    let line = start..<beforeFrame(text, range, from: start)
    guard let separator = separator(text, line) else { return nil }
    let label = Decoration.stripped(text[start..<separator.lowerBound])
    guard !label.isEmpty, label.count <= 64, labels.mayBegin(text[label]) else { return nil }
    guard let field = field(Folding.fold(text[label]), labels) else { return nil }
    let value = HeadingTokens.trimmed(
      text, afterEmphasis(text, separator.upperBound..<line.upperBound))
    if !separator.isColon, !Self.plainFields.contains(field) { return nil }
    return HeaderLine(field: field, label: label, value: value)
  }

  /// "[Title] The Third Cup", "~Title~ The Third Cup", with a label as it stands in the table.
  private static func bracketed(
    _ text: [UInt8], _ line: Range<Int>, _ labels: HeaderLabels
  ) -> (header: HeaderLine, separator: UInt8)? {
    guard line.lowerBound > 0, line.count <= 200, let sign = closing[text[line.lowerBound - 1]],
      let close = text[line].prefix(40).firstIndex(of: sign),
      let field = labels.exactField(for: Folding.fold(text[line.lowerBound..<close]))
    else { return nil }
    let value = HeadingTokens.trimmed(text, close + 1..<line.upperBound)
    guard !value.isEmpty, text[value.lowerBound] != 0x3A else { return nil }
    return (HeaderLine(field: field, label: line.lowerBound..<close, value: value), sign)
  }

  private static let closing: [UInt8: UInt8] = [
    UInt8(ascii: "["): UInt8(ascii: "]"), UInt8(ascii: "("): UInt8(ascii: ")"),
    UInt8(ascii: "~"): UInt8(ascii: "~"),
  ]

  /// The end of a line without the partner of a sign before its label: "[Title: X]", "//Title: X//".
  private static func beforeFrame(_ text: [UInt8], _ range: Range<Int>, from start: Int) -> Int {
    guard start < range.upperBound, let last = text[range].last, let open = frames[last],
      let first = text[range.lowerBound...start].firstIndex(of: open)
    else { return range.upperBound }
    let (from, to) = (max(first + 1, start), range.upperBound - 1)
    guard from < to else { return range.upperBound }
    let inner = from..<to
    guard last == open || !text[inner].contains(where: { $0 == open || $0 == last }) else {
      return range.upperBound
    }
    var end = inner.upperBound
    while end > start, text[end - 1] == last, last == open { end -= 1 }
    return end
  }

  private static let frames: [UInt8: UInt8] = [
    UInt8(ascii: "]"): UInt8(ascii: "["), UInt8(ascii: ")"): UInt8(ascii: "("),
    UInt8(ascii: "/"): UInt8(ascii: "/"), UInt8(ascii: ">"): UInt8(ascii: "<"),
  ]

  /// The line read with a separator other than a colon, which several lines must share to be believed.
  static func loose(
    _ text: [UInt8], _ range: Range<Int>, labels: HeaderLabels
  ) -> (header: HeaderLine, separator: UInt8)? {
    var start = afterBullet(text, range)
    if start < range.upperBound, text[start] == UInt8(ascii: "(") { start += 1 }
    if let found = bracketed(text, start..<range.upperBound, labels) { return found }
    guard range.count <= 200, start < range.upperBound,
      labels.mayBegin(text[start..<range.upperBound])
    else { return nil }
    var end = start
    while end < range.upperBound, end - start < 32, !isLoose(text, end, range.upperBound) {
      end += 1
    }
    guard end < range.upperBound, isLoose(text, end, range.upperBound) else { return nil }
    let label = Decoration.stripped(text[start..<end])
    guard let field = labels.exactField(for: Folding.fold(text[label])) else { return nil }
    let sign = text[end] == 0x20 ? text[end + 1] : text[end]
    var value = end
    while value < range.upperBound, text[value] == 0x20 || text[value] == sign { value += 1 }
    // The other bytes of a dash.
    while value < range.upperBound, (0x80..<0xC0).contains(text[value]) { value += 1 }
    let words = HeadingTokens.trimmed(text, value..<range.upperBound)
    return words.isEmpty ? nil : (HeaderLine(field: field, label: label, value: words), sign)
  }

  /// Whether a separator begins there: a sign with a blank before it, or one that needs none.
  private static func isLoose(_ text: [UInt8], _ index: Int, _ end: Int) -> Bool {
    let byte = text[index]
    if byte == UInt8(ascii: ";") || byte == UInt8(ascii: ">") || byte == 0x09 { return true }
    guard index + 1 < end else { return false }
    if byte == 0x2E { return text[index + 1] == 0x2E }
    guard byte == 0x20 else { return false }
    return "-=~|/ ".utf8.contains(text[index + 1])
      || text[index + 1..<end].starts(with: "\u{2013}".utf8)
      || text[index + 1..<end].starts(with: "\u{2014}".utf8)
  }

  /// "A/N - Enjoy!", "~A/N~ Thanks", "Author Notes" alone: what only authors write needs no colon behind it.
  private static func authorsNote(
    _ text: [UInt8], _ range: Range<Int>, isFenced: Bool, _ labels: HeaderLabels
  ) -> HeaderLine? {
    guard let first = range.first.map({ text[$0] | 0x20 }), first == UInt8(ascii: "a"),
      range.count < 40 || isFenced
        || text[range].prefix(8).contains(where: { "/.-".utf8.contains($0) })
    else { return nil }
    var end = range.lowerBound
    while end < range.upperBound, end - range.lowerBound < 16 {
      let byte = text[end]
      guard SceneBreakMarks.isLetter(byte) || "/.' \u{2019}".utf8.contains(byte) else { break }
      end += 1
    }
    while end > range.lowerBound, text[end - 1] == 0x20 { end -= 1 }
    let label = range.lowerBound..<end
    var folded = Folding.fold(text[label])
    while folded.last == "." { folded.removeLast() }
    guard folded.contains("/") || folded.contains("author") || folded == "a.n" || folded == "an",
      labels.field(for: folded) == .note
    else { return nil }
    let rest = HeadingTokens.trimmed(text, end..<range.upperBound)
    guard let sign = text[rest].first else {
      return HeaderLine(field: .note, label: label, value: rest)
    }
    let isParted =
      isFenced && "~*_])".utf8.contains(sign)
      || sign == 0x2D && folded != "author" || text[rest].starts(with: "\u{2013}".utf8)
    guard isParted else { return nil }
    let value = HeadingTokens.afterSeparator(
      text, rest.lowerBound + (sign >= 0x80 ? 0 : 1)..<rest.upperBound
    ).1
    return HeaderLine(field: .note, label: label, value: value)
  }

  /// The field of a label, or of its first half: "Other pairings/threesome", "Rating & genre", "WIP?".
  private static func field(_ label: String, _ labels: HeaderLabels) -> HeaderLabels.Field? {
    if let field = labels.field(for: label) { return field }
    if label.last == "?" { return labels.field(for: String(label.dropLast())) }
    // "A/N 2", "AN2".
    if let last = label.last, last.isNumber {
      let words = PairingParser.trimmed(String(label.dropLast()))
      return labels.field(for: words) == .note ? .note : nil
    }
    let bytes = Array(label.utf8)
    for (index, separator) in separators.enumerated() {
      guard let start = bytes.span.firstIndex(of: separator), start > 0 else { continue }
      let end = start + separator.count
      guard let first = labels.field(for: String(decoding: bytes[..<start], as: UTF8.self)) else {
        return nil
      }
      if first == .note || index == 0
        || labels.field(for: String(decoding: bytes[end...], as: UTF8.self)) != nil
      {
        return first
      }
    }
    return nil
  }

  /// What stands between two labels; behind the first one anything may follow.
  private static let separators = ["/", " & ", " and "].map { Array($0.utf8) }

  /// The line with "Story:" read as a summary where a sentence follows; a title has no full stop.
  func withSummary(_ text: [UInt8]) -> HeaderLine {
    guard field == .title, value.count > 20, text[value.upperBound - 1] == 0x2E,
      ["story", "fic"].contains(Folding.fold(text[label]))
    else { return self }
    return HeaderLine(field: .summary, label: label, value: value)
  }

  /// Fields that no sentence begins with, so that a dash or a full stop will do after the label.
  private static let plainFields: Set<HeaderLabels.Field> = [
    .title, .author, .rating, .relationship, .disclaimer,
  ]

  private static func afterBullet(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, !SceneBreakMarks.isWordByte(text[start]),
      "*_-[</# ~>".utf8.contains(text[start])
    {
      start += 1
    }
    if start + 1 < range.upperBound, text[start] == UInt8(ascii: "b"),
      text[start + 1] == UInt8(ascii: "]") || text[start + 1] == UInt8(ascii: ">")
    {
      start += 2
    }
    return start
  }

  private static func afterEmphasis(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    if text[range].starts(with: "[/b]".utf8) || text[range].starts(with: "</b>".utf8) { start += 4 }
    while start < range.upperBound, start - range.lowerBound < 2,
      text[start] == 0x2A || text[start] == 0x5F
    {
      start += 1
    }
    return start..<range.upperBound
  }

  private struct Separator {
    var lowerBound: Int
    var upperBound: Int
    var isColon: Bool
  }

  /// The first colon, or a dash with blanks around it or a full stop, within the length of a label.
  private static func separator(_ text: [UInt8], _ range: Range<Int>) -> Separator? {
    var index = range.lowerBound
    let end = min(range.upperBound, range.lowerBound + 72)
    while index < end {
      switch text[index] {
      case 0x3A:
        let isDouble = index + 1 < range.upperBound && text[index + 1] == 0x3A
        return Separator(
          lowerBound: index, upperBound: index + (isDouble ? 2 : 1), isColon: true)
      case 0xEF
      where index + 2 < range.upperBound && text[index + 1] == 0xBC && text[index + 2] == 0x9A:
        return Separator(lowerBound: index, upperBound: index + 3, isColon: true)
      case 0x2D, 0x3D, 0x7E:
        if index > range.lowerBound, text[index - 1] == 0x20, index + 1 < range.upperBound,
          text[index + 1] == 0x20
        {
          return Separator(lowerBound: index, upperBound: index + 1, isColon: false)
        }
      case 0x2E where index + 1 < range.upperBound && text[index + 1] == 0x20:
        return Separator(lowerBound: index, upperBound: index + 1, isColon: false)
      default: break
      }
      index += 1
    }
    return nil
  }
}
