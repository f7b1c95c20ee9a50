internal import FanfoldMarkup

/// Whether a line is somebody's name.
enum PersonName {
  /// One word that no sentence has: with an underscore, a digit or a capital inside.
  static func looksLikePseudonym(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard (3...30).contains(bytes.count),
      bytes.allSatisfy({ SceneBreakMarks.isWordByte($0) || $0 == 0x5F || $0 == 0x2D })
    else { return false }
    let inner = bytes.dropFirst()
    let hasCapital =
      inner.contains { (0x41...0x5A).contains($0) } && inner.contains { (0x61...0x7A).contains($0) }
    return bytes.contains(0x5F) || hasCapital || inner.contains { (0x30...0x39).contains($0) }
  }

  /// Whether the first word is hardly anything but a given name, or an initial.
  static func hasGivenName(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.split(separator: 0x20).first else { return false }
    return isInitials(first) || givenNames.contains(Folding.fold(first))
  }

  /// "K." and "K.J."
  static func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
    (2...6).contains(word.count) && word.count.isMultiple(of: 2)
      && zip(word, 0...).allSatisfy { byte, place in
        place.isMultiple(of: 2) ? (0x41...0x5A).contains(byte) : byte == 0x2E
      }
  }

  /// Whether the words are a name and begin with a given one.
  static func looksLikeGivenName(_ bytes: ArraySlice<UInt8>) -> Bool {
    looksLikeOne(bytes) && hasGivenName(bytes)
  }

  private static let givenNames = WordRow(
    Table("given-names").rows.map { row in
      // The names are in small letters; only accents are left to be folded.
      row.bytes(1).allSatisfy { $0 < 0x80 } ? row[1] : Folding.fold(row.bytes(1))
    })

  /// Whether the first word begins titles and no names, "The Long Way".
  static func beginsLikeTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.split(separator: 0x20, maxSplits: 1).first.map {
      $0.count <= 4 && titleWords.contains(Folding.fold($0))
    } ?? false
  }

  private static let titleWords: Set<String> = [
    "the", "a", "an", "in", "on", "at", "of", "to", "by", "into", "from", "my", "our", "with",
  ]

  /// Two to four words with capitals and no sentence's punctuation, or two to eight characters of Chinese or
  /// Japanese.
  static func looksLikeOne(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 40, let first = bytes.first else { return false }
    if (0xE3...0xE9).contains(first) {
      return bytes.count >= 6 && bytes.count <= 24
        && !String(decoding: bytes, as: UTF8.self).contains { "。、！？「」（）…".contains($0) }
    }
    let words = bytes.split(separator: 0x20)
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let capital = word.first, (0x41...0x5A).contains(capital) || capital >= 0xC3 else {
        return false
      }
      return isInitials(word)
        || word.count >= 2
          && word.dropFirst().allSatisfy {
            SceneBreakMarks.isLetter($0) || $0 == 0x27 || $0 == 0x2D
          }
          && word.dropFirst().contains { (0x61...0x7A).contains($0) || $0 >= 0x80 }
    }
  }
}
