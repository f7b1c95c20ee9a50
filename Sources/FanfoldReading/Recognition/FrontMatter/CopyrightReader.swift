internal import FanfoldStory

/// Finds an author whom only a notice of copyright names, before the story or behind it: "Copyright (c) 1991 by Ann Hale",
/// "© 1991, Ann Hale. All rights reserved."
struct CopyrightReader {
  /// How many lines at either end may hold the notice.
  private static let reach = 40

  func read(_ draft: inout Draft) {
    let count = draft.fates.count
    let front = 0..<min(count, max(draft.storyStart, 12), Self.reach)
    for line in Array(front) + Array(max(front.upperBound, count - Self.reach)..<count).reversed() {
      guard let name = Self.holder(draft.bytes(line)) else { continue }
      let author = draft.manuscript.string(name)
      draft.metadata.authors = [Author(author)]
      draft.decide { draft in
        Decision(
          .author, author, rule: "copyright-notice", at: draft.place(line),
          because: "a notice of copyright names nobody else")
      }
      return
    }
  }

  /// Whether a line begins as a notice does.
  static func isNotice(_ line: ArraySlice<UInt8>) -> Bool {
    // A "c", a bracket, or no ASCII; most lines begin with something else.
    guard let first = line.first(where: { $0 > 0x20 }),
      first >= 0x80 || first | 0x20 == 0x63 || first == 0x28
    else { return false }
    let folded = Folding.fold(line.prefix(16))
    return beginnings.contains(where: folded.hasPrefix)
  }

  private static let beginnings = ["copyright", "(c) ", "(c)1", "(c)2", "\u{A9}", "copr."]

  /// The person who holds the rights by the words of a line; `nil` for companies.
  static func holder(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    guard line.count <= 160, isNotice(line) else { return nil }
    var words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })[...]
    while let word = words.first, isFormula(word) { words.removeFirst() }
    guard let first = words.first else { return nil }
    var end = first.startIndex
    for word in words.prefix(4) {
      if end > first.startIndex, isFormula(word) { break }
      let bare = word.last.map { ",.;".utf8.contains($0) } == true && word.count > 2
      end = bare ? word.endIndex - 1 : word.endIndex
      if bare { break }
    }
    let name = line[first.startIndex..<end]
    let last = name.split(separator: 0x20).last.map { Folding.fold($0) } ?? ""
    return PersonName.looksLikeOne(name) && !companies.contains(last) ? first.startIndex..<end : nil
  }

  /// "Copyright", "(c)", "1991,", "1990-91", "by".
  private static func isFormula(_ word: ArraySlice<UInt8>) -> Bool {
    let folded = Folding.fold(word).filter { $0.isLetter || $0.isNumber || $0 == "\u{A9}" }
    return folded.isEmpty || ["copyright", "c", "\u{A9}", "by", "copr"].contains(folded)
      || folded.allSatisfy(\.isNumber)
      || folded.dropFirst().allSatisfy(\.isNumber) && folded.first == "\u{A9}"
  }

  private static let companies: Set<String> = [
    "pictures", "productions", "inc", "inc.", "corp", "corp.", "ltd", "ltd.", "entertainment",
    "studios", "press", "publications", "publishing", "books", "company", "network", "television",
    "broadcasting", "media", "group", "systems", "magazine", "reserved", "rights",
  ]
}
