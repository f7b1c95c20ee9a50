/// Tells a text's language from its script and from the little words that every page of it has.
struct LanguageDetector {
  private var tags: [String] = []
  private let words: PackedWordIndex
  /// For each word a bit for each language it is of.
  private let languages: [UInt32]

  init() {
    var languages: [PackedWord: UInt32] = [:]
    for row in Table("languages").rows where row.count >= 2 {
      for word in row.bytes(1).split(separator: 0x20) {
        languages[PackedWord(word), default: 0] |= 1 << UInt32(tags.count)
      }
      tags.append(row[0])
    }
    words = PackedWordIndex(Array(languages.keys))
    self.languages = Array(languages.values)
  }

  /// The BCP 47 tag, or `nil` when two languages are equally likely or the text is too short to tell.
  func language(of text: ArraySlice<UInt8>) -> String? {
    let sample = text.prefix(12_000)
    if let tag = byScript(sample) { return tag }
    let (ranked, total) = ranking(of: sample)
    guard let best = ranked.first, best.words * 12 >= total, best.words >= 8 else { return nil }
    let second = ranked.dropFirst().first?.words ?? 0
    return best.words * 10 >= second * 12 ? best.tag : nil
  }

  /// Why the text is taken to be of that language, or of none.
  func decision(_ tag: String?, of text: ArraySlice<UInt8>) -> Decision? {
    let (ranked, total) = ranking(of: text.prefix(12_000))
    guard let best = ranked.first, total > 0 else { return nil }
    guard let tag else {
      return Decision(
        .language, "und", rule: "language-words", at: nil,
        because: "no language's little words are frequent enough",
        insteadOf: .init(
          best.tag, reason: "\(best.words) of \(total) words, too few", isClose: true))
    }
    guard tag == best.tag else {
      return Decision(
        .language, tag, rule: "language-script", at: nil,
        because: "the text is in a script that few languages have")
    }
    return Decision(
      .language, tag, rule: "language-words", at: nil,
      because: "\(best.words) of \(total) words looked at are little words of it",
      insteadOf: ranked.dropFirst().first.flatMap {

        $0.words == 0
          ? nil
          : .init(
            $0.tag, reason: "only \($0.words) of its words",
            isClose: $0.words * 10 >= best.words * 7)
      })
  }

  /// How many little words of each language the text has, the language with most first.
  private func ranking(
    of sample: ArraySlice<UInt8>
  ) -> (ranked: [(tag: String, words: Int)], total: Int) {
    var counts = [Int](repeating: 0, count: tags.count)
    var total = 0
    let bytes = sample.span
    let letters = Self.letters.span
    precondition(letters.count == 256)
    var index = 0
    while index < bytes.count {
      let start = index
      var word: UInt64 = 0
      while index < bytes.count, letters[Int(bytes[index])] != 0 {
        word = word << 8 | UInt64(letters[Int(bytes[index])])
        index += 1
      }
      if index > start, index - start <= 8 {
        total += 1
        count(PackedWord(bits: word), in: &counts)
      }
      index += 1
    }
    let ranked = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    return (ranked.map { (tags[$0], counts[$0]) }, total)
  }

  /// Counts a word for each language it is a little word of.
  private func count(_ word: PackedWord, in counts: inout [Int]) {
    guard let place = words[word] else { return }
    var languages = self.languages[place]
    while languages != 0 {
      counts[languages.trailingZeroBitCount] += 1
      languages &= languages - 1
    }
  }

  /// The small letter of a byte, or the byte itself where it is a part of one; 0 for bytes that end a word.
  private static let letters: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case 0...0x40, 0x5B...0x60: 0
    case 0x41...0x5A: byte | 0x20
    default: byte
    }
  }

  /// Languages that have a script to themselves, or nearly.
  private func byScript(_ sample: ArraySlice<UInt8>) -> String? {
    let head = sample.prefix(6000)
    let letters = head.count { $0 >= 0xC0 }
    guard letters * 8 > head.count, head.contains(where: { $0 >= 0xC4 }) else { return nil }
    var counts: [String: Int] = [:]
    for scalar in String(decoding: head, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      switch scalar.value {
      case 0x3040...0x30FF: counts["ja", default: 0] += 1
      case 0x4E00...0x9FFF: counts["han", default: 0] += 1
      case 0xAC00...0xD7AF: counts["ko", default: 0] += 1
      case 0x0456, 0x0457, 0x0454, 0x0491: counts["uk", default: 0] += 1
      case 0x0400...0x04FF: counts["ru", default: 0] += 1
      case 0x0370...0x03FF: counts["el", default: 0] += 1
      case 0x0590...0x05FF: counts["he", default: 0] += 1
      case 0x0600...0x06FF: counts["ar", default: 0] += 1
      case 0x0E00...0x0E7F: counts["th", default: 0] += 1
      default: break
      }
    }
    let han = counts["han"] ?? 0
    if let kana = counts["ja"], kana * 10 > han { return "ja" }
    if han * 2 > letters { return chinese(sample) }
    if let ukrainian = counts["uk"], ukrainian * 40 > (counts["ru"] ?? 0) { return "uk" }
    return counts.filter { $0.key != "uk" }.max { ($0.value, $1.key) < ($1.value, $0.key) }
      .flatMap { $0.value * 3 > letters ? $0.key : nil }
  }

  /// Simplified or traditional, by characters that only one of them has.
  private func chinese(_ sample: ArraySlice<UInt8>) -> String {
    var simplified = 0
    var traditional = 0
    for scalar in String(decoding: sample, as: UTF8.self).unicodeScalars {
      if Self.simplified.contains(scalar) { simplified += 1 }
      if Self.traditional.contains(scalar) { traditional += 1 }
    }
    return simplified >= traditional ? "zh-Hans" : "zh-Hant"
  }

  private static let simplified = Set("们这说时会来个对国过发经还没么样点开头长话见问间学觉".unicodeScalars)
  private static let traditional = Set("們這說時會來個對國過發經還沒麼樣點開頭長話見問間學覺".unicodeScalars)
}
