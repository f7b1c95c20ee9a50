extension Rule {
  static let styleProperty = Rule(
    "CSS-001", "style-property-forbidden", .error,
    "a style sheet has a property that does not belong there",
    help: "Use the dir attribute, or 'bdo' and 'bdi'.", see: "EPUB 3.3 §6.3.1.2")
  static let styleURLEmpty = Rule(
    "CSS-002", "style-url-empty", .error, "a URL in a style sheet is empty",
    help: "Say which file is meant, or remove it.", see: "CSS Values and Units Level 4 §4.5")
  static let styleUTF16 = Rule(
    "CSS-003", "style-utf-16", .warning, "the style sheet is in UTF-16",
    help: "Save it in UTF-8.", see: "EPUB 3.3 §6.3.1.2")
  static let styleEncoding = Rule(
    "CSS-004", "style-other-encoding", .error, "the style sheet is not in UTF-8",
    help: "Save it in UTF-8, and leave out '@charset'.", see: "EPUB 3.3 §6.3.1.2")
  static let stylePosition = Rule(
    "CSS-006", "style-position-fixed", .usage, "something is placed on the screen, not on a page",
    help: "Reading systems with pages may not follow 'position: fixed'.", see: "EPUB 3.3 §6.3.1.3")
  static let styleFontType = Rule(
    "CSS-007", "style-font-type", .info, "a font is of a type not every reader knows",
    help: "Use WOFF, WOFF2, OpenType or TrueType.", see: "EPUB 3.3 §3.2")
  static let styleSyntax = Rule(
    "CSS-008", "style-syntax", .error, "the style sheet is not CSS",
    help: "Close every brace, bracket and string, and end each declaration with ';'.",
    see: "EPUB 3.3 §6.3.1.2")
  static let fontFaceEmpty = Rule(
    "CSS-019", "font-face-empty", .warning, "a font face says nothing",
    help: "Give it 'font-family' and 'src', or remove it.", see: "CSS Fonts Level 4 §4.1")
  static let fontFaceUsed = Rule(
    "CSS-028", "font-face-used", .usage, "the style sheet brings fonts",
    help: "Make sure that their licences allow it.")
  static let overlayClassUndeclared = Rule(
    "CSS-029", "overlay-class-undeclared", .usage,
    "a style sheet has a class for media overlays, and the package does not name it",
    help: "Name the class in the package's metadata.", see: "EPUB 3.3 §9.3.5.1")
}
