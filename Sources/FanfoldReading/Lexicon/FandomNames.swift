/// The names of fandoms and what stands for them.
struct FandomNames {
  private var groups: [String: String] = [:]
  private var short: [(text: String, fandom: String)] = []
  private var phrases: [(text: String, fandom: String)] = []
  /// For each fandom, words that hardly occur outside it.
  private(set) var signs: [(fandom: String, phrases: [[PackedWord]])] = []
  /// The words of all signs, each counted zero times.
  private(set) var signWords: [PackedWord: Int] = [:]

  init() {
    for row in Table("fandom-names").rows where row.count >= 3 {
      switch row[1] {
      case "group": groups[row[2]] = row[0]
      case "short": short.append((row[2], row[0]))
      default: phrases.append((row[2], row[0]))
      }
    }
    // The longest first: "Star Trek: Voyager" must not be found as "Star Trek".
    phrases.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
    for row in Table("fandom-signs").rows where row.count >= 2 {
      let phrases = row[1].split(separator: "|").map { phrase in
        phrase.split(separator: " ").map { PackedWord(Array($0.utf8)[...]) }
      }
      signs.append((row[0], phrases))
      for word in phrases.joined() { signWords[word] = 0 }
    }
  }

  /// The fandom a newsgroup or mailing list is about.
  func fandom(ofGroup group: String) -> String? { groups[group] }

  /// The fandom named in the words of an author's note or a title page; `folded` is the text folded.
  func fandom(namedIn text: String, folded: String) -> String? {
    let spaced = folded.split(separator: " ").joined(separator: " ").replacing(" :", with: ":")
    if let short = short.first(where: { Self.hasWord($0.text, in: text) }) { return short.fandom }
    return phrases.first { Self.hasWord($0.text, in: spaced) }?.fandom
  }

  private static func hasWord(_ word: String, in text: String) -> Bool {
    var rest = text[...]
    while let found = rest.firstRange(of: word) {
      let before =
        found.lowerBound == text.startIndex ? nil : text[text.index(before: found.lowerBound)]
      let after = found.upperBound == text.endIndex ? nil : text[found.upperBound]
      if !(before?.isLetter ?? false), !(after.map { $0.isLetter || $0.isNumber } ?? false) {
        return true
      }
      rest = rest[found.upperBound...]
    }
    return false
  }
}
