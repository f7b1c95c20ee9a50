/// How letters begin and end, by `Resources/tables/letter-words.txt`.
struct LetterWords: Sendable {
  /// First words of a salutation with all that may follow them to make it one: "sehr" → "sehr geehrte", …
  private var salutations: [String: [String]] = [:]
  private var closings: [String: [String]] = [:]
  /// The first two bytes of the phrases, small letters.
  private var salutationHeads: Set<UInt16> = []
  private var closingHeads: Set<UInt16> = []

  static let all = LetterWords()

  private init() {
    for row in TableRows.of("letter-words") where row.count > 1 {
      for phrase in row.dropFirst() {
        let first = String(phrase.prefix { $0 != " " })
        if row[0] == "salutation" {
          salutations[first, default: []].append(phrase)
          Self.insert(phrase, into: &salutationHeads)
        } else {
          closings[first, default: []].append(phrase)
          Self.insert(phrase, into: &closingHeads)
        }
      }
    }
  }

  private static func insert(_ phrase: String, into heads: inout Set<UInt16>) {
    let head = head(of: phrase)
    heads.insert(head)
    // A letter with an accent may be written as two.
    if head & 0xFF >= 0x80 {
      for letter in UInt16(0x60)..<0x80 { heads.insert(head & 0xFF00 | letter) }
    }
  }

  /// A quick look that lets every line pass that may begin with a salutation, and few others.
  func mayBeginSalutation(_ text: String) -> Bool { Self.mayBegin(text, salutationHeads) }

  private static func mayBegin(_ text: String, _ heads: Set<UInt16>) -> Bool {
    let head = head(of: text)
    // Most speech begins with U+201C; no quote or dash begins a phrase.
    if head == 0xE2 << 8 | 0xA0 {
      return text.utf8.dropFirst(2).first.map { !(0x90...0xA7).contains($0) } ?? true
    }
    // What is no ASCII letter may be a blank or a capital that becomes something else.
    guard (0x61...0x7A).contains(head >> 8), head & 0xFF < 0x80 else { return true }
    return heads.contains(head)
  }

  /// The first two bytes, with the bit that makes capitals of ASCII small ones.
  private static func head(of text: String) -> UInt16 {
    text.utf8.prefix(2).reduce(0) { $0 << 8 | UInt16($1 | 0x20) }
  }

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
    guard Self.mayBegin(line, closingHeads),
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
