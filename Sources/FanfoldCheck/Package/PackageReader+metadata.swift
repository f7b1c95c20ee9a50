internal import FanfoldMarkup

extension PackageReader {
  // MARK: Dublin Core

  mutating func startDublinCore(_ node: Node, _ name: String, _ rendition: inout Rendition) {
    if name == "identifier" {
      let id = attribute("id", node) ?? ""
      if !id.isEmpty, id == rendition.package.identifierID {
        rendition.package.identifierExists = true
      }
    } else if name == "creator" {
      let role = attribute("role", in: Self.namespace, node) ?? ""
      if !role.isEmpty, !WordLists.roles.contains(role), !role.hasPrefix("oth.") {
        rendition.findings.add(.roleUnknown, at: place(node), "there is no role '\(role)'")
      }
    }
  }

  mutating func endDublinCore(_ node: Node, _ name: String, _ rendition: inout Rendition) {
    let text = ownText(node)
    let value = text?.trimmingBlanks() ?? ""
    let place = document.endPlace(of: node)
    switch name {
    case "identifier": endIdentifier(node, text, at: place, &rendition)
    case "date": checkDate(text, at: place, &rendition)
    case "title", "language":
      if rendition.version == .epub2, value.isEmpty {
        rendition.findings.add(.titleEmpty, at: place, "dc:\(name) is empty")
      }
      if name == "title", rendition.facts.title == nil { rendition.facts.title = value }
      if name == "language", rendition.facts.language == nil { rendition.facts.language = value }
    default:
      if rendition.version == .epub2, value.isEmpty {
        rendition.findings.add(.metadataEmpty, at: place, "dc:\(name) is empty")
      }
      if name == "creator", !value.isEmpty { rendition.facts.creators.append(value) }
      if name == "publisher", !value.isEmpty { rendition.facts.publisher = value }
    }
  }

  private func endIdentifier(
    _ node: Node, _ text: String?, at place: Place, _ rendition: inout Rendition
  ) {
    let id = attribute("id", node) ?? ""
    guard !id.isEmpty, id.trimmingBlanks() == rendition.package.identifierID, let text else {
      return
    }
    let value = text.trimmingBlanks()
    rendition.package.identifier = value
    let scheme = attribute("scheme", in: Self.namespace, node)?.lowercased()
    guard value.hasPrefix("urn:uuid:") || scheme == "uuid" else { return }
    let number = value.hasPrefix("urn:uuid:") ? value.dropFirst(9) : value[...]
    let digits =
      number.utf8.contains(UInt8(ascii: ":"))
      ? value.split(separator: "urn:uuid:").joined() : String(number)
    if !Identifiers.isUUID(digits) {
      rendition.findings.add(.badUUID, at: place, "'\(value)' is no UUID")
    }
  }

  private func checkDate(_ text: String?, at place: Place, _ rendition: inout Rendition) {
    let value = text ?? ""
    if !value.isEmpty, DateSyntax.isDate(value.trimmingBlanks()) {
      rendition.facts.date = value.trimmingBlanks()
      return
    }
    let rule = rendition.version == .epub3 ? Rule.dateUnusual : .dateInvalid
    rendition.findings.add(rule, at: place, "'\(value)' is no date as W3CDTF has it")
  }

  mutating func endDublinCore3(_ node: Node, _ name: String, _ rendition: inout Rendition) {
    let text = ownText(node)
    if !metadata.isEmpty, Self.dublinCoreNames.contains(name) {
      let property = Property(
        vocabulary: Vocabularies.URL.dublinCore, name: name, status: .allowed, isListed: true)
      metadata[metadata.count - 1].add(
        .init(
          id: attribute("id", node), property: property, value: text?.trimmingBlanks() ?? "",
          refines: nil))
    }
    if name == "language", let tag = text?.trimmingBlanks(), !tag.isEmpty {
      checkLanguage(tag, at: document.endPlace(of: node), &rendition)
    }
  }

  private static let dublinCoreNames: Set<String> = [
    "contributor", "coverage", "creator", "date", "description", "format", "identifier",
    "language", "publisher", "relation", "rights", "source", "subject", "title", "type",
  ]

