internal import FanfoldMarkup
internal import FanfoldStory

/// Goes through the pieces of an RTF file, keeps what holds at each place, and hands the text over.
struct RTFWalk {
  private var tokenizer: RTFTokenizer
  private var output: RTFOutput
  private var state = RTFState()
  private var outer: [RTFState] = []
  private var fonts = RTFFonts()
  private var styles = RTFStyles()
  /// Bytes whose code page is that of the font.
  private var pending: [UInt8] = []
  /// The text of the group that does not go into the story.
  private var aside = ""
  /// The first half of a character beyond 16 bits.
  private var surrogate: UInt32?
  /// How many characters are still to be passed over.
  private var toSkip = 0
  /// Whether the group said that who does not know its first word should pass over it.
  private var isOptional = false

  private static let deepest = 1000

  init(_ file: StoryFile) {
    tokenizer = RTFTokenizer(file.bytes)
    output = RTFOutput(file)
  }

  mutating func run() throws(RTFTokenizer.Failure) {
    while let token = try tokenizer.next() {
      output.sourceLine = tokenizer.line
      switch token {
      case .open: try open()
      case .close:
        close()
        if outer.isEmpty { return }
      case .word(let word, let number): take(word, number)
      case .symbol(let symbol): take(symbol: symbol)
      case .hex(let byte), .byte(let byte): take(byte)
      }
    }
    // Some programs forget the last brace; more than that is missing text.
    guard outer.count <= 1 else {
      throw .init(
        offset: tokenizer.offset, line: tokenizer.line,
        problem: "\(outer.count) groups are not closed")
    }
    flush()
  }

  mutating func manuscript() -> Manuscript {
    flush()
    return output.manuscript()
  }

  // MARK: groups

  private mutating func open() throws(RTFTokenizer.Failure) {
    flush()
    toSkip = 0
    guard outer.count < Self.deepest else {
      throw .init(
        offset: tokenizer.offset, line: tokenizer.line, problem: "groups nested too deeply")
    }
    outer.append(state)
    isOptional = false
  }

  private mutating func close() {
    flush()
    toSkip = 0
    guard let before = outer.popLast() else { return }
    if before.destination != state.destination { end(state.destination) }
    let link = state.destination == .instruction ? RTFField.link(in: aside) : nil
    if state.destination == .instruction, before.destination != .instruction { aside = "" }
    let wasItem = state.destination == .listMark
    state = before
    if let link { state.link = link }
    if wasItem { state.isItem = true }
  }

  /// What a group's text was for is known when the group ends.
  private mutating func end(_ destination: RTFState.Destination) {
    switch destination {
    case .info(let word): output.addInfo(word, aside)
    case .leftOut(let reason): output.leaveOut(aside, reason: reason)
    case .listMark: output.addListMark(aside)
    case .footnote: output.endFootnote()
    case .styleSheet, .fontTable, .text, .nowhere, .instruction: return
    }
    aside = ""
  }

  private mutating func enter(_ destination: RTFState.Destination) {
    if case .leftOut = state.destination { return }
    if state.destination == .footnote, destination == .text { return }
    if case .info = destination, outer.count > 3 || state.destination != .nowhere { return }
    state.destination = destination
    state.resetCharacters()
    aside = ""
    if destination == .footnote { output.beginFootnote() }
  }

  // MARK: words

