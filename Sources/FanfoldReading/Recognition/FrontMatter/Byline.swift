/// A line that names the author: "by Rowan", "THE LONG WAY by Rowan Hale, a story of the sea".
struct Byline {
  /// The title in front of the "by", when it is on the same line.
  var title: Range<Int>?
  /// The name or names.
  var name: Range<Int>

  static func parse(_ text: [UInt8], _ range: Range<Int>, months: [String: Int]) -> Byline? {
    guard range.count <= 140 else { return nil }
    if let plain = plain(text, range, months: months) { return plain }
    // "~ by Rowan Hale ~"
    let inner = Decoration.stripped(text[range])
    guard inner.lowerBound > range.lowerBound,
      let decorated = plain(text, inner, months: months), decorated.title == nil
    else { return nil }
    return decorated
  }

  private static func plain(
    _ text: [UInt8], _ range: Range<Int>, months: [String: Int]
  ) -> Byline? {
    if let user = user(text, range) { return user }
    if let bracketed = bracketed(text, range), isName(text[bracketed.name], alone: false) {
      return bracketed
    }
    guard let by = findBy(text, range) else {
      return foreign(text, range, months: months) ?? signed(text, range)
    }
    var name = HeadingTokens.trimmed(text, afterColon(text, by.upperBound..<range.upperBound))
    let all = name
    name = nameRange(text, name, months: months)
    let isAlone = by.lowerBound == range.lowerBound
    // "Posted by Member:" asks for a name.
    guard text[name].last != 0x3A else { return nil }
    guard isName(text[name], alone: isAlone),
      mayFollow(text, name.upperBound..<all.upperBound, months)
    else {
      return nil
    }
    guard !isAlone else { return Byline(title: nil, name: name) }
    if CopyrightReader.isNotice(text[range]) { return nil }
    let title = Decoration.stripped(
      text[HeadingTokens.trimmed(text, range.lowerBound..<by.lowerBound)])
    var bare = text[title]
    while let last = bare.last, ", -".utf8.contains(last) { bare.removeLast() }
    bare = withoutDescription(bare)
    guard TitleShape.score(bare) >= 1, bare.count <= 80,
      let last = bare.split(separator: 0x20).last,
      !deeds.contains(Folding.fold(last))
    else { return nil }
    return Byline(title: bare.startIndex..<bare.endIndex, name: name)
  }

  /// "The Long Way (by Rowan Hale)".
  private static func bracketed(_ text: [UInt8], _ range: Range<Int>) -> Byline? {
    guard text[range].last == 0x29, let open = text[range].lastIndex(of: 0x28),
      open > range.lowerBound
    else { return nil }
    let inner = open + 1..<range.upperBound - 1
    guard let by = firstBy(text[inner]), by.lowerBound == inner.lowerBound else { return nil }
    let title = Decoration.stripped(text[HeadingTokens.trimmed(text, range.lowerBound..<open)])
    return Byline(
      title: TitleShape.score(text[title]) >= 1 ? title : nil,
      name: HeadingTokens.trimmed(text, by.upperBound..<inner.upperBound))
  }

  /// "The Long Way, a short story" without what it says it is.
  private static func withoutDescription(_ title: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let comma = title.lastIndex(of: 0x2C), comma > title.startIndex else { return title }
    let words = Folding.fold(title[(comma + 1)...]).split(separator: " ")
    guard let first = words.first, let last = words.last, ["a", "an", "another"].contains(first),
      works.contains(last)
    else { return title }
    return title[..<comma]
  }

  private static let works: Set<Substring> = [
    "story", "tale", "novel", "novella", "fic", "fanfic", "vignette", "poem", "parody", "drabble",
    "fanfiction", "romance", "fantasy", "play", "fiction", "ficlet", "crossover",
  ]

  /// "von Rowan", "par Clémence": the "by" of other languages, alone with a name behind it.
  private static func foreign(_ text: [UInt8], _ range: Range<Int>, months: [String: Int])
    -> Byline?
  {
    guard range.count <= 44, let first = text[range].first, foreignInitials.contains(first) else {
      return nil
    }
    let end = Words.end(text, from: range)
    let by = text[range.lowerBound..<end]
    // "De" begins titles.
    guard end < range.upperBound,
      foreignBys.contains(Folding.fold(by)) || by.elementsEqual("de".utf8)
    else { return nil }
    let name = HeadingTokens.trimmed(text, afterColon(text, end..<range.upperBound))
    let words = text[name].split(whereSeparator: isBlank)
    guard (1...3).contains(words.count),
      !text[name].contains(where: { ".,:;!?".utf8.contains($0) }),
      words.allSatisfy({ !(0x61...0x7A).contains($0.first ?? 0x61) }),
      isName(text[name], alone: true)
    else { return nil }
    return Byline(title: nil, name: name)
  }

