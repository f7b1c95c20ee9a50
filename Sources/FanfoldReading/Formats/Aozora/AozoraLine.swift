internal import FanfoldMarkup
internal import FanfoldStory

/// A line in the notation of Aozora Bunko: its words, their readings and styles, and what its notes say of the whole.
struct AozoraLine {
  typealias Scalars = [Unicode.Scalar]

  /// What readers see.
  private(set) var words: Scalars = []
  /// How words are read.
  struct Reading {
    let base: Range<Int>
    let reading: Scalars
  }

  /// In order.
  private(set) var readings: [Reading] = []
  private(set) var styles: [(range: Range<Int>, style: Manuscript.Mark.Style)] = []
  /// The notation itself.
  private(set) var signs: Scalars = []
  /// The characters that notes describe and the file has not.
  private(set) var described: Scalars = []
  private(set) var headingLevel: Int?
  private(set) var isPageBreak = false
  private(set) var alignment: Block.Alignment?
  /// Where stretches began that a note will end.
  private var open: [(start: Int, style: Manuscript.Mark.Style)] = []
  /// Where a bar stands that may tell how far back a reading goes.
  private var bar: Int?

  init(_ line: String) {
    let source = Array(line.unicodeScalars)
    var index = 0
    while index < source.count {
      index = read(source, at: index)
    }
  }

  /// How far a note or a reading goes at most, and how far back one speaks of words, in characters.
  private static let longest = 400

  /// Reads what stands at a place and tells where the next thing is.
  private mutating func read(_ source: Scalars, at index: Int) -> Int {
    switch source[index] {
    case "｜": bar = words.count
    case "《":
      if let end = readReading(source, at: index) { return end }
    case "※":
      if let note = Self.note(source, at: index + 1) {
        describe(note)
        return index + 1 + note.count
      }
    case "［":
      if let note = Self.note(source, at: index) {
        signs += note
        apply(String(String.UnicodeScalarView(note.dropFirst(2).dropLast())))
        return index + note.count
      }
    case "[":
      if let tag = PixivTag(source, at: index) {
        apply(tag)
        return tag.end
      }
    default: break
    }
    words.append(source[index])
    return index + 1
  }

  private mutating func apply(_ tag: PixivTag) {
    signs += tag.signs
    let start = words.count
    words += tag.words
    switch tag.kind {
    case .newPage: isPageBreak = true
    case .chapter: headingLevel = 2
    case .reading(let reading):
      readings.append(Reading(base: start..<words.count, reading: reading))
    case .link, .unseen: break
    }
  }

  /// Puts the character that a note describes in the place of "※".
  private mutating func describe(_ note: ArraySlice<Unicode.Scalar>) {
    if let character = Self.character(note) {
      words += character
      described += character
      signs.append("※")
    } else {
      words.append("※")
    }
    signs += note
  }

  // MARK: readings

  /// "《きたじふじ》" behind the words it is the reading of: those behind the bar, or those of one script.
  private mutating func readReading(_ source: Scalars, at index: Int) -> Int? {
    guard let close = source[index...].prefix(Self.longest).firstIndex(of: "》") else { return nil }
    let reading = source[index + 1..<close]
    guard !reading.isEmpty else { return nil }
    if let bar, bar + 1 < words.count {
      takeBar(at: bar)
      readings.append(Reading(base: bar..<words.count, reading: Scalars(reading)))
    } else {
      // Words that have a reading already are read.
      let bare = words[(readings.last?.base.upperBound ?? 0)...]
      let count = bare.reversed().prefix { Self.isSame($0, words.last) }.count
      guard count > 0, reading.allSatisfy(Self.isKana) else { return nil }
      readings.append(
        Reading(base: words.count - count..<words.count, reading: Scalars(reading)))
    }
    signs += ["《", "》"]
    bar = nil
    return close + 1
  }

