/// The marks authors put between scenes, told from text by their shape.
struct SceneBreakMarks {
  /// What a line of marks is.
  enum Mark: Equatable {
    /// Signs alone, "* * *", "oOo", "[line break]".
    case plain
    /// Signs around words that are the author's: where the words stand in the text.
    case labelled(Range<Int>)
  }

  private let words: Set<String>
  /// How the words begin.
  let filter: PrefixFilter

  /// Marks with the words that stand for a break.
  init(words: Set<String>) {
    self.words = words
    filter = PrefixFilter(Array(words) + ["xxx", "ooo", "xox", "oxo"])
  }

  /// A quick look that lets every mark pass and few lines of text: whether the line has no letter or digit.
  func mayBeMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 200, let first = bytes.first, !Self.isWordByte(first) || first >= 0x80
    else {
      return false
    }
    return isSigns(bytes)
  }

  /// The mark a line is, or `nil` for text.
  func mark(_ bytes: ArraySlice<UInt8>) -> Mark? {
    guard let first = bytes.first, bytes.count <= 200 else { return nil }
    if Self.isWordByte(first), first < 0x80 {
      guard bytes.count <= 80, hasFewLetters(bytes) || mayBeWord(bytes) else { return nil }
    }
    if bytes.count <= 4, Self.smileys.contains(Folding.fold(bytes)) { return nil }
    if isSigns(bytes) || isLetterPattern(bytes) || isBreakWord(bytes) { return .plain }
    return labelled(bytes)
  }

  /// Faces, which people in chats make of the same signs.
  private static let smileys: Set<String> = [
    ":)", ":-)", ";)", ";-)", ":(", ":-(", ":/", ":-/", ":|", ":o", ":-o", "=)", "=(", "^_^", "^.^",
    ">_<", "-_-", "o_o", "o.o", "0_0", "o_0", "*_*", "._.", "u_u", "<3", "</3", ":')", ":'(", "x_x",
  ]

  // MARK: signs

  private static let signs = Set("*~-_=+#.oO0xX|/\\<>^@&%$!:'`,;()[]{}".utf8)
  private static let wideSigns = Set(
    "·•°∞♥♡★☆◇◆□■○●◎△▲▽▼※❦☙⁂§–—―…¤¨¯´¸♦♠♣♪♫◊❤❥❣✶✷✸✹✺✻✼✽✡☆☀☼☽☾☁☂☃♔♕♖♗♘♙⚔⚜☯⚡✂⁕⁎⁑⸙⸻⸺◈◉◌▪▫▬░▒▓█▀▄━─═✢✣✥❇✦✧✩✪✫✬✭✮✯✰❀❁❃❄❅❆❇❈❉❊❋❖✿➳→←↔►◄«»†‡∗∙⋆＊～＝－＿　"
      .unicodeScalars)
  /// Signs that end sentences and quote speech, and so say nothing when they stand alone.
  private static let speech = Set(".…!?\"'“”‘’,;:".unicodeScalars)

  /// Whether the line is made of signs only, enough of them or rare enough to be meant as a break.
  private func isSigns(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard !bytes.contains(where: Self.isPlainWordByte) else { return false }
    var count = 0
    var meaningful = 0
    var groups = 0
    var afterBlank = true
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.properties.isWhitespace {
        afterBlank = true
        continue
      }
      if scalar.isASCII {
        guard Self.signs.contains(UInt8(scalar.value)), !("a"..."z").contains(scalar),
          !("A"..."Z").contains(scalar), scalar != "0"
        else { return false }
      } else {
        guard Self.wideSigns.contains(scalar) || scalar.properties.isVariationSelector else {
          return false
        }
      }
      count += 1
      if !Self.speech.contains(scalar) { meaningful += 1 }
      if afterBlank { groups += 1 }
      afterBlank = false
    }
    if meaningful > 0 { return isEnough(bytes, meaningful) }
    // "::" and ".:." are no sentence's end.
    return groups >= 3 || count >= 7 || count >= 2 && bytes.contains(UInt8(ascii: ":"))
  }

  /// A lone hyphen, slash or angle is too little; a lone asterisk or ornament is not.
  private func isEnough(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Bool {
    guard count == 1, let first = bytes.first else { return true }
    return first >= 0x80 || first == UInt8(ascii: "*") || first == UInt8(ascii: "#")
      || first == UInt8(ascii: "~")
  }

  // MARK: letters

  /// Whether at most five different letters occur, as in ornaments.
  static func hasFewLetters(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var seen: UInt32 = 0
    for index in range where text[index] >= 0x41 {
      seen |= 1 << UInt32(text[index] & 0x1F)
      if seen.nonzeroBitCount > 5 { return false }
    }
    return true
  }

  private func hasFewLetters(_ bytes: ArraySlice<UInt8>) -> Bool {
    Self.hasFewLetters(bytes.span, 0..<bytes.count)
  }

  private func mayBeWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count <= 60 && filter.mayMatch(bytes)
  }

  /// "oOo", "xXx", "o0o0o", "OOOOOO", "-SW-SW-", "HPHPHP": letters set as an ornament.
  private func isLetterPattern(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 3, bytes.count <= 80, hasFewLetters(bytes) else { return false }
    let solid = bytes.filter { $0 != 0x20 && $0 != 0x09 }
    let letters = solid.filter(Self.isWordByte)
    guard !letters.isEmpty, letters.count >= 1, letters.allSatisfy({ $0 < 0x80 }) else {
      return false
    }
    if letters.allSatisfy({ "oO0xX".utf8.contains($0) }) { return isOrnament(solid, letters) }
    guard letters.contains(where: { (0x41...0x5A).contains($0) }) else { return false }
    return repeatsUnit(solid)
  }

  /// Rings and crosses: at least three, and not a word ("ox", "Oooo!") or a farewell ("xo").
  private func isOrnament(_ solid: [UInt8], _ letters: [UInt8]) -> Bool {
    if letters.count == solid.count {
      guard letters.count >= 3 else { return false }
      let isWord =
        letters.count > 3 && letters.dropFirst().allSatisfy { $0 == UInt8(ascii: "o") }
        && letters.first == UInt8(ascii: "O")
      return !isWord
    }
    return solid.count >= 3
      && solid.allSatisfy { Self.isWordByte($0) || "*~-_=+#.|/\\<>:".utf8.contains($0) }
      && solid.first.map { !Self.isWordByte($0) } == solid.last.map { !Self.isWordByte($0) }
  }

  /// A short unit with a capital in it, three times or more and nothing else.
  private func repeatsUnit(_ solid: [UInt8]) -> Bool {
    for length in 2...4 where solid.count >= length * 3 {
      let isRepeated = solid.indices.dropFirst(length).allSatisfy {
        solid[$0] == solid[$0 - length]
      }
      if isRepeated, solid.count % length <= 1, Set(solid.prefix(length)).count > 1 { return true }
    }
    return false
  }

  // MARK: words

  /// "[break]", "(line break)", "~TIME SKIP~", "xXx Linebreak xXx".
  private func isBreakWord(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 60 else { return false }
    let inner = Decoration.stripped(bytes)
    guard inner.count < bytes.count || bytes.count >= 8 else { return false }
    var word = Folding.fold(bytes[inner])
    for ring in ["xxx", "ooo", "xox", "oxo"]
    where word.hasPrefix(ring + " ") && word.hasSuffix(" " + ring) {
      word = String(word.dropFirst(4).dropLast(4))
    }
    guard words.contains(word) else { return false }
    return inner.count < bytes.count || word.contains("break") || word.contains("skip")
  }

  /// "~*~ Three days later ~*~": a row of signs on both sides of a few words.
  private func labelled(_ bytes: ArraySlice<UInt8>) -> Mark? {
    guard bytes.count <= 90, let first = bytes.first, let last = bytes.last,
      !Self.isWordByte(first),
      !Self.isWordByte(last)
    else { return nil }
    let inner = Decoration.stripped(bytes)
    guard !inner.isEmpty, !Decoration.isEmphasis(bytes, inner) else { return nil }
    let before = bytes[..<inner.lowerBound].filter { $0 != 0x20 && $0 != 0x09 }
    let after = bytes[inner.upperBound...].filter { $0 != 0x20 && $0 != 0x09 }
    if before.count == 1 || after.count == 1 {
      // One sign on each side must stand off from the words and not come again in them.
      guard before == after, inner.lowerBound - bytes.startIndex >= 2, inner.count <= 40,
        before.first.map({ $0 == 0x2A || $0 == 0x7E }) ?? false, !bytes[inner].contains(before[0])
      else { return nil }
    }
    guard !before.isEmpty, !after.isEmpty else { return nil }
    return .labelled(inner)
  }

  private static func isPlainWordByte(_ byte: UInt8) -> Bool { isWordByte(byte) && byte < 0x80 }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte >= 0x80
  }
}

