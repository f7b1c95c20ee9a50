/// Whether what the manifest lists is used, and used where it may be (EPUB 3.3 §3.6, §5.6.1, §5.7).
enum ResourceUseCheck {
  static let rules: [Rule] = [
    .remoteInScripts, .itemUnused, .nonLinearUnreachable, .nonLinearMaybeUnreachable,
  ]

  static func check(_ rendition: inout Rendition) {
    var (used, linked, referred): (Set<BookURL>, Set<BookURL>, Set<BookURL>) = ([], [], [])
    let hasRemote = rendition.package.items.contains(where: \.isRemote)
    let hasAsides = rendition.package.items.contains { !$0.isLinear }
    let references = rendition.registry.references
    for index in references.indices {
      let kind = references[index].kind
      if hasRemote { referred.insert(references[index].target) }
      if kind.isForResource { used.insert(references[index].target) }
      if hasAsides, kind == .hyperlink { linked.insert(references[index].target) }
    }
    for item in rendition.package.items {
      checkRemote(item, isReferred: referred.contains(item.url), &rendition)
      if !item.isInSpine, !item.isNavigation, !item.isNCX, !used.contains(item.url) {
        rendition.findings.add(
          .itemUnused, at: item.place, "nothing in the book uses '\(item.path)'")
      }
      if MediaType.isContentDocument(item.mediaType, .epub3) {
        OverlayCheck.checkItem(item, &rendition)
      }
      if item.isInSpine, !item.isLinear, !linked.contains(item.url) {
        rendition.findings.add(
          rendition.features.hasScripts ? .nonLinearMaybeUnreachable : .nonLinearUnreachable,
          at: item.place, "nothing links to '\(item.path)'")
      }
    }
  }

  private static func checkRemote(
    _ item: ManifestItem, isReferred: Bool, _ rendition: inout Rendition
  ) {
    let type = item.mediaType
    guard item.isRemote, !MediaType.isAudio(type), !MediaType.isVideo(type),
      !MediaType.isFont(type), type != "application/x-shockwave-flash"
    else { return }
    let message = "'\(item.path)' has to be in the book"
    if item.isInSpine {
      rendition.findings.add(.remoteForbidden, at: item.place, message)
    } else if !isReferred {
      rendition.findings.add(
        rendition.features.hasScripts ? .remoteInScripts : .remoteForbidden, at: item.place, message
      )
    }
  }
}

extension Rule {
  static let remoteInScripts = Rule(
    "RSC-006b", "remote-in-scripts", .usage,
    "a resource out of the book can be used by scripts only",
    help: "Make sure that they do.")
  static let itemUnused = Rule(
    "OPF-097", "item-unused", .usage, "nothing in the book uses an item of the manifest",
    help: "Remove it, unless scripts use it.")
  static let nonLinearUnreachable = Rule(
    "OPF-096", "non-linear-unreachable", .error, "nothing links to a document that is not linear",
    help: "Link to it, or make it linear.", see: "EPUB 3.3 §5.7.2")
  static let nonLinearMaybeUnreachable = Rule(
    "OPF-096b", "non-linear-maybe-unreachable", .usage,
    "nothing but a script can link to a document that is not linear",
    help: "Make sure that one does.")
}
