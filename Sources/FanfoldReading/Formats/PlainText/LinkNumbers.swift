internal import FanfoldStory

/// A page that Lynx or Links wrote as text: a number in brackets before the words of each link, and the addresses of
/// all links below the text:
///
///     [1]Home | [2]Stories
///     ...
///     References
///
///        1. http://example.org/
struct LinkNumbers {
  private let text: [UInt8]
  /// Where the list of addresses begins.
  private let list: Int
  /// How many links it has.
  private let count: Int
  private var kept: [UInt8] = []
  private var numbers: [UInt8] = []
  private var menus: [UInt8] = []

  /// The text without the numbers, the menus and the list, which are entered in the ledger.
  static func cut(_ text: [UInt8], into ledger: inout Ledger) -> [UInt8] {
    guard var page = LinkNumbers(text), page.standBeforeWords() else { return text }
    page.read()
    let entries: [(Ledger.Entry.Fate, String, [UInt8])] = [
      (.markup, "numbers of links", page.numbers), (.removed, "ways of the site", page.menus),
      (.removed, "addresses of links", Array(text[page.list...])),
    ]
    for (fate, reason, words) in entries where !words.isEmpty {
      ledger.entries.append(
        .init(
          fate, rule: "link-number", reason: reason, text: String(decoding: words, as: UTF8.self),
          lines: nil))
    }
    return page.kept
  }

  /// `nil` when no list of addresses closes the text.
  private init?(_ text: [UInt8]) {
    var end = text.count
    var count = 0
    while true {
      while end > 0, text[end - 1] <= 0x20 { end -= 1 }
      let start = (text[..<end].lastIndex(of: 0x0A) ?? -1) + 1
      guard start < end else { return nil }
      let line = text[start..<end].drop { $0 == 0x20 }
      if let number = Self.address(line) {
        count = max(count, number)
      } else if count > 0, line.elementsEqual("References".utf8) {
        (self.text, self.count, list) = (text, count, start)
        return
      } else if count == 0 || !Self.headings.contains(String(decoding: line, as: UTF8.self)) {
        return nil
      }
      end = start
    }
  }

  private static let headings: Set<String> = [
    "Visible links", "Visible links:", "Hidden links", "Hidden links:",
  ]

  /// The number of a line "12. http://example.org/".
  private static func address(_ line: ArraySlice<UInt8>) -> Int? {
    let digits = line.prefix { (0x30...0x39).contains($0) }
    let rest = line.dropFirst(digits.count)
    guard (1...4).contains(digits.count), rest.starts(with: ". ".utf8),
      let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    let scheme = rest.dropFirst(2).prefix { $0 != 0x3A && $0 > 0x20 }
    let isAddress =
      (3...10).contains(scheme.count) && scheme.endIndex < rest.endIndex
      && scheme.allSatisfy { SceneBreakMarks.isLetter($0) && $0 < 0x80 }
    return isAddress ? number : nil
  }

  /// Whether the numbers stand before words, as those of links do; those of notes stand behind them.
  private func standBeforeWords() -> Bool {
    let all = marks(0..<list)
    let before = all.count { mark in
      let previous = mark.lowerBound > 0 ? text[mark.lowerBound - 1] : 0x0A
      return !SceneBreakMarks.isWordByte(previous) && !".,;!?\"'".utf8.contains(previous)
        && mark.upperBound < list && text[mark.upperBound] > 0x20
    }
    return !all.isEmpty && before * 3 >= all.count * 2
  }

  private mutating func read() {
    kept.reserveCapacity(list)
    var start = 0
    while start < list {
      let end = text[start..<list].firstIndex(of: 0x0A).map { $0 + 1 } ?? list
      let marks = marks(start..<end)
      if isMenu(start..<end, marks) {
        menus += text[start..<end]
        kept.append(0x0A)
      } else {
        var place = start
        for mark in marks {
          kept += text[place..<mark.lowerBound]
          numbers += text[mark]
          place = mark.upperBound
        }
        kept += text[place..<end]
      }
      start = end
    }
  }

  /// Where the numbers of links stand in a line.
  private func marks(_ line: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = line.lowerBound
    while let open = text[index..<line.upperBound].firstIndex(of: UInt8(ascii: "[")) {
      let digits = text[open + 1..<line.upperBound].prefix { (0x30...0x39).contains($0) }
      index = open + 1
      guard (1...4).contains(digits.count), digits.endIndex < line.upperBound,
        text[digits.endIndex] == UInt8(ascii: "]"),
        let number = Int(String(decoding: digits, as: UTF8.self)), (1...count).contains(number)
      else { continue }
      index = digits.endIndex + 1
      found.append(open..<index)
    }
    return found
  }

  /// Whether a line has nothing but links, with bars or room between them, or leads to a stylesheet.
  private func isMenu(_ line: Range<Int>, _ marks: [Range<Int>]) -> Bool {
    guard let first = marks.first else { return false }
    let before = text[line.lowerBound..<first.lowerBound].filter { $0 > 0x20 }
    if before.elementsEqual("Link:".utf8) { return true }
    guard before.isEmpty || before.elementsEqual("#".utf8) || before.elementsEqual("[".utf8) else {
      return false
    }
    if before.first == UInt8(ascii: "#") { return true }
    return marks.count >= 2
      && marks.dropFirst().allSatisfy { mark in
        let two = text[max(line.lowerBound, mark.lowerBound - 2)..<mark.lowerBound]
        return two.contains(UInt8(ascii: "|")) || two.contains(UInt8(ascii: "["))
          || two.elementsEqual("  ".utf8) || two.elementsEqual("- ".utf8)
      }
  }
}