  private mutating func take(_ word: String, _ number: Int?) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    if word != "u" { flush() }
    if let destination = RTFWords.destination(word) { return enter(destination) }
    if isOptional {
      isOptional = false
      if word != "shpinst" && word != "shp" && word != "pn" { return state.destination = .nowhere }
    }
    if takeTable(word, number) || state.setCharacter(word, number)
      || state.setParagraph(word, number)
    {
      return
    }
    if let character = RTFWords.characters[word] { return add(Array(character.utf8)) }
    switch word {
    case "u": takeUnicode(number ?? 0)
    case "par", "sect", "row", "nestrow":
      if isText { output.endParagraph(state) }
      state.isItem = false
    case "page": if isText { output.addGap(state) }
    case "line", "softline", "lbr": if isText { output.breakLine(state) }
    case "chftn": if isText { output.addFootnoteNumber(state) }
    case "s": state.outlineLevel = styles.level(of: number ?? 0) ?? state.outlineLevel
    case "ansicpg": fonts.defaultPage = number ?? 1252
    case "mac": fonts.defaultPage = 10000
    case "pc": fonts.defaultPage = 437
    case "pca": fonts.defaultPage = 850
    default: break
    }
  }

  /// Takes what the tables of fonts and styles say.
  private mutating func takeTable(_ word: String, _ number: Int?) -> Bool {
    switch (state.destination, word) {
    case (.fontTable, "f"): state.font = number
    case (.fontTable, "fcharset"):
      if let font = state.font, let number { fonts.setCharacterSet(number, of: font) }
    case (.fontTable, "cpg"):
      if let font = state.font, let number { fonts.setPage(number, of: font) }
    case (.styleSheet, "s"): styles.begin(number ?? 0)
    case (.styleSheet, "outlinelevel"): styles.setLevel(number ?? 9)
    default: return state.destination == .fontTable || state.destination == .styleSheet
    }
    return true
  }

  private var isText: Bool { state.destination == .text || state.destination == .footnote }

  // MARK: characters

  private mutating func take(symbol: UInt8) {
    if symbol != UInt8(ascii: "*"), toSkip > 0 {
      toSkip -= 1
      return
    }
    switch symbol {
    case UInt8(ascii: "*"): isOptional = true
    case UInt8(ascii: "~"): add(Array("\u{A0}".utf8))
    case UInt8(ascii: "_"): add(Array("\u{2011}".utf8))
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): take(symbol)
    default: break
    }
  }

  private mutating func take(_ byte: UInt8) {
    if toSkip > 0 {
      toSkip -= 1
      return
    }
    if byte == 0xB7, fonts.isSymbolic(state.font) { return add(Array("•".utf8)) }
    pending.append(byte)
  }

  /// A character by its number, which is written as a signed one of 16 bits.
  private mutating func takeUnicode(_ number: Int) {
    flush()
    toSkip = state.fallbackLength
    let value = UInt32(truncatingIfNeeded: number < 0 ? number + 0x10000 : number)
    if (0xD800..<0xDC00).contains(value) {
      surrogate = value
      return
    }
    var scalar = value
    if let high = surrogate, (0xDC00..<0xE000).contains(value) {
      scalar = 0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)
    }
    surrogate = nil
    // Symbol fonts have their letters at U+F000 and after.
    if (0xF020...0xF0FF).contains(scalar), fonts.isSymbolic(state.font) {
      return add(Array((scalar == 0xF0B7 ? "•" : "\u{FFFD}").utf8))
    }
    add(Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8))
  }

  /// Hands over the bytes that wait, decoded.
  private mutating func flush() {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    if bytes.allSatisfy({ $0 < 0x80 }) { return hand(bytes) }
    let page = CodePageText(codePage: fonts.page(of: state.font)) ?? CodePageText(codePage: 1252)
    hand(page?.utf8(bytes) ?? bytes.filter { $0 < 0x80 })
  }

  private mutating func add(_ text: [UInt8]) {
    flush()
    hand(text)
  }

  private mutating func hand(_ text: [UInt8]) {
    switch state.destination {
    case .text where state.isHidden, .footnote where state.isHidden:
      output.leaveOut(String(decoding: text, as: UTF8.self), reason: "hidden text")
    case .text, .footnote: output.add(text, state)
    case .styleSheet: styles.addName(text)
    case .info, .leftOut, .listMark, .instruction: aside += String(decoding: text, as: UTF8.self)
    case .nowhere, .fontTable: break
    }
  }
}
