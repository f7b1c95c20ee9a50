/// How letters begin and end, by `Resources/tables/letter-words.txt`.
struct LetterWords: Sendable {
  /// First words of a salutation with all that may follow them to make it one: "sehr" → "sehr geehrte", …
  private var salutations: [String: [String]] = [:]
  private var closings: [String: [String]] = [:]
  private var salutationHeads = Heads()
  private var closingHeads = Heads()

  static let all = LetterWords()

  private init() {
    for row in TableRows.of("letter-words") where row.count > 1 {
      for phrase in row.dropFirst() {
        let first = String(phrase.prefix { $0 != " " })
        if row[0] == "salutation" {
          salutations[first, default: []].append(phrase)
          salutationHeads.insert(phrase)
        } else {
          closings[first, default: []].append(phrase)
          closingHeads.insert(phrase)
        }
      }
    }
  }

  /// A quick look that lets every line pass that may begin with a salutation, and few others.
  func mayBeginSalutation(_ text: String) -> Bool { salutationHeads.mayBegin(text) }

  /// "Dear Marit,": a line of a few words that ends no sentence.
  func isSalutation(_ line: String) -> Bool {
    guard Self.begins(line, with: salutations), let last = line.unicodeScalars.last else {
      return false
    }
    return last == "," || last == ":" || last == "!" || last == "-" || last == "–" || last == "—"
      || last == "，" || last.properties.isAlphabetic
  }

  /// "Yours sincerely,", "Love, Ginny".
  func isClosing(_ line: String) -> Bool {
    guard closingHeads.mayBegin(line),
      line.last == "," || line.split(separator: " ").count <= 4, line.last != "?"
    else {
      return false
    }
    return Self.begins(line, with: closings)
  }

  private static func begins(_ line: String, with phrases: [String: [String]]) -> Bool {
    let line = line.lowercased()
    let first = String(line.prefix { $0.isLetter })
    guard let candidates = phrases[first] else { return false }
    return candidates.contains { phrase in
      line.hasPrefix(phrase) && line.dropFirst(phrase.count).first?.isLetter != true
    }
  }
}

extension LetterWords {
  /// The first two bytes of phrases, small letters.
  private struct Heads {
    /// For each letter from a to z, whether an ASCII byte follows it.
    private var known = [Bool](repeating: false, count: 26 * 128)

    mutating func insert(_ phrase: String) {
      let (first, second) = Self.head(of: phrase)
      guard (0x61...0x7A).contains(first) else { return }
      // A letter with an accent may be written as two.
      for second in second < 0x80 ? second..<second + 1 : 0x60..<0x80 {
        known[(first - 0x61) * 128 + second] = true
      }
    }

    /// Whether a line may begin with one of the phrases.
    func mayBegin(_ text: String) -> Bool {
      let (first, second) = Self.head(of: text)
      // Most speech begins with U+201C; no quote or dash begins a phrase.
      if first == 0xE2, second == 0xA0 {
        return text.utf8.dropFirst(2).first.map { !(0x90...0xA7).contains($0) } ?? true
      }
      // What is no ASCII letter may be a blank or a capital that becomes something else.
      guard (0x61...0x7A).contains(first), second < 0x80 else { return true }
      return known[(first - 0x61) * 128 + second]
    }

    /// The first two bytes, with the bit that makes capitals of ASCII small ones; beyond ASCII where there is none.
    private static func head(of text: String) -> (Int, Int) {
      var bytes = text.utf8.makeIterator()
      let first = bytes.next().map { Int($0 | 0x20) } ?? 0
      return (first, bytes.next().map { Int($0 | 0x20) } ?? 0x80)
    }
  }
}
