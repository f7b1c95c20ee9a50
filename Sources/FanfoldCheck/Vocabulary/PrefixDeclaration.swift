/// Reads the value of a `prefix` attribute (EPUB 3.3 §D.1.4): pairs of "name: " and a URL.
struct PrefixDeclaration {
  private(set) var mappings: [(prefix: String, url: String)] = []
  private(set) var problems: [(rule: Rule, message: String)] = []
  private var rest: Substring.UnicodeScalarView

  static let rules: [Rule] = [
    .prefixBlanksAround, .prefixEmpty, .prefixNoName, .prefixWithoutColon, .prefixWithoutBlank,
    .prefixWrongBlank, .prefixWrongSeparator, .prefixWithoutURL, .prefixBadURL,
  ]

  init(_ value: String) {
    rest = Substring(value).unicodeScalars
    if take(while: { Self.isBlank($0) }).isEmpty == false { report(.prefixBlanksAround) }
    while !rest.isEmpty { readMapping() }
  }

  private mutating func readMapping() {
    var prefix: String? = take { !Self.isBlank($0) && $0 != ":" }
    let name = prefix ?? ""
    if name.isEmpty {
      report(.prefixEmpty)
      prefix = nil
    } else if !XMLNames.isNCName(name) {
      report(.prefixNoName, "'\(name)' is no name for a prefix")
      prefix = nil
    }
    guard !rest.isEmpty else { return report(.prefixWithoutURL, "'\(name)' stands for nothing") }
    if take(while: { $0 == ":" }).isEmpty {
      report(.prefixWithoutColon, "no ':' directly behind '\(name)'")
      prefix = nil
      _ = take { Self.isBlank($0) }
      if rest.first == ":" { _ = take { $0 == ":" } }
    }
    guard !rest.isEmpty else { return report(.prefixWithoutURL, "'\(name)' stands for nothing") }
    let blanks = take { Self.isBlank($0) }
    if blanks.isEmpty, prefix != nil {
      report(.prefixWithoutBlank, "no blank between '\(name):' and its URL")
      prefix = nil
    } else if blanks.contains(where: { $0 != " " }) {
      report(.prefixWrongBlank, "more than blanks between '\(name):' and its URL")
    }
    guard !rest.isEmpty else { return report(.prefixWithoutURL, "'\(name)' stands for nothing") }
    readURL(prefix)
    let separator = take { Self.isBlank($0) }
    if separator.unicodeScalars.contains(where: { !" \t\r\n".unicodeScalars.contains($0) }) {
      report(.prefixWrongSeparator)
    }
    if !separator.isEmpty, rest.isEmpty { report(.prefixBlanksAround) }
  }

  private mutating func readURL(_ prefix: String?) {
    let url = take { !Self.isBlank($0) }
    guard Self.isURI(url) else { return report(.prefixBadURL, "'\(url)' is no URL") }
    if let prefix { mappings.append((prefix, url)) }
  }

  private mutating func take(while belongs: (Unicode.Scalar) -> Bool) -> String {
    let taken = rest.prefix(while: belongs)
    rest = rest.dropFirst(taken.count)
    return String(Substring(taken))
  }

  private mutating func report(_ rule: Rule, _ message: String? = nil) {
    problems.append((rule, message ?? rule.summary))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func isURI(_ text: String) -> Bool {
    URLCharacters.isResolvable(text)
      && !text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
  }
}

extension Rule {
  static let prefixBlanksAround = Rule(
    "OPF-004", "prefix-blanks-around", .warning, "the prefix declaration has blanks around it",
    help: "Remove the blanks at its beginning and end.", see: "EPUB 3.3 §D.1.4")
  static let prefixEmpty = Rule(
    "OPF-004a", "prefix-empty", .error, "a prefix is declared that has no name",
    help: "Write a name before the colon.", see: "EPUB 3.3 §D.1.4")
  static let prefixNoName = Rule(
    "OPF-004b", "prefix-no-name", .error, "a prefix is declared that is no name",
    help: "Use letters, digits, '-', '_' and '.', a letter first.", see: "EPUB 3.3 §D.1.4")
  static let prefixWithoutColon = Rule(
    "OPF-004c", "prefix-without-colon", .error, "a declared prefix is not followed by a colon",
    help: "Write 'name: URL'.", see: "EPUB 3.3 §D.1.4")
  static let prefixWithoutBlank = Rule(
    "OPF-004d", "prefix-without-blank", .error, "no blank parts a prefix from its URL",
    help: "Write 'name: URL'.", see: "EPUB 3.3 §D.1.4")
  static let prefixWrongBlank = Rule(
    "OPF-004e", "prefix-wrong-blank", .warning,
    "something other than blanks parts a prefix and its URL",
    help: "Put one blank behind the colon.", see: "EPUB 3.3 §D.1.4")
  static let prefixWrongSeparator = Rule(
    "OPF-004f", "prefix-wrong-separator", .warning,
    "two prefix declarations are parted by odd blanks",
    help: "Part them by a blank or a line end.", see: "EPUB 3.3 §D.1.4")
  static let prefixWithoutURL = Rule(
    "OPF-005", "prefix-without-url", .error, "a prefix is declared without a URL",
    help: "Write the vocabulary's URL behind the prefix.", see: "EPUB 3.3 §D.1.4")
  static let prefixBadURL = Rule(
    "OPF-006", "prefix-bad-url", .error, "a prefix is declared for something that is no URL",
    help: "Write the vocabulary's URL behind the prefix.", see: "EPUB 3.3 §D.1.4")
}
