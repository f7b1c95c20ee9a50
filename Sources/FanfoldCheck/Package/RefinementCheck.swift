internal import FanfoldMarkup

/// What metadata may refine, and how often (EPUB 3.3 §5.3.8, §D.3).
struct RefinementCheck {
  static let rules: [Rule] = [
    .uniqueIdentifierUnresolved, .modifiedCount, .modifiedSyntax, .recordRefines,
    .voicingWithoutRefines, .refinesAbsolute, .refinesByPath, .refinesMissing, .refinesOther,
    .refinedTwice, .subjectPair, .sourceOfValue,
  ]

  let outline: PackageOutline
  var findings: [Finding] = []
  private var refinable: Set<Refinable> = []

  init(outline: PackageOutline) { self.outline = outline }

  /// What a property refines: an element of Dublin Core, or metadata with a property.
  private struct Target {
    var elements: [String] = []
    var property: String?
    /// Whether the property may stand for itself.
    var isOptional = false
  }

  private static let targets: [String: Target] = [
    "authority": Target(elements: ["subject"]), "term": Target(elements: ["subject"]),
    "belongs-to-collection": Target(property: "belongs-to-collection", isOptional: true),
    "collection-type": Target(property: "belongs-to-collection"),
    "identifier-type": Target(elements: ["identifier", "source"]),
    "role": Target(elements: ["creator", "contributor", "publisher"]),
    "source-of": Target(elements: ["source"]), "title-type": Target(elements: ["title"]),
  ]

  private static let onlyOnce: Set<String> = [
    "collection-type", "display-seq", "file-as", "group-position", "identifier-type", "source-of",
    "title-type",
  ]

  mutating func run() {
    checkIdentifierAndDate()
    checkLinks()
    checkTargets()
    findRefinable()
    for meta in outline.metas { check(meta) }
    checkRepetitions()
    checkSubjects()
  }

  private mutating func report(_ rule: Rule, _ node: PackageOutline.Node, _ message: String) {
    findings.append(Finding(rule, at: outline.document.place(of: node), message))
  }

  private mutating func checkIdentifierAndDate() {
    for package in outline["package"] where outline.attribute("unique-identifier", package) != nil {
      let id = outline.value("unique-identifier", package)
      let isThere = (outline.dublinCore["identifier"] ?? []).contains { node in
        // An empty id is that of an identifier without any: the rule's XPath cannot tell them apart.
        outline.value("id", node) == id
          && outline.tree.parent(of: node).map(outline.ownMetadata.contains) == true
      }
      if !isThere {
        report(
          .uniqueIdentifierUnresolved, package, "there is no dc:identifier with the id '\(id)'")
      }
    }
    for metadata in outline.ownMetadata {
      let count = outline.metas.count {
        $0.parent == metadata && $0.property == "dcterms:modified" && !$0.hasRefines
      }
      if count != 1 {
        report(.modifiedCount, metadata, "there are \(count) dates of the last change, not one")
      }
    }
    for meta in outline.metas where meta.property == "dcterms:modified" && !meta.isInCollection {
      if !Self.isMoment(meta.value) {
        report(.modifiedSyntax, meta.node, "'\(meta.value)' is no date like 2026-03-01T12:00:00Z")
      }
    }
  }

  /// `CCYY-MM-DDThh:mm:ssZ`, whatever the numbers.
  static func isMoment(_ text: String) -> Bool {
    let form = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    return text.utf8.count == form.count
      && zip(text.utf8, form).allSatisfy { byte, wanted in
        wanted == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == wanted
      }
  }

  private mutating func checkLinks() {
    for link in outline["link"] {
      let relations = outline.words("rel", link)
      let refines = outline.attribute("refines", link) != nil
      if relations.contains("record"), refines {
        report(.recordRefines, link, "a record is about the book and refines nothing")
      }
      if relations.contains("voicing"), !refines {
        report(.voicingWithoutRefines, link, "a voicing has to refine what it is the voice of")
      }
    }
  }

  private mutating func checkTargets() {
    let hrefs = Set(outline.items.lazy.filter(\.isInManifest).map(\.href))
    for node in outline.refining {
      guard let refines = outline.attribute("refines", node),
        !outline.isInside("collection", node)
      else { continue }
      let target = refines.normalizingBlanks()
      if Self.hasScheme(refines) {
        report(.refinesAbsolute, node, "'\(target)' is no relative URL")
      }
      if hrefs.contains(target) {
        report(.refinesByPath, node, "'\(target)' is named by its path, not by the id of its item")
      }
      if target.hasPrefix("#"), target != "#", outline.ids[String(target.dropFirst())] == nil {
        report(.refinesMissing, node, "there is no element with the id '\(target.dropFirst())'")
      }
    }
    for node in outline.refining {
      guard let refines = outline.attribute("refines", node),
        let parent = outline.tree.parent(of: node), outline.isPackage(parent, "metadata"),
        outline.tree.parent(of: parent).map({ outline.isPackage($0, "collection") }) == true
      else { continue }
      checkCollectionTarget(refines.normalizingBlanks(), node)
    }
  }

  private mutating func checkCollectionTarget(_ refines: String, _ node: PackageOutline.Node) {
    let outermost = outline.tree.ancestors(of: node).filter { outline.isPackage($0, "collection") }
      .last
    let isThere = outline.elements.contains { other in
      guard let outermost else { return false }
      return other != outermost && outline.tree.contains(outermost, other)
        && outline.attribute("id", other) != nil
        && outline.value("id", other) == refines.dropFirst()
    }
    if !refines.hasPrefix("#") || !isThere {
      report(.refinesMissing, node, "'\(refines)' is no element of the collection")
    }
  }

