internal import FanfoldMarkup
internal import FanfoldStory

/// Reads relationships as authors write them: `A/B`, `A x B`, `A & B`, `A/B, later C/D`.
enum PairingParser {
  /// The relationships in the value of a header line.
  static func relationships(_ value: String, isItem: Bool = false) -> [Relationship] {
    (isItem ? [trimmed(value)] : split(value)).map { piece in
      let (characters, kind) = characters(of: piece)
      return Relationship(characters, kind: kind, raw: piece)
    }
  }

  /// The pairs: parted by commas, semicolons or "and", but not within brackets.
  private static func split(_ value: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var depth = 0
    for character in value {
      if character == "(" || character == "[" { depth += 1 }
      if character == ")" || character == "]" { depth -= 1 }
      if depth == 0, character == "," || character == ";" {
        pieces.append(current)
        current = ""
      } else {
        current.append(character)
      }
    }
    pieces.append(current)
    return pieces.map(trimmed).filter { !$0.isEmpty }
  }

  private static func characters(of piece: String) -> ([String], Relationship.Kind) {
    let bare = withoutQualifier(piece)
    for (separator, kind) in separators {
      let names = bare.components(partedBy: separator).map(trimmed).filter { !$0.isEmpty }
      if names.count > 1 { return (names, kind) }
    }
    return (unspaced(bare) ?? [trimmed(bare)], .romantic)
  }

  /// "1x2", "2+5", "HarryxDraco", "[Ranma S., Akane T.]": pairs without blanks or strokes.
  private static func unspaced(_ piece: String) -> [String]? {
    if piece.first == "[", piece.last == "]" {
      let names = String(piece.dropFirst().dropLast()).components(partedBy: ",").map(trimmed)
      return names.count > 1 && !names.contains("") ? names : nil
    }
    let letters = Array(piece)
    for (index, letter) in letters.enumerated().dropFirst().dropLast() where "xX+".contains(letter)
    {
      let before = letters[index - 1]
      let after = letters[index + 1]
      let isNumbers = before.isNumber && after.isNumber
      let isNames = letter == "x" && before.isLowercase && after.isUppercase && index >= 3
      if isNumbers || isNames {
        return [String(letters[..<index]), String(letters[(index + 1)...])]
      }
    }
    return nil
  }

  private static let separators: [(String, Relationship.Kind)] = [
    ("/", .romantic), (" x ", .romantic), (" X ", .romantic), ("&", .platonic), (" + ", .romantic),
    ("×", .romantic), ("→", .romantic), ("->", .romantic),
  ]

  /// "later Clark/Chloe" → "Clark/Chloe"; "(implied)" goes too.
  private static func withoutQualifier(_ piece: String) -> String {
    var words = piece.split(separator: " ").map(String.init)
    while let first = words.first, qualifiers.contains(Folding.fold(first)), words.count > 1 {
      words.removeFirst()
    }
    while let last = words.last, last.hasPrefix("("), last.hasSuffix(")"), words.count > 1 {
      words.removeLast()
    }
    return words.joined(separator: " ")
  }

  private static let qualifiers: Set<String> = [
    "later", "past", "implied", "onesided", "one-sided", "eventual", "slight", "mentions",
    "mention", "mentioned", "some",
    "background", "pre", "post", "hints", "hinted", "of", "minor", "side", "unrequited", "mostly",
    "mainly", "and", "then",
  ]

  /// Whether the text ends as "R. W." and "Jane D." do.
  private static func endsInInitial(_ text: Substring) -> Bool {
    let word = text.dropLast().split(whereSeparator: { $0.isWhitespace || $0 == "." }).last ?? ""
    return word.count == 1 && (word.first?.isUppercase ?? false)
  }

  static func trimmed(_ text: String) -> String {
    if let first = text.utf8.first, (0x21...0x7E).contains(first), let last = text.utf8.last,
      (0x21...0x7E).contains(last), last != UInt8(ascii: ".")
    {
      return text
    }
    var rest = text[...]
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace || last == "." && !endsInInitial(rest) {
      rest.removeLast()
    }
    return String(rest)
  }
}

extension String {
  /// The pieces between occurrences of a separator.
  func components(partedBy separator: String) -> [String] {
    let bytes = Array(utf8)
    let phrase = Array(separator.utf8)
    var pieces: [String] = []
    var start = 0
    while let end = bytes.span.firstIndex(of: phrase, from: start) {
      pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end + phrase.count
    }
    pieces.append(String(decoding: bytes[start...], as: UTF8.self))
    return pieces
  }
}
