internal import FanfoldMarkup

extension PackageReader {
  mutating func startElement3(_ node: Node, _ name: String, _ rendition: inout Rendition) {
    switch name {
    case "package": declarePrefixes(node, &rendition)
    case "metadata":
      metadata.append(MetadataSet())
      links.append([])
    case "link": addLink(node, &rendition)
    case "item": addItemProperties(node, &rendition)
    case "itemref": addItemrefProperties(node, &rendition)
    case "collection":
      collections.append(PackageDocument.Collection(roles: roles(node, &rendition)))
      links.append([])
    default: return
    }
  }

  mutating func endElement3(_ node: Node, _ name: String, _ rendition: inout Rendition) {
    switch name {
    case "package": markIndexItems(rendition.package.collections)
    case "meta": endMeta(node, &rendition)
    case "metadata": endMetadata(node, &rendition)
    case "collection": endCollection(&rendition)
    default: return
    }
  }

  private mutating func declarePrefixes(_ node: Node, _ rendition: inout Rendition) {
    vocabularies = Vocabularies.package
    guard let value = attribute("prefix", node) else { return }
    let declaration = PrefixDeclaration(value)
    for use in Vocabularies.Use.allCases {
      guard let known = Vocabularies.package[use] else { continue }
      vocabularies[use] = known.declaring(declaration)
      // The declaration is the same for all uses: what is wrong with it is said once.
      if use == .meta {
        PropertyCheck.report(declaration, known, at: place(node), &rendition.findings)
      }
    }
  }

  private mutating func endMetadata(_ node: Node, _ rendition: inout Rendition) {
    guard var set = metadata.popLast() else { return }
    if set.hasCycle {
      rendition.findings.add(.refinesInCircle, at: document.endPlace(of: node))
      set = MetadataSet()
    }
    let found = links.popLast() ?? []
    if collections.isEmpty {
      rendition.package.metadata = set
      isFixedLayout = set.primary("layout", of: Vocabularies.URL.rendition)
        .contains { $0.value == "pre-paginated" }
      rendition.package.links = found
    }
  }

  private mutating func endCollection(_ rendition: inout Rendition) {
    guard var collection = collections.popLast() else { return }
    collection.links = links.popLast() ?? []
    if collections.isEmpty {
      rendition.package.collections.append(collection)
    } else {
      collections[collections.count - 1].collections.append(collection)
    }
  }

  private func roles(_ node: Node, _ rendition: inout Rendition) -> Set<String> {
    var roles: Set<String> = []
    for role in (attribute("role", node) ?? "").split(whereSeparator: \.isXMLBlank) {
      do throws(URLParser.Failure) { _ = try URLParser.parse(String(role), base: nil) } catch {
        if error != .noScheme {
          rendition.findings.add(.roleNoURL, at: place(node), "'\(role)' is no URL")
          break
        }
      }
      roles.insert(String(role))
    }
    return roles
  }

  /// Content documents in an index collection are judged as indexes.
  private mutating func markIndexItems(_ collections: [PackageDocument.Collection]) {
    for collection in collections where collection.roles.contains("index") {
      var waiting = [collection]
      while let collection = waiting.popLast() {
        guard !collection.roles.isDisjoint(with: ["index", "index-group"]) else { continue }
        let documents = Set(collection.links.map(\.document))
        for index in items.indices where documents.contains(items[index].url) {
          items[index].isInIndex = true
        }
        waiting += collection.collections
      }
    }
  }

  // MARK: Links

  private mutating func addLink(_ node: Node, _ rendition: inout Rendition) {
    let place = place(node)
    if let language = attribute("hreflang", node), !language.isEmpty {
      checkLanguage(language, node, &rendition)
    }
    guard let href = attribute("href", node),
      let url = urls.check(href, at: place, &rendition.findings)
    else { return }
    guard !url.isData else { return rendition.findings.add(.dataURL, at: place) }
    if !(url.fragment ?? "").isEmpty, url.document == rendition.package.url {
      return rendition.findings.add(
        .linkIntoPackage, at: place, "'\(href)' leads into the package document")
    }
    rendition.register(url, .link, at: place)
    checkLinkType(node, isRemote: rendition.isRemote(url), &rendition)
    if let vocabulary = vocabularies[.link] {
      _ = PropertyCheck.properties(
        attribute("properties", node), in: vocabulary, at: place, &rendition.findings)
    }
    if !links.isEmpty { links[links.count - 1].append(url) }
  }

  private mutating func checkLinkType(_ node: Node, isRemote: Bool, _ rendition: inout Rendition) {
    let place = place(node)
    let rel = attribute("rel", node)
    var relations: Set<Property> = []
    if let vocabulary = vocabularies[.rel] {
      relations = Set(PropertyCheck.properties(rel, in: vocabulary, at: place, &rendition.findings))
    }
    let own = relations.filter { $0.vocabulary == Vocabularies.URL.link && $0.isListed }
    if own.contains(where: { $0.name == "alternate" }), relations.count > 1 {
      rendition.findings.add(.alternateNotAlone, at: place)
    }
    guard let type = attribute("media-type", node) else {
      if !isRemote, !metadata.isEmpty {
        if links.count == 1 { rendition.findings.add(.linkWithoutType, at: place) }
      } else if own.contains(where: { $0.name == "record" || $0.name == "voicing" }) {
        rendition.findings.add(
          .recordWithoutType, at: place, "a link that is '\(rel ?? "")' needs a media type")
      }
      return
    }
    if own.contains(where: { $0.name == "voicing" }), !MediaType.isAudio(type) {
      rendition.findings.add(.voicingNoAudio, at: place, "a voicing of type '\(type)' is no audio")
    }
  }
}

/// The rules about links and collections that their own attributes can break.
enum LinkElementCheck {
  static let rules: [Rule] = [
    .roleNoURL, .dataURL, .linkIntoPackage, .alternateNotAlone, .linkWithoutType,
    .recordWithoutType, .voicingNoAudio,
  ]
}

extension Rule {
  static let roleNoURL = Rule(
    "OPF-070", "collection-role-no-url", .warning, "a collection's own role is no valid URL",
    help: "Use a URL of your own domain, or a role that is registered.", see: "EPUB 3.3 §5.8")
  static let dataURL = Rule(
    "RSC-029", "data-url", .error, "a data URL stands where it must not",
    help: "Put the data into a file of the book.", see: "EPUB 3.3 §3.7")
  static let linkIntoPackage = Rule(
    "OPF-098", "link-into-package", .error, "a link leads to an element of the package document",
    help: "Let links lead to resources.", see: "EPUB 3.3 §5.5.7")
  static let alternateNotAlone = Rule(
    "OPF-089", "alternate-not-alone", .error, "'alternate' stands with other words in rel",
    help: "Use an element of its own for the other words.", see: "EPUB 3.3 §D.4")
  static let linkWithoutType = Rule(
    "OPF-093", "link-without-type", .error, "a link to a file in the book has no media type",
    help: "Add a media-type attribute.", see: "EPUB 3.3 §5.5.7")
  static let recordWithoutType = Rule(
    "OPF-094", "record-without-type", .error, "a link to a record or a voicing has no media type",
    help: "Add a media-type attribute.", see: "EPUB 3.3 §D.4")
  static let voicingNoAudio = Rule(
    "OPF-095", "voicing-no-audio", .error, "a voicing is not of an audio type",
    help: "Let the link lead to an audio file.", see: "EPUB 3.3 §D.4.1.6")
}