  /// "Rowan Hale <rowan@example.org>", "Rowan Hale, rowan@example.org": a name and an address and nothing else.
  private static func signed(_ text: [UInt8], _ range: Range<Int>) -> Byline? {
    guard range.count <= 80, text[range].contains(0x40),
      let blank = text[range].lastIndex(where: isBlank)
    else { return nil }
    // "rowan@example.org (Rowan Hale)", as old programs wrote senders.
    if let open = text[range].firstIndex(of: 0x28), text[range].last == 0x29,
      text[range.lowerBound..<open].contains(0x40)
    {
      let name = HeadingTokens.trimmed(text, open + 1..<range.upperBound - 1)
      return PersonName.looksLikeOne(text[name]) ? Byline(title: nil, name: name) : nil
    }
    var name = HeadingTokens.trimmed(text, range.lowerBound..<blank)
    if text[name].last == 0x2C { name = name.lowerBound..<name.upperBound - 1 }
    guard text[blank..<range.upperBound].contains(0x40), PersonName.looksLikeOne(text[name]) else {
      return nil
    }
    return Byline(title: nil, name: name)
  }

  private static let foreignInitials = Set("VvPpDdAaOoNnKkTt".utf8).union([0xD0, 0xD7])
  private static let foreignBys: Set<String> = [
    "von", "par", "por", "di", "av", "przez", "door", "af", "oleh", "karya", "ni", "napsal",
    "napsala", "tarafindan", "\u{5DE}\u{5D0}\u{5EA}",
  ]

  /// Whether what stands after the name lets the line be a byline: nothing, a date, an address, "a story of …".
  private static func mayFollow(_ text: [UInt8], _ rest: Range<Int>, _ months: [String: Int])
    -> Bool
  {
    let words = text[rest].split(whereSeparator: isBlank)
    guard let first = words.first else { return true }
    return first.elementsEqual(".".utf8) || ",;(<[/".utf8.contains(first.first ?? 0)
      || first.starts(with: "\u{A9}".utf8) || ["on", "at"].contains(Folding.fold(first))
      || first.contains(0x40)
      || months[Folding.fold(first)] != nil || (0x30...0x39).contains(first.first ?? 0)
  }

  /// Words before "by" that say what somebody did, where a title would stand.
  private static let deeds: Set<String> = [
    "idea", "written", "created", "owned", "edited", "betaed", "drawn", "art", "cover", "based",
    "inspired", "published",
    "distributed", "copyright", "posted", "beta", "betad", "made", "illustrated", "translated",
    "used", "stopped", "came",
    "went", "passed", "stood", "drove", "walked", "one", "side", "done",
  ]

  /// Where "by" stands as a word of its own, with what only leads to it: "written by", "an original story by".
  private static func findBy(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard let by = firstBy(text[range]) else { return formula(text, range) }
    let before = text[range.lowerBound..<by.lowerBound].split(whereSeparator: isBlank)
      .map { Folding.fold($0) }
    let isLead =
      before.count <= 4 && before.last.map { works.contains($0[...]) || acts.contains($0) } ?? true
      && before.dropLast().allSatisfy(kinds.contains)
    return isLead ? range.lowerBound..<by.upperBound : by
  }

  /// What somebody did with a work, right before "by": "as told by".
  private static let acts: Set<String> = [
    "written", "told", "posted", "submitted", "uploaded", "penned", "presented",
  ]
  /// What may stand before that, or before the name of a work: "an original story by".
  private static let kinds: Set<String> = [
    "a", "an", "another", "as", "short", "original", "fan", "new", "little", "silly",
    "crossover",
  ]

