/// How a stretch of text is set; what says nothing leaves it to what is around.
struct TextLook {
  var isBold: Bool?
  var isItalic: Bool?
  var isUnderlined: Bool?
  var isStruck: Bool?
  /// Above the line, or below it when negative.
  var raise: Int?
  var isHidden: Bool?

  /// This look where the other one says nothing.
  func under(_ other: TextLook) -> TextLook {
    TextLook(
      isBold: other.isBold ?? isBold, isItalic: other.isItalic ?? isItalic,
      isUnderlined: other.isUnderlined ?? isUnderlined, isStruck: other.isStruck ?? isStruck,
      raise: other.raise ?? raise, isHidden: other.isHidden ?? isHidden)
  }

  /// This look of a paragraph with that of a style for characters: what both switch on is off again (ECMA-376
  /// part 1, 17.7.3).
  func toggled(by other: TextLook) -> TextLook {
    func toggle(_ outer: Bool?, _ inner: Bool?) -> Bool? {
      inner == true && outer == true ? false : inner ?? outer
    }
    var look = under(other)
    look.isBold = toggle(isBold, other.isBold)
    look.isItalic = toggle(isItalic, other.isItalic)
    look.isStruck = toggle(isStruck, other.isStruck)
    look.isHidden = toggle(isHidden, other.isHidden)
    return look
  }

  /// The marks of text that looks so, outer ones first.
  func marks(link: String?) -> [Manuscript.Mark.Style] {
    var marks: [Manuscript.Mark.Style] = []
    if let link { marks.append(.link(link)) }
    if isBold == true { marks.append(.strong) }
    if isItalic == true { marks.append(.emphasis) }
    // Links are underlined because they are links.
    if isUnderlined == true, link == nil { marks.append(.underline) }
    if isStruck == true { marks.append(.strikethrough) }
    if let raise, raise != 0 { marks.append(raise > 0 ? .superscript : .subscript) }
    return marks
  }
}
