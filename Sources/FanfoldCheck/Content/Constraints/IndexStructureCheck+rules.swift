extension IndexStructureCheck {
  static let headings: Set<String> = ["h1", "h2", "h3", "h4", "h5", "h6"]
  static let crossReferences: Set<String> = ["index-xref-preferred", "index-xref-related"]
  static let terms: Set<String> = ["index-term", "index-term-category"]
  static let locatorLists: Set<String> = ["index-locator-list", "index-locator-range"]

  private static let sectioning: Set<String> = ["section", "article", "aside", "nav"]

  /// The elements that a part can be.
  static let allowed: KeyValuePairs<String, Set<String>> = [
    "index": sectioning.union(["body"]),
    "index-headnotes": sectioning.union(["header"]),
    "index-legend": sectioning.union(["dl"]),
    "index-group": sectioning,
    "index-term": [
      "a", "abbr", "area", "audio", "b", "bdi", "bdo", "br", "button", "canvas", "cite", "code",
      "data", "datalist", "del", "dfn", "em", "embed", "i", "iframe", "img", "input", "ins", "kbd",
      "label", "map", "mark", "math", "meter", "noscript", "object", "output", "progress", "q",
      "ruby", "s", "samp", "script", "select", "small", "span", "strong", "sub", "sup", "svg",
      "textarea", "time", "u", "var", "video",
    ],
    "index-locator-list": ["ul"],
    "index-term-category": ["a"],
  ]

  /// What the nearest part around a part has to be.
  static let parents: KeyValuePairs<String, Set<String>> = [
    "index-headnotes": ["index"], "index-legend": ["index-headnotes"], "index-group": ["index"],
  ]

  /// Of these an entry has to have one, or a list of entries without a type.
  static let entryContent: Set<String> = [
    "index-entry-list", "index-editor-note", "index-locator-list", "index-locator",
    "index-locator-range", "index-xref-preferred", "index-xref-related",
  ]

  /// What an entry may not have beside each other.
  static let conflicts: KeyValuePairs<String, Set<String>> = [
    "index-locator-list": ["index-locator", "index-locator-range"],
    "index-xref-preferred": ["index-xref-related"],
  ]
}

extension Rule {
  static let indexPartElement = Rule(
    "RSC-005", "index-part-element", .error, "an element cannot be this part of an index",
    help: "Give the type to an element that can be that part.", see: "EPUB Indexes 1.0 §3")
  static let indexPartMisplaced = Rule(
    "RSC-005", "index-part-misplaced", .error,
    "a part of an index stands outside of what it is a part of",
    help: "Put it directly into the part it belongs to.", see: "EPUB Indexes 1.0 §3")
  static let indexPartMissing = Rule(
    "RSC-005", "index-part-missing", .error, "a part of an index lacks what it has to contain",
    help: "Give each entry one term, and something to look up.", see: "EPUB Indexes 1.0 §3")
  static let indexPartRepeated = Rule(
    "RSC-005", "index-part-repeated", .error, "a part of an index is there more than once",
    help: "Keep one of them.", see: "EPUB Indexes 1.0 §3")
  static let indexPartConflict = Rule(
    "RSC-005", "index-part-conflict", .error, "an entry has parts that exclude each other",
    help: "Put all locators into the list; refer to preferred or to related terms.",
    see: "EPUB Indexes 1.0 §3")
  static let indexWithoutEntries = Rule(
    "RSC-005", "index-without-entries", .error, "an index has no list of entries, or several",
    help: "Put the entries into one list, or into groups.", see: "EPUB Indexes 1.0 §2.2")
}
