/// Looks properties up in their vocabularies.
enum PropertyCheck {
  static let rules: [Rule] = [
    .propertyList, .propertyMalformed, .propertyUndefined, .prefixUndeclared, .propertyDeprecated,
    .semanticDeprecated, .semanticMisplaced, .semanticUnknown, .prefixReserved, .prefixUnderscore,
    .prefixDefault, .prefixDublinCore,
  ]

  /// The properties that a value names; what is wrong with them is added to the findings.
  static func properties(
    _ value: String?, in vocabularies: Vocabularies, mediaType: String = "", at place: Place,
    _ findings: inout Findings
  ) -> [Property] {
    guard let value else { return [] }
    var found: [Property] = []
    for word in value.blankSeparated() {
      let property = property(
        String(word), in: vocabularies, mediaType: mediaType, at: place, &findings)
      if let property, !found.contains(property) { found.append(property) }
    }
    return found
  }

  /// The property that a value names when it may name only one.
  static func property(
    single value: String?, in vocabularies: Vocabularies, at place: Place,
    _ findings: inout Findings
  ) -> Property? {
    guard let value else { return nil }
    let words = value.blankSeparated()
    guard words.count <= 1 else {
      findings.add(.propertyList, at: place, "'\(value)' names more than one property")
      return nil
    }
    return words.first.flatMap {
      property(String($0), in: vocabularies, mediaType: "", at: place, &findings)
    }
  }

  private static func property(
    _ word: String, in vocabularies: Vocabularies, mediaType: String, at place: Place,
    _ findings: inout Findings
  ) -> Property? {
    let colon = word.utf8.firstIndex(of: UInt8(ascii: ":"))
    let prefix = colon.map { String(word[..<$0]) } ?? ""
    let name = colon.map { String(word[word.utf8.index(after: $0)...]) } ?? word
    guard colon == nil || !prefix.isEmpty && !name.isEmpty else {
      findings.add(.propertyMalformed, at: place, "'\(word)' is no property")
      return nil
    }
    guard let vocabulary = vocabularies.vocabulary(prefix) else {
      findings.add(.prefixUndeclared, at: place, "the prefix '\(prefix)' is not declared")
      return nil
    }
    guard let property = vocabulary.property(name) else {
      findings.add(.propertyUndefined, at: place, "there is no property '\(word)'")
      return nil
    }
    if property.status == .deprecated {
      let isSemantic = property.vocabulary == Vocabularies.URL.structure
      findings.add(
        isSemantic ? .semanticDeprecated : .propertyDeprecated, at: place,
        "'\(word)' is deprecated")
    } else if property.status == .notInXHTML, mediaType == MediaType.xhtml {
      findings.add(.semanticMisplaced, at: place, "'\(word)' is not for documents like this one")
    }
    return property
  }

  /// The vocabularies with the prefixes that a document declares.
  static func vocabularies(
    _ base: Vocabularies, declaring value: String?, at place: Place, _ findings: inout Findings
  ) -> Vocabularies {
    guard let value else { return base }
    let declaration = PrefixDeclaration(value)
    report(declaration, base, at: place, &findings)
    return base.declaring(declaration)
  }

  /// Says what is wrong with the prefixes that a document declares.
  static func report(
    _ declaration: PrefixDeclaration, _ base: Vocabularies, at place: Place,
    _ findings: inout Findings
  ) {
    for problem in declaration.problems {
      findings.add(problem.rule, at: place, problem.message)
    }
    for (prefix, url) in declaration.mappings {
      if prefix == "_" {
        findings.add(.prefixUnderscore, at: place)
      } else if base.defaults.contains(url) {
        findings.add(
          .prefixDefault, at: place, "'\(prefix)' stands for a vocabulary that needs no prefix")
      } else if url == Vocabularies.URL.dublinCore {
        findings.add(.prefixDublinCore, at: place)
      } else if let known = base.byPrefix[prefix], known.uri != url {
        findings.add(
          .prefixReserved, at: place, "the prefix '\(prefix)' is reserved for '\(known.uri)'")
      }
    }
  }
}

extension Rule {
  static let propertyList = Rule(
    "OPF-025", "property-list", .error, "several properties stand where one is meant",
    help: "Use one element for each property.", see: "EPUB 3.3 §D.1.2")
  static let propertyMalformed = Rule(
    "OPF-026", "property-malformed", .error, "this is not how a property is written",
    help: "Write 'name' or 'prefix:name'.", see: "EPUB 3.3 §D.1.2")
  static let propertyUndefined = Rule(
    "OPF-027", "property-undefined", .error, "the vocabulary has no such property",
    help: "See the vocabulary for the properties there are, or declare a prefix for your own.",
    see: "EPUB 3.3 §D.1.3")
  static let prefixUndeclared = Rule(
    "OPF-028", "prefix-undeclared", .error, "a prefix is used that is not declared",
    help: "Declare it in the prefix attribute of the document's first element.",
    see: "EPUB 3.3 §D.1.4")
  static let propertyDeprecated = Rule(
    "OPF-086", "property-deprecated", .warning, "a property is deprecated",
    help: "Leave it out, or use what has come in its place.", see: "EPUB 3.3 §D")
  static let semanticDeprecated = Rule(
    "OPF-086b", "semantic-deprecated", .usage, "a word in epub:type is deprecated",
    help: "See the structural semantics vocabulary for what to use instead.")
  static let semanticMisplaced = Rule(
    "OPF-087", "semantic-misplaced", .usage, "a word in epub:type is not for this kind of document",
    help: "HTML has an element that says the same: use it alone.")
  static let semanticUnknown = Rule(
    "OPF-088", "semantic-unknown", .usage, "epub:type has a word that no vocabulary knows",
    help: "Declare a prefix for words of your own.")
  static let prefixReserved = Rule(
    "OPF-007", "prefix-reserved", .warning, "a reserved prefix is declared for something else",
    help: "Choose another name for the prefix.", see: "EPUB 3.3 §D.1.5")
  static let prefixUnderscore = Rule(
    "OPF-007a", "prefix-underscore", .error, "the prefix '_' is declared",
    help: "Choose another name for the prefix.", see: "EPUB 3.3 §D.1.4")
  static let prefixDefault = Rule(
    "OPF-007b", "prefix-for-default", .error,
    "a prefix is declared for a vocabulary that needs none",
    help: "Use the vocabulary's properties without a prefix.", see: "EPUB 3.3 §D.1.4")
  static let prefixDublinCore = Rule(
    "OPF-007c", "prefix-for-dublin-core", .error,
    "a prefix is declared for the Dublin Core elements",
    help: "Use the elements of the namespace instead.", see: "EPUB 3.3 §D.1.4")
}