  /// "from the pen of".
  private static func formula(_ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    guard text[range].first.map({ $0 | 0x20 }) == UInt8(ascii: "f") else { return nil }
    let folded = Folding.fold(text[range].prefix(24))
    return ["from the pen of ", "from the keyboard of "].first(where: folded.hasPrefix).map {
      range.lowerBound..<range.lowerBound + $0.utf8.count
    }
  }

  private static func firstBy(_ bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var index = bytes.startIndex
    while index + 2 < bytes.endIndex {
      let isStart = index == bytes.startIndex || isBlank(bytes[index - 1])
      if isStart, bytes[index] | 0x20 == UInt8(ascii: "b"),
        bytes[index + 1] | 0x20 == UInt8(ascii: "y"),
        isBlank(bytes[index + 2]) || bytes[index + 2] == 0x3A
      {
        return index..<index + 2
      }
      index += 1
    }
    return nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func afterColon(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    text[range].first == 0x3A ? range.lowerBound + 1..<range.upperBound : range
  }

  /// The part of the range that is the name: up to a comma, a bracket, an address or a date.
  private static func nameRange(_ text: [UInt8], _ range: Range<Int>, months: [String: Int])
    -> Range<Int>
  {
    var end = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let wordEnd = Words.end(text, from: index..<range.upperBound)
      let word = text[index..<wordEnd]
      let folded = Folding.fold(word)
      if months[folded] != nil || word.contains(0x40) || word.first == 0x28 || word.first == 0x3C
        || word.elementsEqual("/".utf8) || word.starts(with: "\u{A9}".utf8)
        || end > range.lowerBound && isTime(text, wordEnd..<range.upperBound, folded, months)
      {
        break
      }
      end = wordEnd
      if let last = word.last, last == 0x2C || last == 0x3B {
        end -= 1
        // "A, B and C" are all authors; "A, a story" is one.
        break
      }
      if word.last == 0x2E, word.count > 3, !PersonName.isInitials(word) { break }
      index = wordEnd
      while index < range.upperBound, isBlank(text[index]) { index += 1 }
    }
    while end > range.lowerBound + 2, text[end - 1] == 0x2E, !isInitial(text, end - 1, range) {
      end -= 1
    }
    return range.lowerBound..<end
  }

  /// Whether a word begins to say when: "on June 3", "at 3:45".
  private static func isTime(
    _ text: [UInt8], _ rest: Range<Int>, _ word: String, _ months: [String: Int]
  ) -> Bool {
    guard word == "on" || word == "at" else { return false }
    let next = HeadingTokens.trimmed(text, rest)
    let first = text[next.lowerBound..<Words.end(text, from: next)]
    return first.first.map { (0x30...0x39).contains($0) } == true
      || months[Folding.fold(first)] != nil
  }

  private static func isInitial(_ text: [UInt8], _ dot: Int, _ range: Range<Int>) -> Bool {
    dot - 2 < range.lowerBound || !SceneBreakMarks.isWordByte(text[dot - 2])
  }

  /// Whether the words can be names: few, and not the beginning of a sentence like "by the river".
  static func isName(_ bytes: ArraySlice<UInt8>, alone: Bool) -> Bool {
    let words = bytes.split(whereSeparator: isBlank)
    guard (1...6).contains(words.count), bytes.count <= 60, bytes.count >= 2 else { return false }
    let folded = words.map { Folding.fold($0) }
    if let first = folded.first, first.first?.isNumber == true, first.contains(",") { return false }
    if let first = folded.first, noNames.contains(first) { return false }
    let lower = zip(words, folded).filter { word, plain in
      word.first.map { (0x61...0x7A).contains($0) } ?? false && !particles.contains(plain)
    }
    if lower.isEmpty { return true }
    // A single word without capitals is a pseudonym when it stands alone after "by".
    return words.count == 1 && (alone || PersonName.looksLikePseudonym(bytes))
  }

  private static let particles: Set<String> = [
    "and", "de", "del", "della", "di", "da", "dos", "das", "van", "von", "der", "den", "ter", "zu",
    "la", "le", "du", "des", "el", "al", "bin", "ibn", "of", "the", "&", "aka", "y", "et", "und",
  ]
  private static let noNames: Set<String> = [
    "the", "a", "an", "his", "her", "my", "our", "their", "its", "this", "that", "then", "now",
    "all", "no", "some",
    "one", "two", "noon", "dawn", "night", "day", "far", "and", "him", "me", "them", "it", "us",
    "way", "request",
  ]
}
