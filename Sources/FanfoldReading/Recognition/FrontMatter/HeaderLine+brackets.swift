internal import FanfoldMarkup

/// Labels that stand in brackets or on lines of their own instead of before a colon.
extension HeaderLine {
  /// "【题名】 Tea", with the value behind it or below.
  static func cornered(
    _ text: [UInt8], _ range: Range<Int>, _ labels: HeaderLabels
  ) -> HeaderLine? {
    guard range.count <= 400, range.count > open.count, text[range.lowerBound] == open[0],
      text[range].starts(with: open),
      let close = text[range].prefix(48).firstRange(of: Array("】".utf8))
    else { return nil }
    let label = range.lowerBound + open.count..<close.lowerBound
    guard let field = labels.exactField(for: Folding.fold(text[label])), corners.contains(field)
    else { return nil }
    var value = close.upperBound
    for colon in [":", "：", "】"] where text[value..<range.upperBound].starts(with: colon.utf8) {
      value += colon.utf8.count
    }
    return HeaderLine(
      field: field, label: label, value: HeadingTokens.trimmed(text, value..<range.upperBound))
  }

  private static let open = Array("【".utf8)

  /// Fields that no voice in a story announces so.
  private static let corners: Set<HeaderLabels.Field> = [
    .title, .author, .summary, .relationship, .rating, .category, .tag, .character, .fandom,
  ]

  /// "Аннотация", "Synopsis" alone above what it announces.
  static func alone(
    _ text: [UInt8], _ range: Range<Int>, labels: HeaderLabels
  ) -> HeaderLine? {
    guard (6...40).contains(range.count), labels.mayBegin(text[range]) else { return nil }
    let label = Decoration.stripped(text[range])
    guard labels.exactField(for: Folding.fold(text[label])) == .summary else { return nil }
    return HeaderLine(field: .summary, label: label, value: range.upperBound..<range.upperBound)
  }
}
