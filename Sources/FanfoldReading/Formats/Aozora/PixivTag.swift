/// A tag that writers put into novels on pixiv (what its help calls special tags): "[newpage]",
/// "[chapter:The Road]", "[[rb:漢字 > かんじ]]", "[[jumpuri:here > https://example.org]]", "[pixivimage:1]", "[jump:2]".
struct PixivTag {
  typealias Scalars = AozoraLine.Scalars

  enum Kind: Equatable {
    case newPage, chapter, link
    case reading(Scalars)
    /// A picture that is not in the file, or a way to another page.
    case unseen
  }

  let kind: Kind
  /// What readers see.
  let words: Scalars
  /// The rest, without a reading.
  let signs: Scalars
  /// The place behind the tag.
  let end: Int

  /// The tags that no other text has, as they begin.
  static let starts = ["[newpage]", "[chapter:", "[[rb:"].map { Array($0.utf8) }

  /// How far a tag goes at most.
  private static let longest = 400

  private static let names: [(name: String, kind: Kind)] = [
    ("[newpage]", .newPage), ("[chapter:", .chapter), ("[[rb:", .reading([])),
    ("[[jumpuri:", .link), ("[pixivimage:", .unseen), ("[uploadedimage:", .unseen),
    ("[jump:", .unseen),
  ]

  /// The tag that begins at a place; `nil` for other brackets.
  init?(_ source: Scalars, at index: Int) {
    let rest = source[index...]
    guard let known = Self.names.first(where: { rest.starts(with: $0.name.unicodeScalars) })
    else { return nil }
    let (name, kind) = (Array(known.name.unicodeScalars), known.kind)
    if kind == .newPage {
      (self.kind, words, signs, end) = (kind, [], name, index + name.count)
      return
    }
    let inner = index + name.count
    let isDouble = known.name.hasPrefix("[[")
    guard let close = source[inner...].prefix(Self.longest).firstIndex(of: "]"),
      !isDouble || source[close...].dropFirst().first == "]"
    else { return nil }
    end = close + (isDouble ? 2 : 1)
    guard isDouble else {
      let isSeen = kind == .chapter
      guard isSeen || source[inner..<close].allSatisfy(Self.isOfNumber) else { return nil }
      (self.kind, words) = (kind, isSeen ? Array(source[inner..<close]) : [])
      signs = isSeen ? name + ["]"] : Array(source[index..<end])
      return
    }
    guard let sign = source[inner..<close].lastIndex(of: ">") else { return nil }
    let base = Self.trimmed(source[inner..<sign])
    let other = Self.trimmed(source[sign + 1..<close])
    words = Array(base)
    let marks = source[inner..<base.startIndex] + source[base.endIndex..<other.startIndex]
    let tail = source[other.endIndex..<end]
    self.kind = kind == .link ? .link : .reading(Array(other))
    signs = name + marks + (kind == .link ? other : []) + tail
  }

  /// Whether the tag is only one when nothing else stands on its line.
  var standsAlone: Bool { kind == .newPage || kind == .chapter }

  /// "12345-2" names a picture, "2" a page.
  private static func isOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || scalar == "-" || scalar == "#"
  }

  private static func trimmed(_ piece: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    let words = piece.drop { $0.properties.isWhitespace }
    let end = words.lastIndex { !$0.properties.isWhitespace }.map { $0 + 1 } ?? words.startIndex
    return words[..<end]
  }
}
