/// How letters begin and end, by `Resources/tables/letter-words.txt`.
struct LetterWords: Sendable {
  /// First words of a salutation with all that may follow them to make it one: "sehr" → "sehr geehrte", …
  private var salutations: [String: [String]] = [:]
  private var closings: [String: [String]] = [:]

  static let all = LetterWords()

  private init() {
    for row in TableRows.of("letter-words") where row.count > 1 {
      for phrase in row.dropFirst() {
        let first = String(phrase.prefix { $0 != " " })
        if row[0] == "salutation" {
          salutations[first, default: []].append(phrase)
        } else {
          closings[first, default: []].append(phrase)
        }
      }
    }
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
    guard line.last == "," || line.split(separator: " ").count <= 4, line.last != "?" else {
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
