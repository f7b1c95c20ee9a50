internal import FanfoldMarkup

/// The metadata of a book of several renditions, META-INF/metadata.xml (EPUB Multiple-Rendition
/// Publications 1.1 §2.3): the rules of the package document's metadata, in a namespace of its own.
struct ContainerMetadataCheck {
  static let rules: [Rule] = [.containerMetadata]

  private static let namespace = "http://www.idpf.org/2013/metadata"

  private let document: JudgedDocument
  private var findings: [Finding] = []
  private var metas: [(node: MarkupTree.Node, property: String, refines: String?, value: String)] =
    []
  private var ids: Set<String> = []

  private var tree: MarkupTree { document.tree }

  static func check(_ document: JudgedDocument, isEducation: Bool, _ findings: inout Findings) {
    guard document.xml.fault == nil else { return }
    var check = ContainerMetadataCheck(document)
    check.run(isEducation: isEducation)
    findings.add(contentsOf: check.findings)
    IDCheck.check(in: document, &findings)
  }

  private init(_ document: JudgedDocument) {
    self.document = document
    for case .start(let node) in document.tree.events {
      if let id = tree.attribute("id", of: node) { ids.insert(id) }
      guard isOwn(node, "meta") else { continue }
      metas.append(
        (
          node, tree.attribute("property", of: node) ?? "", tree.attribute("refines", of: node),
          tree.text(of: node).normalizingBlanks()
        ))
    }
  }

  private func isOwn(_ node: MarkupTree.Node, _ name: String) -> Bool {
    tree.isElement(node, name, in: Self.namespace)
  }

  private mutating func report(_ node: MarkupTree.Node, _ message: String) {
    findings.append(Finding(.containerMetadata, at: document.place(of: node), message))
  }

  private func dublinCore(_ name: String, in node: MarkupTree.Node) -> [MarkupTree.Node] {
    tree.children(of: node).filter {
      tree.isElement($0, name, in: Vocabularies.URL.dublinCore)
    }
  }

  private mutating func run(isEducation: Bool) {
    for case .start(let node) in tree.events {
      if isOwn(node, "metadata") { check(node, isEducation: isEducation) }
      if let refines = tree.attribute("refines", of: node), refines.hasPrefix("#"),
        !ids.contains(String(refines.dropFirst()))
      {
        report(node, "there is no element with the id '\(refines.dropFirst())'")
      }
      if isOwn(node, "link"),
        (tree.attribute("rel", of: node) ?? "").split(whereSeparator: \.isXMLBlank).contains(
          "record")
      {
        if tree.attribute("media-type", of: node) == nil {
          report(node, "a record has no media type")
        }
        if tree.attribute("refines", of: node) != nil { report(node, "a record refines something") }
      }
    }
    for meta in metas { check(meta.node, meta.property, meta.refines, meta.value) }
  }

  private mutating func check(_ metadata: MarkupTree.Node, isEducation: Bool) {
    if let id = tree.attribute("unique-identifier", of: metadata),
      !dublinCore("identifier", in: metadata).contains(where: { tree.attribute("id", of: $0) == id }
      )
    {
      report(metadata, "there is no dc:identifier with the id '\(id)'")
    }
    let own = metas.filter { tree.parent(of: $0.node) == metadata }
    if own.count(where: { $0.property == "dcterms:modified" && $0.refines == nil }) != 1 {
      report(metadata, "the date of the last change is not there exactly once")
    }
    for property in RenditionPropertyCheck.values.map(\.property) + ["rendition:viewport"]
    where own.count(where: {
      $0.property == property && !(property == "rendition:viewport" && $0.refines != nil)
    }) > 1 {
      report(metadata, "'\(property)' is there more than once")
    }
    if isEducation,
      !dublinCore("type", in: metadata).contains(where: {
        tree.text(of: $0).normalizingBlanks() == "edupub"
      })
    {
      report(metadata, "there is no dc:type 'edupub'")
    }
  }

  private mutating func check(
    _ node: MarkupTree.Node, _ property: String, _ refines: String?, _ value: String
  ) {
    let target = refines.map { String($0.dropFirst()) }
    let siblings = metas.filter { tree.parent(of: $0.node) == tree.parent(of: node) }
    let isInSeries = siblings.contains {
      $0.property == "belongs-to-collection" && tree.attribute("id", of: $0.node) == target
        && target != nil
    }
    switch property {
    case "dcterms:modified":
      if !RefinementCheck.isMoment(value) {
        report(node, "'\(value)' is no date like 2026-03-01T12:00:00Z")
      }
    case "source-of":
      if value != "pagination" { report(node, "source-of is '\(value)', not 'pagination'") }
      let sources = tree.parent(of: node).map { dublinCore("source", in: $0) } ?? []
      if target == nil || !sources.contains(where: { tree.attribute("id", of: $0) == target }) {
        report(node, "'source-of' has to refine dc:source")
      }
    case "belongs-to-collection":
      if refines != nil, !isInSeries { report(node, "'\(property)' has to refine another one") }
    case "collection-type":
      if !isInSeries { report(node, "'\(property)' has to refine belongs-to-collection") }
    case "rendition:viewport":
      if !RenditionPropertyCheck.isViewport(value) { report(node, "'\(value)' is no viewport") }
    default:
      guard let known = RenditionPropertyCheck.values.first(where: { $0.property == property })
      else {
        return
      }
      if refines != nil { report(node, "'\(property)' refines something") }
      if !known.values.contains(value) { report(node, "'\(value)' is no value of '\(property)'") }
    }
  }
}

extension Rule {
  static let containerMetadata = Rule(
    "RSC-005", "container-metadata", .error, "the metadata of the container is not as it has to be",
    help: "Follow the rules of the package document's metadata.",
    see: "EPUB Multiple-Rendition Publications 1.1 §2.3")
}