/// The signs authors put around headings, endings and titles: "=== Chapter 1 ===", "~Fin~", "*** THE END ***".
enum Decoration {
  private static let signs: [Bool] = (0..<256).map {
    "*~-_=+#|<>[](){}\"`^:. \t".utf8.contains(UInt8($0))
  }
  private static let wide = [
    "\u{2013}", "\u{2014}", "\u{201C}", "\u{201D}", "\u{00AB}", "\u{00BB}", "\u{2022}", "\u{2605}",
    "\u{2606}",
    "\u{3001}", "\u{2661}", "\u{2665}", "\u{00B0}", "\u{3010}", "\u{3011}", "\u{300A}", "\u{300B}",
    "\u{FF08}", "\u{FF09}", "\u{2039}", "\u{203A}", "\u{3008}", "\u{3009}",
  ].map { Array($0.utf8) }

  /// The range of the text within its decoration; a final full stop or question mark stays.
  static func stripped(_ bytes: ArraySlice<UInt8>) -> Range<Int> {
    let (text, signs) = (bytes.span, signs)
    var inner = 0..<text.count
    while let first = inner.first {
      if signs[Int(text[first])] {
        inner = first + 1..<inner.upperBound
      } else if text[first] >= 0x80,
        let sign = wide.first(where: { has($0, text, at: first, inner) })
      {
        inner = first + sign.count..<inner.upperBound
      } else {
        break
      }
    }
    while let last = inner.last {
      if signs[Int(text[last])], !(text[last] == 0x2E && keepsStop(text, inner)) {
        inner = inner.lowerBound..<last
      } else if text[last] >= 0x80,
        let sign = wide.first(where: { has($0, text, at: last + 1 - $0.count, inner) })
      {
        inner = inner.lowerBound..<last + 1 - sign.count
      } else {
        break
      }
    }
    // A bracket that was opened inside belongs to the text.
    if inner.upperBound < text.count, let open = opener(of: text[inner.upperBound]),
      inner.contains(where: { text[$0] == open })
    {
      inner = inner.lowerBound..<inner.upperBound + 1
    }
    return bytes.startIndex + inner.lowerBound..<bytes.startIndex + inner.upperBound
  }

