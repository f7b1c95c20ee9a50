internal import FanfoldMarkup

/// Attributes of one's own in XHTML: `data-*`, and those in other namespaces (EPUB 3.3 §6.1.3).
enum ReservedAttributeCheck {
  static let rules: [Rule] = [.dataAttributeName, .reservedNamespace, .documentGivenUp]

  private static let known: Set<String> = [
    "", ContentNames.htmlNamespace, PackageReader.xmlNamespace, ContentNames.opsNamespace,
    ContentNames.svgNamespace, ContentNames.mathNamespace, ContentNames.ssmlNamespace,
    "http://www.w3.org/2001/xml-events", ContentNames.xlinkNamespace,
  ]

  enum Fault {
    case dataName(String)
    case reserved(namespace: String, word: String)
    /// A namespace whose host cannot be told: EPUBCheck gives the document up there.
    case noHost
  }

  /// Checks the attributes; gives the element at which the document has to be given up, if any.
  static func check(
    _ document: JudgedDocument, mediaType: String, _ findings: inout Findings
  ) -> MarkupTree.Node? {
    let tree = document.tree
    guard document.names.hasFaults(in: tree) else { return nil }
    let isXHTML = mediaType == MediaType.xhtml
    for index in 0..<tree.count {
      let node = tree[index]
      guard tree.kind(of: node) == .element else { continue }
      for attribute in tree.attributeRange(of: node).reversed() {
        switch document.names.entries[tree.attributeName(at: attribute)].fault {
        case nil: continue
        case .dataName(let name):
          findings.add(
            .dataAttributeName, at: document.place(of: node),
            "'\(name)' is no name for a data attribute")
        case .reserved(let namespace, let word):
          guard isXHTML else { continue }
          findings.add(
            .reservedNamespace, at: document.place(of: node),
            "'\(namespace)' has '\(word)' in its host")
        case .noHost: if isXHTML { return node }
        }
      }
    }
    return nil
  }

  /// What is wrong with the name of an attribute: of its namespace, in XHTML only.
  static func fault(of name: MarkupName) -> Fault? {
    if name.namespace.isEmpty, name.local.hasPrefix("data-") {
      let rest = String(name.local.dropFirst(5))
      let isValid =
        XMLNames.isNCName(rest) && !rest.utf8.contains { (0x41...0x5A).contains($0) }
      return isValid ? nil : .dataName(name.local)
    }
    let namespace = name.namespace.trimmingBlanks()
    guard !known.contains(namespace) else { return nil }
    // What is no URI at all is passed over.
    guard URLCharacters.isResolvable(namespace), !namespace.unicodeScalars.contains(where: isBlank)
    else { return nil }
    guard let host = host(of: name.namespace) else { return .noHost }
    for word in ["w3.org", "idpf.org"] where host.contains(word) {
      return .reserved(namespace: name.namespace, word: word)
    }
    return nil
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control || scalar.properties.isWhitespace
  }

  /// The host of a URL as Java reads it: names have letters, digits and hyphens only.
  private static func host(of namespace: String) -> String? {
    guard let slashes = namespace.firstRange(of: "//"),
      namespace[..<slashes.lowerBound].allSatisfy({ $0 != "/" && $0 != "?" && $0 != "#" }),
      slashes.lowerBound == namespace.startIndex || namespace[..<slashes.lowerBound].last == ":"
    else { return nil }
    let rest = namespace[slashes.upperBound...]
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let server = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    guard !server.hasPrefix("[") else { return String(server) }
    let parts = server.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count < 3, let host = parts.first, isHost(host),
      parts.dropFirst().allSatisfy({ $0.utf8.allSatisfy(Datatype.isDigit) })
    else { return nil }
    return String(host)
  }

  /// Whether a name has labels of letters and digits, with hyphens inside, the last of which begins
  /// with a letter; or it is an address of IPv4.
  private static func isHost(_ name: Substring) -> Bool {
    var labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    func isEnd(_ byte: UInt8?) -> Bool {
      byte.map { Datatype.isLetter($0) || Datatype.isDigit($0) } ?? false
    }
    let isNamed = labels.allSatisfy { label in
      isEnd(label.utf8.first) && isEnd(label.utf8.last)
        && label.utf8.allSatisfy { isEnd($0) || $0 == UInt8(ascii: "-") }
    }
    let isAddress = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
    return isNamed && (isAddress || (labels.last?.utf8.first).map(Datatype.isLetter) == true)
  }
}

extension Rule {
  static let dataAttributeName = Rule(
    "HTM-061", "data-attribute-name", .error, "a data attribute has no valid name",
    help: "Write lower case letters, digits and hyphens behind 'data-'.", see: "HTML §3.2.6.6")
  static let reservedNamespace = Rule(
    "HTM-054", "reserved-namespace", .error,
    "attributes of one's own are in a namespace of W3C or IDPF",
    help: "Use a namespace of your own domain.", see: "EPUB 3.3 §6.1.3.3")
  static let documentGivenUp = Rule(
    "CHK-008", "document-given-up", .error, "a document could not be judged to its end",
    help: "Use a URL with a host for the namespaces of your own attributes.")
}
