internal import FanfoldStory

/// A line that may head a chapter.
package struct HeadingCandidate {
  /// What makes headings of one story alike: the word and the way the number is written.
  struct Series: Hashable {
    /// The word, or "" for a bare number.
    var word: String
    var style: Numerals.Style?
  }

  var series: Series
  package var kind: HeadingWords.Class
  var number: Int?
  /// The numbering, "Chapter One"; in the manuscript's text.
  var label: Range<Int>
  /// The chapter's name, when the line has one.
  var title: Range<Int>?
  /// Whether the line says "chapter" or the like, so that it can stand without others.
  package var isExplicit: Bool
}

/// Reads one line as a chapter heading, in all languages of the table.
package struct HeadingParser {
  let words: HeadingWords
  static let longest = 110

  package init(words: HeadingWords) { self.words = words }

  /// The heading the line may be; `nil` for text.
  package func parse(_ text: [UInt8], _ range: Range<Int>) -> HeadingCandidate? {
    guard range.count <= Self.longest, !range.isEmpty else { return nil }
    let bare = Decoration.withoutRings(text[range], Decoration.stripped(text[range]))
    guard let inner = Self.betweenStrokes(text, bare) else { return heading(text, bare) }
    // Strokes stand around thoughts too.
    return heading(text, inner).flatMap { $0.kind == .chapter && $0.isExplicit ? $0 : nil }
  }

  private func heading(_ text: [UInt8], _ range: Range<Int>) -> HeadingCandidate? {
    let inner = Self.withoutBody(text, range)
    guard !inner.isEmpty else { return nil }
    var tokens = HeadingTokens(text, inner)
    guard let first = tokens.next() else { return nil }
    return keywordFirst(first, tokens, inner) ?? numberFirst(first, tokens, inner)
      ?? ideographic(first, inner, text)
  }

  /// The words of "//Chapter 1//".
  private static func betweenStrokes(_ text: [UInt8], _ inner: Range<Int>) -> Range<Int>? {
    let stroke = UInt8(ascii: "/")
    guard inner.count > 4, text[inner.lowerBound] == stroke, text[inner.upperBound - 1] == stroke
    else { return nil }
    let after = text[inner].drop { $0 == stroke }
    guard let last = after.lastIndex(where: { $0 != stroke }) else { return nil }
    return Decoration.stripped(text[after.startIndex...last])
  }

  /// "正文 第一章" without the word that says that the story begins.
  private static func withoutBody(_ text: [UInt8], _ inner: Range<Int>) -> Range<Int> {
    guard let first = inner.first, text[first] == body[0], text[inner].starts(with: body) else {
      return inner
    }
    let rest = HeadingTokens.trimmed(text, inner.lowerBound + body.count..<inner.upperBound)
    return text[rest].starts(with: "第".utf8) ? rest : inner
  }

  private static let body = Array("正文".utf8)

  /// "Chapter 3", "Chapter One: Early Years", "Part 2/2", "Epilogue".
  private func keywordFirst(
    _ first: HeadingTokens.Token, _ tokens: HeadingTokens, _ inner: Range<Int>
  ) -> HeadingCandidate? {
    var tokens = tokens
    var label = first.range
    var found = words[first.folded] ?? glued(first.folded)
    if let second = tokens.peek(), let both = words[first.folded + " " + second.folded] {
      // "Deleted Scene", "Side Story".
      _ = tokens.next()
      label = label.lowerBound..<second.range.upperBound
      found = both
    }
    // "Chapters: 12" counts them.
    guard let kind = found, first.folded != "chapters" || tokens.peek()?.folded != ":" else {
      return nil
    }
    if let (number, style) = gluedNumber(first.folded) ?? takeNumber(&tokens, &label) {
      guard let title = titleAfter(&tokens, &label, inner, isExplicit: kind == .chapter) else {
        return nil
      }
      return HeadingCandidate(
        series: .init(word: Self.letters(first.folded), style: style), kind: kind,
        number: number,
        label: label, title: title.range, isExplicit: true)
    }
    guard !kind.isNumbered, let title = titleAfter(&tokens, &label, inner, isExplicit: false) else {
      return nil
    }
    return HeadingCandidate(
      series: .init(word: first.folded, style: nil), kind: kind, number: nil, label: label,
      title: title.range,
      isExplicit: true)
  }

  /// The class of "chapter3", written without a blank.
  private func glued(_ word: String) -> HeadingWords.Class? {
    guard word.last?.isNumber ?? false else { return nil }
    let letters = word.prefix { !$0.isNumber }
    return letters.count >= 2 ? words[letters] : nil
  }

  private func gluedNumber(_ word: String) -> (Int, Numerals.Style)? {
    guard word.last?.isNumber ?? false, words[word] == nil else { return nil }
    return words.numerals.read(word.drop { !$0.isNumber })
  }

  /// The word before a number that is glued to it; nearly all words are ASCII and have none.
  private static func letters(_ word: String) -> String {
    word.utf8.allSatisfy { $0 >= 0x3A && $0 < 0x80 }
      ? word : String(word.prefix { !$0.isNumber })
  }

  private static let beforeNumbers: Set<String> = ["#", "no", "no.", "nr", "nr.", "number", "the"]
  private static let beforeTotals: Set<String> = ["of", "von", "de", "sur", "/"]

  /// Takes the number that follows a word, with its "/12" or "of 7".
  private func takeNumber(_ tokens: inout HeadingTokens, _ label: inout Range<Int>) -> (
    Int, Numerals.Style
  )? {
    var ahead = tokens
    guard var token = ahead.next() else { return nil }
    if token.folded == ":" {
      guard let next = ahead.next() else { return nil }
      token = next
    }
    if Self.beforeNumbers.contains(token.folded) {
      guard let next = ahead.next() else { return nil }
      token = next
    }
    let word = token.folded.hasPrefix("#") ? String(token.folded.dropFirst()) : token.folded
    guard let read = words.numerals.read(word) ?? numberWithPart(word) else { return nil }
    if read.style == .word, let next = ahead.peek(),
      let both = words.numerals.read(word + "-" + next.folded)
    {
      _ = ahead.next()
      label = label.lowerBound..<next.range.upperBound
      tokens = ahead
      return both
    }
    label = label.lowerBound..<token.range.upperBound
    tokens = ahead
    return read
  }

  /// "2/2", "01a", "3.5", "3b": the number of a part, with what follows it.
  private func numberWithPart(_ word: String) -> (value: Int, style: Numerals.Style)? {
    let digits = word.prefix { $0.isNumber }
    guard !digits.isEmpty, digits.count <= 4, let value = Int(digits) else { return nil }
    let rest = word.dropFirst(digits.count)
    let isPart =
      rest.first == "/" || rest.first == "." || rest.first == "-"
      ? rest.count <= 5 : rest.count == 1
    return isPart && rest.dropFirst().allSatisfy { $0.isNumber || $0 == "?" || $0 == "x" }
      ? (value, .digits) : nil
  }

  /// "1", "III.", "1. The Beginning", "Third Chapter", "3. fejezet", "Глава" after its number.
  private func numberFirst(
    _ first: HeadingTokens.Token, _ tokens: HeadingTokens, _ inner: Range<Int>
  ) -> HeadingCandidate? {
    var tokens = tokens
    guard let (number, style) = words.numerals.read(first.folded) ?? wholeFraction(first, inner)
    else { return nil }
    var label = first.range
    if let next = tokens.peek(), let kind = words[next.folded], kind.isNumbered {
      _ = tokens.next()
      label = label.lowerBound..<next.range.upperBound
      guard let title = titleAfter(&tokens, &label, inner, isExplicit: true) else { return nil }
      return HeadingCandidate(
        series: .init(word: next.folded, style: style), kind: kind, number: number, label: label,
        title: title.range,
        isExplicit: true)
    }
    // "8:55 PM" is a time.
    if style == .digits, label.upperBound + 1 < inner.upperBound,
      tokens.text[label.upperBound] == 0x3A,
      (0x30...0x39).contains(tokens.text[label.upperBound + 1])
    {
      return nil
    }
    // "1)" and "1." may be followed by a name; "Two men came" may not.
    guard let title = titleAfter(&tokens, &label, inner, isExplicit: false),
      style != .word || title.range == nil || tokens.text[label.upperBound] == 0x3A
    else { return nil }
    return HeadingCandidate(
      series: .init(word: "", style: style), kind: .chapter, number: number, label: label,
      title: title.range,
      isExplicit: false)
  }

  /// "2/7" as all there is of a line.
  private func wholeFraction(
    _ first: HeadingTokens.Token, _ inner: Range<Int>
  ) -> (value: Int, style: Numerals.Style)? {
    first.range == inner && first.folded.contains("/") ? numberWithPart(first.folded) : nil
  }

  /// "第十二章 名", "제3장", "序章 …": number and word in one, without blanks.
  private func ideographic(
    _ first: HeadingTokens.Token, _ inner: Range<Int>, _ text: [UInt8]
  ) -> HeadingCandidate? {
    guard text[first.range.lowerBound] | text[first.range.upperBound - 1] >= 0x80 else {
      return nil
    }
    let word = Self.counted(first, inner, text)
    guard let opening = word.first else { return nil }
    let hasOpening = opening == "第" || opening == "제" || opening == "卷"
    guard hasOpening || word.last.map(Self.koreanCounters.contains) == true else { return nil }
    let before = hasOpening ? 1 : 0
    let digits = word.dropFirst(before).filter { $0 != " " }.prefix { Self.isNumeral($0) }
    guard !digits.isEmpty, let number = words.numerals.read(digits) else { return nil }
    var label = word.prefix { $0 == opening && hasOpening || $0 == " " || Self.isNumeral($0) }
    var counter: Character = "卷"
    if let next = word.dropFirst(label.count).first, Self.counters.contains(next) {
      counter = next
      label = word.prefix(label.count + 1)
    } else if opening != "卷" {
      return nil
    }
    let labelEnd = first.range.lowerBound + label.utf8.count
    let rest = HeadingTokens.trimmed(text, labelEnd..<inner.upperBound)
    let (isParted, title) = HeadingTokens.afterSeparator(text, rest)
    if "卷部集".contains(counter), let chapter = chapterBehindVolume(title, text) {
      var both = chapter
      both.label = first.range.lowerBound..<chapter.label.upperBound
      return both
    }
    // "1장 남았다" goes on.
    guard hasOpening || rest.isEmpty || isParted else { return nil }
    return HeadingCandidate(
      series: .init(word: String(counter), style: number.style),
      kind: "卷部".contains(counter) ? .part : .chapter,
      number: number.value, label: first.range.lowerBound..<labelEnd,
      title: title.isEmpty ? nil : title,
      // Pages and sheets are counted by the other Korean words too.
      isExplicit: hasOpening || counter == "화")
  }

  /// The chapter in "第一卷 少年 第二章 渡口".
  private func chapterBehindVolume(_ rest: Range<Int>, _ text: [UInt8]) -> HeadingCandidate? {
    guard let start = text[rest].firstRange(of: Array("第".utf8))?.lowerBound,
      let chapter = parse(text, start..<rest.upperBound), chapter.kind == .chapter,
      chapter.isExplicit
    else { return nil }
    return chapter
  }

  private static let counters: Set<Character> = Set("章話话回節节卷部集篇幕장화편")
  private static let koreanCounters: Set<Character> = Set("장화편")

  /// The word with number and counter, and with blanks between them, "第 1 章".
  private static func counted(
    _ first: HeadingTokens.Token, _ inner: Range<Int>, _ text: [UInt8]
  ) -> String {
    guard first.folded == "第" || first.folded == "제" else { return first.folded }
    let all = String(decoding: text[inner].prefix(40), as: UTF8.self)
    guard let end = all.firstIndex(where: counters.contains) else { return first.folded }
    return String(all[...end])
  }

  private static func isNumeral(_ character: Character) -> Bool {
    character.isNumber || "〇零一二两三四五六七八九十百千".contains(character)
  }

  /// What follows the numbering: nothing, a separator and a name, or a name in capitals or title case. `nil`
  /// when it reads on as a sentence ("Chapter 3 was dull.").
  private func titleAfter(
    _ tokens: inout HeadingTokens, _ label: inout Range<Int>, _ inner: Range<Int>, isExplicit: Bool
  ) -> (range: Range<Int>?, Void)? {
    if let next = tokens.peek(), Self.beforeTotals.contains(next.folded) {
      var ahead = tokens
      _ = ahead.next()
      if let total = ahead.next(), total.folded == "?" || words.numerals.read(total.folded) != nil {
        label = label.lowerBound..<total.range.upperBound
        tokens = ahead
      }
    }
    let rest = HeadingTokens.trimmed(tokens.text, label.upperBound..<inner.upperBound)
    guard !rest.isEmpty else { return (nil, ()) }
    let (hasSeparator, name) = HeadingTokens.afterSeparator(tokens.text, rest)
    guard !name.isEmpty else { return (nil, ()) }
    if hasSeparator { return looksLikeName(tokens.text[name], strict: false) ? (name, ()) : nil }
    guard isExplicit || words[tokens.peek()?.folded ?? ""] != nil else { return nil }
    return looksLikeName(tokens.text[name], strict: true) ? (name, ()) : nil
  }

  /// Whether words can be a chapter's name: not too long, not a sentence of dialogue; when nothing parts them from
  /// the number, capitals throughout.
  private func looksLikeName(_ bytes: ArraySlice<UInt8>, strict: Bool) -> Bool {
    guard bytes.count <= 80 else { return false }
    guard strict else { return true }
    let words = bytes.split(separator: 0x20)
    let capital = words.filter { word in
      word.first(where: SceneBreakMarks.isWordByte).map { !(0x61...0x7A).contains($0) } ?? true
    }
    return bytes.last != UInt8(ascii: ".") && capital.count * 2 >= words.count
      && words.first.map { !(0x61...0x7A).contains($0.first ?? 0) } ?? false
  }
}
