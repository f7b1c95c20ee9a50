internal import FanfoldMarkup

/// Where EPUBCheck's rules between the elements of a package document break off: they go through
/// it in its order, and a URL that cannot be resolved, or an id that is there twice, ends them.
struct RuleHalt {
  static let rules: [Rule] = [.hrefUnresolvable, .overlayAmbiguous]

  let rule: Rule
  private let place: Place
  /// Rules that were asked of the element before.
  private let asked: Set<String>

  /// The first such place, if there is one.
  init?(_ outline: PackageOutline) {
    let url = Self.unresolvable(outline)
    let overlay = Self.ambiguous(outline)
    guard let node = [url, overlay].compactMap(\.self).min() else { return nil }
    rule = node == url ? .hrefUnresolvable : .overlayAmbiguous
    place = outline.document.place(of: node)
    let earlier: [Rule] =
      node == url
      ? [.modifiedSyntax, .recordRefines, .voicingWithoutRefines, .refinesAbsolute]
      : [.navigationType, .overlayType, .overlayMisplaced, .idTwice, .ncxWithoutToc]
    asked = Set(earlier.map(\.name))
  }

  /// Whether a finding was made before.
  func keeps(_ finding: Finding) -> Bool {
    let (line, column) = (finding.line ?? 0, finding.column ?? 0)
    let (end, last) = (place.line ?? 0, place.column ?? 0)
    if (line, column) == (end, last) { return asked.contains(finding.rule.name) }
    return (line, column) < (end, last)
  }

  /// The first element whose `refines` cannot be compared with the URLs of all items.
  private static func unresolvable(_ outline: PackageOutline) -> PackageOutline.Node? {
    let refining = outline.refining.filter { !outline.isInside("collection", $0) }
    guard !refining.isEmpty else { return nil }
    let isEachResolvable = outline.items.allSatisfy { URLCharacters.isResolvable($0.href) }
    guard isEachResolvable else { return refining.first }
    return refining.first { !URLCharacters.isResolvable(outline.value("refines", $0)) }
  }

  /// The first item whose media overlay is the id of several.
  private static func ambiguous(_ outline: PackageOutline) -> PackageOutline.Node? {
    let overlaid = outline.items.filter { $0.mediaOverlay != nil && $0.isInManifest }
    guard !overlaid.isEmpty else { return nil }
    let ids = outline.items.lazy.filter(\.hasID).map(\.id)
    let counts: [String: Int] = ids.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return overlaid.first { counts[$0.mediaOverlay ?? "", default: 0] > 1 }?.node
  }
}

extension Rule {
  static let hrefUnresolvable = Rule(
    "RSC-016", "href-unresolvable", .fatal,
    "an item's href cannot be resolved, and 'refines' asks for it",
    help: "Percent-encode what does not belong into a URL.", see: "EPUB 3.3 §5.3.8")
  static let overlayAmbiguous = Rule(
    "RSC-016", "overlay-ambiguous", .fatal, "several items have the id of a media overlay",
    help: "Give each item an id of its own.", see: "EPUB 3.3 §9.3.4")
}
