/// Whether links follow the order of the spine, and that of the documents (EPUB 3.3 §7.4, §9.3).
enum ReadingOrderCheck {
  static let rules: [Rule] = [.navigationOrder, .overlayOrder]

  static func check(_ kind: Reference.Kind, _ rendition: inout Rendition) {
    var lastSpine = -1
    var lastAnchor = -1
    for reference in rendition.registry.references where reference.kind == kind {
      guard let resource = rendition.registry.resources[reference.target],
        let spine = resource.item.flatMap({ rendition.package.items[$0].spinePosition })
      else { continue }
      if spine < lastSpine {
        report(reference, order: "the spine", &rendition)
        (lastSpine, lastAnchor) = (spine, -1)
        continue
      }
      if spine > lastSpine { (lastSpine, lastAnchor) = (spine, -1) }
      let id = URLFragment(reference.url, mediaType: resource.mediaType).id
      let position =
        id.trimmingBlanks().isEmpty
        ? 0 : rendition.registry.anchor(id, in: reference.target)?.position ?? -1
      guard position > -1 else { continue }
      if position < lastAnchor { report(reference, order: "its document", &rendition) }
      lastAnchor = position
    }
  }

  private static func report(
    _ reference: Reference, order: String, _ rendition: inout Rendition
  ) {
    rendition.findings.add(
      reference.kind == .overlayText ? .overlayOrder : .navigationOrder, at: reference.place,
      "'\(reference.url.reference)' stands before the link above in the order of \(order)")
  }
}

extension Rule {
  static let navigationOrder = Rule(
    "NAV-011", "navigation-order", .warning, "the table of contents is not in reading order",
    help: "Put the links into the order of the spine.", see: "EPUB 3.3 §7.4.1.1")
  static let overlayOrder = Rule(
    "MED-015", "overlay-order", .usage, "a media overlay is not in reading order",
    help: "Put its texts into the order of the spine.", see: "EPUB 3.3 §9.3.2")
}
