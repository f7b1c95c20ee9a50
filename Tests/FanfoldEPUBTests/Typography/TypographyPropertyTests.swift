import FanfoldStory
import Testing

@Suite("Typography of any text")
struct TypographyPropertyTests {
  static let languages = [
    "en", "de", "de-CH", "fr", "fr-CA", "es", "it", "pt", "pt-PT", "nl", "pl", "cs", "ru", "sv",
    "da", "no", "fi",
  ]

  @Test(
    "changes no letter, lengthens by no-break spaces alone, and is done once", arguments: 1...100)
  func anything(seed: UInt64) {
    var random = RandomText(seed: seed)
    let paragraphs = (0..<8).map { _ in random.paragraph() }
    for language in Self.languages {
      let once = TypographySample.set(paragraphs, in: language)
      let again = TypographySample.set(once, in: language)
      #expect(TypographySample.set(paragraphs, in: language) == once)
      for (index, (typed, set)) in zip(paragraphs, once).enumerated() {
        let (before, after) = (typed.plainText, set.plainText)
        let place = "seed \(seed), \(language): \(before)"
        #expect(kept(before) == kept(after), "\(place)")
        let noBreaks = count(after) - count(before)
        #expect(
          after.unicodeScalars.count - before.unicodeScalars.count <= max(0, noBreaks), "\(place)")
        #expect(again[index].plainText == after, "\(place)")
        #expect(shape(typed) == shape(set), "\(place)")
      }
    }
  }

  /// Everything but quotation marks, dashes, dots and spaces.
  private func kept(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      !scalar.properties.isWhitespace && !scalar.properties.isQuotationMark
        && !scalar.properties.isDash && !"`´.…".unicodeScalars.contains(scalar)
    }
  }

  private func count(_ text: String) -> Int {
    text.unicodeScalars.count { $0 == "\u{A0}" || $0 == "\u{202F}" }
  }

  /// The nodes without their text.
  private func shape(_ inlines: [Inline]) -> [String] {
    inlines.map { inline in
      switch inline {
      case .text: "text"
      case .emphasis(let inner): "emphasis \(shape(inner))"
      case .code(let text): text
      default: "\(inline)"
      }
    }
  }
}

/// Text made of what typography looks at.
struct RandomText {
  private var random: RandomStories

  init(seed: UInt64) { random = RandomStories(seed: seed) }

  mutating func paragraph() -> [Inline] {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      switch Int.random(in: 0..<8, using: &random) {
      case 0: .emphasis([.text(text())])
      case 1: .code(text())
      case 2: .lineBreak
      default: .text(text())
      }
    }
  }

  private mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
    }
    return text
  }

  private static let pieces = [
    "\"", "\"", "'", "'", "`", "´", "-", "--", "---", "----", ".", "..", "...", " . . .", " ", " ",
    " ", "  ", "a", "I", "word", "Word", "Слово", "été", "7", "10", "'em", "'90s", "n't", ",", "!",
    "?", ":", ";", "(", ")", "<", ">", "*", "_", "/", "\\", "@", "“", "”", "‘", "’", "„", "‚", "«",
    "»", "‹", "›", "–", "—", "…", "\u{A0}", "\u{202F}", "\n", "\t", "z. B.", "d.h.", " w ", " km",
    "http://a.org/", "a@b.org", "x.txt", ":'(", "^_^", "¿", "¡", "語", "🙂", "\u{301}", "\u{200B}",
  ]
}
