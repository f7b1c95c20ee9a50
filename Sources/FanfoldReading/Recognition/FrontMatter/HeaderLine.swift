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
    let start = afterBullet(text, range)
    guard let separator = separator(text, start..<range.upperBound) else { return nil }
    let label = Decoration.stripped(text[start..<separator.lowerBound])
    guard !label.isEmpty, label.count <= 48 else { return nil }
    guard let field = labels.field(for: Folding.fold(text[label])) else { return nil }
    let value = HeadingTokens.trimmed(
      text, afterEmphasis(text, separator.upperBound..<range.upperBound))
    if !separator.isColon, !Self.plainFields.contains(field) { return nil }
    return HeaderLine(field: field, label: label, value: value)
  }

  /// Fields that no sentence begins with, so that a dash or a full stop will do after the label.
  private static let plainFields: Set<HeaderLabels.Field> = [
    .title, .author, .rating, .relationship, .disclaimer,
  ]

  private static func afterBullet(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while start < range.upperBound, "*_-[<# ~>".utf8.contains(text[start]) { start += 1 }
    if text[start..<range.upperBound].starts(with: "b]".utf8)
      || text[start..<range.upperBound].starts(with: "b>".utf8)
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
    let end = min(range.upperBound, range.lowerBound + 60)
    while index < end {
      switch text[index] {
      case 0x3A:
        return Separator(lowerBound: index, upperBound: index + 1, isColon: true)
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