  // MARK: Meta

  mutating func endMeta(_ node: Node, _ rendition: inout Rendition) {
    guard let vocabulary = vocabularies[.meta] else { return }
    let place = document.endPlace(of: node)
    let property = PropertyCheck.property(
      single: attribute("property", node), in: vocabulary, at: place, &rendition.findings)
    if let property, !metadata.isEmpty {
      let value = (ownText(node) ?? "").trimmingBlanks()
      addMeta(node, property, value, at: place, &rendition)
    }
    _ = PropertyCheck.property(
      single: attribute("scheme", node), in: vocabulary, at: place, &rendition.findings)
  }

  private mutating func addMeta(
    _ node: Node, _ property: Property, _ value: String, at place: Place,
    _ rendition: inout Rendition
  ) {
    let refines = attribute("refines", node).map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 }
    metadata[metadata.count - 1].add(
      .init(
        id: attribute("id", node), property: property, value: value,
        refines: refines == "" ? nil : refines))
    guard metadata.count == 1 else { return }
    switch (property.vocabulary, property.name) {
    case (Vocabularies.URL.overlays, "active-class"):
      rendition.features.activeClass = value
    case (Vocabularies.URL.overlays, "playback-active-class"):
      rendition.features.playbackClass = value
    case (Vocabularies.URL.rendition, "spread") where value == "portrait":
      rendition.findings.add(
        .propertyDeprecated, at: place, "'rendition:spread' with 'portrait' is deprecated")
    default: return
    }
  }

  // MARK: Languages

  func checkLanguage(_ tag: String, _ node: Node, _ rendition: inout Rendition) {
    checkLanguage(tag, at: place(node), &rendition)
  }

  private func checkLanguage(_ tag: String, at place: Place, _ rendition: inout Rendition) {
    if !LanguageTag.isWellFormed(tag) {
      rendition.findings.add(.languageMalformed, at: place, "'\(tag)' is no language tag")
    }
  }
}

/// The rules about metadata that a package document's own elements can break.
enum MetadataElementCheck {
  static let rules: [Rule] = [
    .roleUnknown, .titleEmpty, .metadataEmpty, .badUUID, .dateUnusual, .dateInvalid,
    .languageMalformed, .refinesInCircle,
  ]
}

extension Rule {
  static let roleUnknown = Rule(
    "OPF-052", "role-unknown", .error, "a creator has a role that is not in the list of relators",
    help: "Use a code of the MARC relators, or 'oth.' and a word of your own.",
    see: "OPF 2.0.1 §2.2.6")
  static let titleEmpty = Rule(
    "OPF-055", "title-empty", .warning, "the title or the language is empty",
    help: "Write it into the element.", see: "OPF 2.0.1 §2.2")
  static let metadataEmpty = Rule(
    "OPF-072", "metadata-empty", .usage, "an element of the metadata is empty",
    help: "Fill it, or leave it out.")
  static let badUUID = Rule(
    "OPF-085", "uuid-invalid", .warning, "an identifier says it is a UUID, and is none",
    help: "Write 8, 4, 4, 4 and 12 hexadecimal digits with hyphens between.", see: "RFC 4122 §3")
  static let dateUnusual = Rule(
    "OPF-053", "date-unusual", .warning, "a date is not written as W3CDTF has it",
    help: "Write '2026', '2026-03' or '2026-03-01'.", see: "EPUB 3.3 §5.5.3.2.4")
  static let dateInvalid = Rule(
    "OPF-054", "date-invalid", .error, "a date is not written as W3CDTF has it",
    help: "Write '2026', '2026-03' or '2026-03-01'.", see: "OPF 2.0.1 §2.2.7")
  static let languageMalformed = Rule(
    "OPF-092", "language-malformed", .error, "a language tag is not well-formed",
    help: "Write a tag like 'en', 'de-AT' or 'zh-Hant'.", see: "EPUB 3.3 §5.4")
  static let refinesInCircle = Rule(
    "OPF-065", "refines-in-circle", .error, "metadata refines itself, over others",
    help: "Let each property refine something that does not refine it.", see: "EPUB 3.3 §5.3.8")
}
