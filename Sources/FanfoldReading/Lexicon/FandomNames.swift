/// The names of fandoms and what stands for them.
struct FandomNames {
  private var groups: [String: String] = [:]
  private var short: [(text: [UInt8], fandom: String)] = []
  private var phrases: [(text: [UInt8], fandom: String)] = []
  /// For each fandom, words that hardly occur outside it.
  private(set) var signs: [(fandom: String, phrases: [[PackedWord]])] = []
  /// The words of all signs.
  let signWords: PackedWordIndex

  init() {
    for row in Table("fandom-names").rows where row.count >= 3 {
      switch row[1] {
      case "group": groups[row[2]] = row[0]
      case "short": short.append((Array(row[2].utf8), row[0]))
      default: phrases.append((Array(row[2].utf8), row[0]))
      }
    }
    // The longest first: "Star Trek: Voyager" must not be found as "Star Trek".
    phrases.sort { $1.text.count < $0.text.count }
    var words: [PackedWord] = []
    for row in Table("fandom-signs").rows where row.count >= 2 {
      let phrases = row.bytes(1).split(separator: UInt8(ascii: "|")).map { phrase in
        phrase.split(separator: 0x20).map { PackedWord($0) }
      }
      signs.append((row[0], phrases))
      words += phrases.joined()
    }
    signWords = PackedWordIndex(words)
  }

  /// The fandom a newsgroup or mailing list is about.
  func fandom(ofGroup group: String) -> String? { groups[group] }

  /// Whether folded words are the name of a fandom and nothing else.
  func isName(_ folded: String) -> Bool {
    phrases.contains { $0.text.elementsEqual(folded.utf8) }
  }

  /// The fandom named in the words of an author's note or a title page; `folded` is the text folded.
  func fandom(namedIn text: String, folded: String) -> String? {
    let bytes = Array(text.utf8)
    if let short = short.first(where: { WordSearch.contains(bytes, $0.text) }) {
      return short.fandom
    }
    let plain = Array(folded.replacing(" :", with: ":").utf8)
    return phrases.first { WordSearch.contains(plain, $0.text) }?.fandom
  }
}
