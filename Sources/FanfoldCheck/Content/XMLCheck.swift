internal import FanfoldMarkup

/// Whether a document is XML at all.
enum XMLCheck {
  static let rules: [Rule] = [.notWellFormed]
}

extension Rule {
  static let notWellFormed = Rule(
    "RSC-016", "xml-not-well-formed", .fatal, "the document is not well-formed XML",
    help: "Close every element, quote every attribute, and write '&' as '&amp;'.",
    see: "EPUB 3.3 §3.9")
}
