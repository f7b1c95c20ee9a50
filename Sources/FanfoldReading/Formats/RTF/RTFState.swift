internal import FanfoldStory

/// What holds at one place of an RTF file; a group gives it back at its end.
struct RTFState {
  /// Where text goes.
  enum Destination: Equatable {
    case text
    /// Nowhere: tables, pictures, settings, which are no text.
    case nowhere
    case fontTable, styleSheet
    /// What the file says about itself, by the word for it.
    case info(String)
    /// Text that readers do not see on the page, with the reason.
    case leftOut(String)
    /// The number or sign before an item of a list.
    case listMark
    /// What a field shows: the target of a link is in it.
    case instruction
    case footnote
  }

  var destination = Destination.text
  var font: Int?
  /// How many characters stand for those who cannot read `\u`.
  var fallbackLength = 1
  var isBold = false
  var isItalic = false
  var isUnderlined = false
  var isStruck = false
  /// Above the line, or below it when negative.
  var raise = 0
  var isHidden = false
  var link: String?

  // Of the paragraph.
  var alignment: Block.Alignment?
  var outlineLevel: Int?
  var isItem = false
  var depth = 1
  var hasBorder = false

  mutating func resetParagraph() {
    alignment = nil
    outlineLevel = nil
    isItem = false
    depth = 1
    hasBorder = false
  }

  mutating func resetCharacters() {
    isBold = false
    isItalic = false
    isUnderlined = false
    isStruck = false
    raise = 0
    isHidden = false
  }

  var styles: [Manuscript.Mark.Style] {
    var styles: [Manuscript.Mark.Style] = []
    if let link { styles.append(.link(link)) }
    if isBold { styles.append(.strong) }
    if isItalic { styles.append(.emphasis) }
    if isUnderlined, link == nil { styles.append(.underline) }
    if isStruck { styles.append(.strikethrough) }
    if raise != 0 { styles.append(raise > 0 ? .superscript : .subscript) }
    return styles
  }
}

extension RTFState {
  /// Sets what a word says about characters; tells whether it does.
  mutating func setCharacter(_ word: String, _ number: Int?) -> Bool {
    let isOn = number != 0
    switch word {
    case "b": isBold = isOn
    case "i": isItalic = isOn
    case "ul", "uld", "uldash", "uldb", "ulth", "ulw", "ulwave": isUnderlined = isOn
    case "ulnone": isUnderlined = false
    case "strike", "striked": isStruck = isOn
    case "super": raise = isOn ? 1 : 0
    case "sub": raise = isOn ? -1 : 0
    case "up": raise = (number ?? 6) > 0 ? 1 : 0
    case "dn": raise = (number ?? 6) > 0 ? -1 : 0
    case "nosupersub": raise = 0
    case "v", "deleted": isHidden = isOn
    case "plain": resetCharacters()
    case "f": font = number
    case "uc": fallbackLength = max(0, number ?? 1)
    default: return false
    }
    return true
  }

  /// Sets what a word says about the paragraph; tells whether it does.
  mutating func setParagraph(_ word: String, _ number: Int?) -> Bool {
    switch word {
    case "pard": resetParagraph()
    case "ql", "qj": alignment = nil
    case "qc": alignment = .centre
    case "qr": alignment = .end
    case "outlinelevel": outlineLevel = number.flatMap { (0...8).contains($0) ? $0 : nil }
    case "ilvl": depth = min(9, max(0, number ?? 0)) + 1
    case "brdrb", "brdrt": hasBorder = true
    default: return false
    }
    return true
  }
}