  /// Whether a sign stands at a place within a part of the text.
  private static func has(
    _ sign: [UInt8], _ text: Span<UInt8>, at place: Int, _ part: Range<Int>
  ) -> Bool {
    place >= part.lowerBound && place + sign.count <= part.upperBound
      && sign.indices.allSatisfy { text[place + $0] == sign[$0] }
  }

  private static func opener(of bracket: UInt8) -> UInt8? {
    switch bracket {
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    case UInt8(ascii: "}"): UInt8(ascii: "{")
    default: nil
    }
  }

  /// Whether a final dot ends words rather than decorates them.
  private static func keepsStop(_ text: Span<UInt8>, _ part: Range<Int>) -> Bool {
    part.count >= 2 && SceneBreakMarks.isWordByte(text[part.upperBound - 2])
  }

  /// Whether the signs are emphasis, `**word**` or `__word__`, rather than ornament.
  static func isEmphasis(_ bytes: ArraySlice<UInt8>, _ inner: Range<Int>) -> Bool {
    let before = bytes[bytes.startIndex..<inner.lowerBound]
    let after = bytes[inner.upperBound..<bytes.endIndex]
    guard before.count <= 3, after.count <= 4, let sign = before.first else { return false }
    return (sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_"))
      && before.allSatisfy { $0 == sign }
      || sign == UInt8(ascii: "\"") || sign == UInt8(ascii: "(") || sign == UInt8(ascii: ".")
      || sign == 0xE2
      || sign == UInt8(ascii: "[") || sign == UInt8(ascii: "<") || sign == 0xC2
  }
}