  /// Takes the bar out of the words; what stands behind it moves up.
  private mutating func takeBar(at bar: Int) {
    func moved(_ place: Int) -> Int { place > bar ? place - 1 : place }
    words.remove(at: bar)
    signs.append("｜")
    styles = styles.map { (moved($0.range.lowerBound)..<moved($0.range.upperBound), $0.style) }
    open = open.map { (moved($0.start), $0.style) }
  }

  static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x30FF).contains(scalar.value) || scalar == "　" || scalar == "～"
  }

  /// Whether two characters are of the same script, with which a reading goes back.
  private static func isSame(_ scalar: Unicode.Scalar, _ last: Unicode.Scalar?) -> Bool {
    guard let last, let script = script(last) else { return false }
    return Self.script(scalar) == script
  }

  private static func script(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    // With the marks of repetition and the small ヶ between numbers and nouns.
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF, 0x3005...0x3007, 0x30F6, 0x203B: 0
    case 0x30A1...0x30FA, 0x30FC: 1
    case 0x3041...0x309F: 2
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: 3
    default: nil
    }
  }

  // MARK: notes

  /// The note "［＃…］" at a place, with those within it; `nil` when it does not end.
  private static func note(_ source: Scalars, at index: Int) -> ArraySlice<Unicode.Scalar>? {
    guard index + 1 < source.count, source[index] == "［", source[index + 1] == "＃" else {
      return nil
    }
    var depth = 0
    for place in index..<min(source.count, index + longest) {
      if source[place] == "［" { depth += 1 }
      if source[place] == "］" { depth -= 1 }
      if depth == 0 { return source[index...place] }
    }
    return nil
  }

  /// The character a note describes: by its number in Unicode, or its place in JIS X 0213.
  private static func character(_ note: ArraySlice<Unicode.Scalar>) -> Scalars? {
    let text = String(String.UnicodeScalarView(note))
    if let start = text.firstRange(of: "U+") {
      let digits = text[start.upperBound...].prefix(while: \.isHexDigit)
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { return [scalar] }
    }
    for place in text.split(whereSeparator: { !$0.isASCII }) {
      let numbers = place.split(separator: "-").map { Int($0) }
      guard numbers.count == 3, let plane = numbers[0], let row = numbers[1], let cell = numbers[2],
        let bytes = JISCharacter.utf8(plane: plane, row: row, cell: cell)
      else { continue }
      return Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }
    return nil
  }

  private mutating func apply(_ note: String) {
    if let level = Self.levels.first(where: { note.contains($0.words) }) {
      headingLevel = level.level
    } else if note.hasPrefix("改") {
      isPageBreak = true
    } else if note.hasPrefix("地付き") || note.hasPrefix("地から") {
      alignment = words.isEmpty ? .end : alignment
    } else if let style = Self.styles.first(where: { note.contains($0.words) })?.style {
      apply(style, note)
    }
  }

  private mutating func apply(_ style: Manuscript.Mark.Style, _ note: String) {
    if note.hasPrefix("「"), let close = note.lastIndex(of: "」") {
      let words = Array(note[note.index(after: note.startIndex)..<close].unicodeScalars)
      guard !words.isEmpty, let start = lastPlace(of: words) else { return }
      styles.append((start..<start + words.count, style))
    } else if note.hasSuffix("終わり") {
      guard let first = open.popLast(), first.start < words.count else { return }
      styles.append((first.start..<words.count, first.style))
    } else {
      open.append((words.count, style))
    }
  }

  private func lastPlace(of piece: Scalars) -> Int? {
    guard words.count >= piece.count else { return nil }
    let last = words.count - piece.count
    return (max(0, last - Self.longest)...last).reversed().first {
      words[$0..<$0 + piece.count].elementsEqual(piece)
    }
  }

  private static let levels = [
    (words: "大見出し", level: 1), (words: "中見出し", level: 2), (words: "小見出し", level: 3),
  ]
  private static let styles: [(words: String, style: Manuscript.Mark.Style)] = [
    ("傍点", .emphasis), ("傍線", .underline), ("太字", .strong), ("斜体", .emphasis),
    ("取消線", .strikethrough),
  ]
}
