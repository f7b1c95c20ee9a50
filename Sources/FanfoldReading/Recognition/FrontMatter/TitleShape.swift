internal import FanfoldMarkup

/// Whether a line looks like a title.
enum TitleShape {
  /// A short line that begins with a capital and is neither a sentence nor a piece of dialogue.
  static func looksLikeTitle(_ manuscript: Manuscript, _ index: Int) -> Bool {
    score(manuscript.bytes(manuscript.lines[index])) > 0
  }

  /// How much the words look like a title: capitals and brevity speak for it, the marks of a sentence against.
  static func score(_ bytes: ArraySlice<UInt8>) -> Double {
    guard bytes.count <= 90 else { return -4 }
    let words = bytes.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
    guard words.count <= 14,
      bytes.contains(where: SceneBreakMarks.isLetter)
        || words.count == 1 && bytes.count >= 3 && bytes.allSatisfy({ (0x30...0x39).contains($0) })
    else { return -4 }
    var score = 1.0
    let lettered = words.filter { $0.contains(where: SceneBreakMarks.isWordByte) }
    guard let first = lettered.first else { return -4 }
    let telling = lettered.filter { !smallWords.contains($0.count <= 4 ? Folding.fold($0) : "") }
    let capitals = telling.filter { word in
      word.first(where: SceneBreakMarks.isWordByte).map { !(0x61...0x7A).contains($0) } ?? false
    }
    if capitals.count == telling.count {
      score += 1
    } else if capitals.count * 2 >= telling.count {
      score += 0.5
    }
    if !bytes.contains(where: { (0x61...0x7A).contains($0) }) { score += 1 }
    if first.first(where: SceneBreakMarks.isWordByte).map({ (0x61...0x7A).contains($0) }) ?? false {
      score -= 2
    }
    if bytes.count > 60 { score -= 1.5 }
    score -= sentenceMarks(bytes)
    return score
  }

  /// Words that titles leave small.
  private static let smallWords: Set<String> = [
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to",
    "with", "de", "la", "le",
    "les", "du", "des", "der", "die", "das", "und", "el", "los", "y", "di", "il",
  ]

  /// The marks of sentences in Chinese and Japanese.
  private static func wideMarks(_ bytes: ArraySlice<UInt8>) -> Double {
    var marks = 0.0
    let ends = String(decoding: bytes.suffix(3), as: UTF8.self)
    let isNamed = bytes.starts(with: "「".utf8)
    if ["。", "；", "，"].contains(ends) || ends == "」" && !isNamed { marks += 4 }
    if ends == "”", bytes.contains(where: { (0xE3...0xED).contains($0) }) { marks += 4 }
    if bytes.firstRange(of: Array("，".utf8)) != nil { marks += 1 }
    if bytes.dropLast(3).firstRange(of: Array("。".utf8)) != nil { marks += 3 }
    return marks
  }

  private static func sentenceMarks(_ bytes: ArraySlice<UInt8>) -> Double {
    var marks = 0.0
    guard let last = bytes.last else { return 0 }
    if last >= 0x80 || bytes.count > 24 && bytes.contains(0xEF) { marks += wideMarks(bytes) }
    if last == UInt8(ascii: "."), !bytes.suffix(3).elementsEqual("...".utf8) { marks += 1 }
    if last == UInt8(ascii: ",") || last == UInt8(ascii: ";") || last == UInt8(ascii: ":") {
      marks += 3
    }
    if bytes.contains(UInt8(ascii: "@")) || bytes.starts(with: "http".utf8) { marks += 5 }
    if bytes.contains(UInt8(ascii: ":")) { marks += 0.5 }
    let inside = bytes.dropLast()
    if inside.span.firstIndex(of: Array(". ".utf8)) != nil { marks += 1 }
    if bytes.first == 0x22, last != 0x22 { marks += 3 }
    let commas = bytes.filter { $0 == UInt8(ascii: ",") }.count
    marks += Double(min(2, commas)) * 0.4
    if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "(")
      || bytes.first == UInt8(ascii: "[")
    {
      marks += 2
    }
    return marks
  }
}