  private static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else {
      return false
    }
    let before = text.utf8[..<colon].reversed().prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2B
        || byte == 0x2D || byte == 0x2E
    }
    return before.contains { (0x61...0x7A).contains($0 | 0x20) }
  }

  private mutating func check(_ meta: PackageOutline.Meta) {
    if meta.property == "source-of", meta.value != "pagination" {
      report(.sourceOfValue, meta.node, "source-of is '\(meta.value)', not 'pagination'")
    }
    guard let target = Self.targets[meta.property], !(target.isOptional && !meta.hasRefines) else {
      return
    }
    let names = target.property.map { [$0] } ?? target.elements
    let isRight = names.contains { name in
      refinable.contains(Refinable(parent: meta.parent, name: name, reference: meta.refines))
    }
    if !isRight {
      let wanted = target.property ?? target.elements.map { "dc:" + $0 }.joined(separator: " or ")
      report(.refinesOther, meta.node, "'\(meta.property)' has to refine \(wanted)")
    }
  }

  /// Something with an id that metadata beside it can refine.
  private struct Refinable: Hashable {
    let parent: PackageOutline.Node
    let name: String
    /// "#" and the id.
    let reference: String
  }

  private mutating func findRefinable() {
    for (name, nodes) in outline.dublinCore {
      for node in nodes {
        guard let parent = outline.tree.parent(of: node) else { continue }
        refinable.insert(
          Refinable(parent: parent, name: name, reference: "#" + outline.value("id", node)))
      }
    }
    for meta in outline.metas where !meta.id.isEmpty {
      refinable.insert(
        Refinable(parent: meta.parent, name: meta.property, reference: "#" + meta.id))
    }
  }

  private mutating func checkRepetitions() {
    struct Key: Hashable {
      let parent: PackageOutline.Node
      let property: String
      let refines: String
    }
    var seen: Set<Key> = []
    for meta in outline.metas where Self.onlyOnce.contains(meta.property) {
      let key = Key(parent: meta.parent, property: meta.property, refines: meta.refines)
      if !seen.insert(key).inserted {
        report(.refinedTwice, meta.node, "'\(meta.property)' refines the same thing twice")
      }
    }
  }

  /// How many metas with a property refine each id.
  private func counts(_ property: String) -> [String: Int] {
    outline.metas.filter { $0.property == property }.reduce(into: [:]) {
      $0[$1.target, default: 0] += 1
    }
  }

  private mutating func checkSubjects() {
    let authorityCounts = counts("authority")
    let termCounts = counts("term")
    for subject in outline.dublinCore["subject"] ?? [] {
      guard let parent = outline.tree.parent(of: subject), outline.isPackage(parent, "metadata")
      else { continue }
      let id = outline.value("id", subject)
      let authorities = authorityCounts[id, default: 0]
      let terms = termCounts[id, default: 0]
      if authorities == 1, terms == 0 {
        report(.subjectPair, subject, "a subject has an authority and no term")
      } else if authorities == 0, terms == 1 {
        report(.subjectPair, subject, "a subject has a term and no authority")
      } else if authorities > 1 || terms > 1 {
        report(.subjectPair, subject, "a subject has more than one authority and term")
      }
    }
  }
}

extension Rule {
  static let uniqueIdentifierUnresolved = Rule(
    "RSC-005", "unique-identifier-unresolved", .error,
    "the unique identifier is not in the metadata",
    help: "Give a dc:identifier the id that 'package' names.", see: "EPUB 3.3 §5.4")
  static let modifiedCount = Rule(
    "RSC-005", "modified-not-once", .error, "the date of the last change is not there exactly once",
    help: "Keep one <meta property=\"dcterms:modified\">.", see: "EPUB 3.3 §5.5.5")
  static let modifiedSyntax = Rule(
    "RSC-005", "modified-malformed", .error, "the date of the last change is malformed",
    help: "Write it as 2026-03-01T12:00:00Z.", see: "EPUB 3.3 §5.5.5")
  static let recordRefines = Rule(
    "RSC-005", "record-refines", .error, "a link to a record refines something",
    help: "Leave its refines attribute out.", see: "EPUB 3.3 §D.4.1.5")
  static let voicingWithoutRefines = Rule(
    "RSC-005", "voicing-without-refines", .error, "a voicing refines nothing",
    help: "Add a refines attribute.", see: "EPUB 3.3 §D.4.1.6")
  static let refinesAbsolute = Rule(
    "RSC-005", "refines-absolute", .error, "refines is no relative URL",
    help: "Write '#' and the id of what is refined.", see: "EPUB 3.3 §5.3.8")
  static let refinesByPath = Rule(
    "RSC-017", "refines-by-path", .warning, "refines names a resource by its path",
    help: "Write '#' and the id of its manifest item.", see: "EPUB 3.3 §5.3.8")
  static let refinesMissing = Rule(
    "RSC-005", "refines-missing", .error, "refines names an id that is not there",
    help: "Correct the id.", see: "EPUB 3.3 §5.3.8")
  static let refinesOther = Rule(
    "RSC-005", "refines-other", .error, "a property refines something it is not for",
    help: "See the property's definition for what it may refine.", see: "EPUB 3.3 §D.3")
  static let refinedTwice = Rule(
    "RSC-005", "refined-twice", .error, "a property refines the same thing twice",
    help: "Keep one of them.", see: "EPUB 3.3 §D.3")
  static let subjectPair = Rule(
    "RSC-005", "subject-pair", .error, "a subject's authority and term are no pair",
    help: "Give it one of each, or neither.", see: "EPUB 3.3 §5.5.3.2.3")
  static let sourceOfValue = Rule(
    "RSC-005", "source-of-value", .error, "source-of says something else than 'pagination'",
    help: "Write 'pagination'.", see: "EPUB 3.3 §D.3.11")
}
