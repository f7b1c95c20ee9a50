extension Rule {
  private static let sections = "EPUB 3 EDUPUB Profile §3.3"

  static let educationHeadingMissing = Rule(
    "RSC-005", "education-heading-missing", .error, "a section has no heading",
    help: "Give it a heading, or an aria-label.", see: sections)
  static let educationHeadingRepeated = Rule(
    "RSC-005", "education-heading-repeated", .error, "a section has more than one heading",
    help: "Make a section of each.", see: sections)
  static let educationHeadingEmpty = Rule(
    "RSC-005", "education-heading-empty", .error, "a heading says nothing",
    help: "Write the heading, or say in words what its image shows.", see: sections)
  static let educationLabelEmpty = Rule(
    "RSC-005", "education-label-empty", .error, "a section's aria-label is empty",
    help: "Write what the section is called, or remove the attribute.", see: sections)
  static let educationLabelRepeats = Rule(
    "RSC-005", "education-label-repeats", .error, "a section's aria-label repeats its heading",
    help: "Remove the attribute: the heading is enough.", see: sections)
  static let educationHeadingQuoted = Rule(
    "RSC-005", "education-heading-quoted", .error, "a heading is in a figure or a quotation",
    help: "Use a paragraph: what is quoted is no part of the outline.", see: sections)
  static let educationHeadingRank = Rule(
    "RSC-005", "education-heading-rank", .error, "a heading's rank is not that of its section",
    help: "Go one rank deeper with each section.", see: sections)
  static let educationSectionOrder = Rule(
    "RSC-005", "education-section-order", .error, "there is something between or behind sections",
    help: "Put it into a section, or before the first of them.", see: sections)
  static let educationSubtitle = Rule(
    "RSC-005", "education-subtitle", .error, "a subtitle is not in a header",
    help: "Put the heading and the subtitle into a 'header'.", see: sections)
}
