internal import FanfoldMarkup

/// The first line of a text that names both the story and its author without a "by" between them: "The Long Way -- Ann
/// Hale", "Ann Hale: The Long Way", "ANN HALE'S The Long Way", "The Long Way (c) 1995 Ann Hale", "《长路》作者：海尔".
struct TitleAndName {
  let title: Range<Int>
  let name: Range<Int>

  init?(_ text: [UInt8], _ range: Range<Int>) {
    guard range.count <= 100,
      let found = Self.labelled(text, range) ?? Self.withNotice(text, range)
        ?? Self.parted(text, range) ?? Self.owned(text, range)
    else { return nil }
    let title = Decoration.stripped(text[found.title])
    guard TitleShape.score(text[title]) >= 1, !PersonName.looksLikeGivenName(text[title]) else {
      return nil
    }
    (self.title, name) = (title, found.name)
  }

  /// "《长路》作者：海尔", with "（全本）" or the like between them.
  private static func labelled(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (title: Range<Int>, name: Range<Int>)? {
    guard text[range].starts(with: "《".utf8),
      let close = text[range].firstRange(of: Array("》".utf8))
    else { return behindLabel(text, range) }
    guard
      let label = text[close.upperBound..<range.upperBound].firstRange(of: Array("作者".utf8)),
      let colon = ["：", ":"].first(where: {
        text[label.upperBound..<range.upperBound].starts(with: $0.utf8)
      })
    else { return nil }
    return (
      range.lowerBound + "《".utf8.count..<close.lowerBound,
      HeadingTokens.trimmed(text, label.upperBound + colon.utf8.count..<range.upperBound)
    )
  }

  /// "长路 作者：海尔", without the signs of a title.
  private static func behindLabel(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (title: Range<Int>, name: Range<Int>)? {
    for label in ["作者：", "作者:", "文/", "文／"] {
      guard let found = text[range].firstRange(of: Array(label.utf8)),
        found.lowerBound > range.lowerBound
      else { continue }
      let title = HeadingTokens.trimmed(text, range.lowerBound..<found.lowerBound)
      let name = HeadingTokens.trimmed(text, found.upperBound..<range.upperBound)
      let isParted = title.upperBound < found.lowerBound
      return isParted && !name.isEmpty && name.count <= 36 ? (title, name) : nil
    }
    return nil
  }

  private static func withNotice(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (title: Range<Int>, name: Range<Int>)? {
    if CopyrightReader.isNotice(text[range]) { return nil }
    for sign in ["(c)", "(C)", "\u{A9}", "Copyright", "copyright"] {
      guard let found = text[range].firstRange(of: Array(sign.utf8)),
        found.lowerBound > range.lowerBound,
        let name = CopyrightReader.holder(text[found.lowerBound..<range.upperBound])
      else { continue }
      return (HeadingTokens.trimmed(text, range.lowerBound..<found.lowerBound), name)
    }
    return nil
  }

  private static func parted(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (title: Range<Int>, name: Range<Int>)? {
    for sign in [" -- ", " - ", " \u{2013} ", " \u{2014} ", " / "] {
      guard let found = text[range].firstRange(of: Array(sign.utf8)) else { continue }
      let (before, behind) = (
        HeadingTokens.trimmed(text, range.lowerBound..<found.lowerBound),
        HeadingTokens.trimmed(text, found.upperBound..<range.upperBound)
      )
      if PersonName.looksLikeGivenName(text[behind]) { return (before, behind) }
      if PersonName.looksLikeGivenName(text[before]) { return (behind, before) }
    }
    guard let colon = text[range].firstIndex(of: 0x3A) else { return nil }
    let name = HeadingTokens.trimmed(text, range.lowerBound..<colon)
    guard PersonName.looksLikeGivenName(text[name]) else { return nil }
    return (HeadingTokens.trimmed(text, colon + 1..<range.upperBound), name)
  }

  private static func owned(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (title: Range<Int>, name: Range<Int>)? {
    guard let sign = text[range].firstRange(of: Array("'s ".utf8)) else { return nil }
    let name = range.lowerBound..<sign.lowerBound
    let title = HeadingTokens.trimmed(text, sign.upperBound..<range.upperBound)
    guard PersonName.looksLikeGivenName(text[name]),
      !text[title].contains(where: { (0x61...0x7A).contains($0) })
    else { return nil }
    return (title, name)
  }
}
