internal import FanfoldMarkup

/// Sends a package document to its grammar and to the rules between its elements.
enum PackageSchemaCheck {
  static let rules: [Rule] = [.hrefUnresolvable]

  static func check(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(
      document, by: rendition.version == .epub3 ? .packageDocument : .packageDocument2)
    // The rules between elements are asked of whole documents only.
    guard document.xml.fault == nil else { return }
    let outline = PackageOutline(document)
    var constraints = PackageConstraintCheck(outline: outline)
    guard rendition.version == .epub3 else {
      constraints.runForEPUB2()
      rendition.findings.add(contentsOf: constraints.findings)
      return checkProfile(outline, &rendition)
    }
    constraints.run()
    var refinements = RefinementCheck(outline: outline)
    var properties = RenditionPropertyCheck(outline: outline)
    properties.run()
    if refinements.isResolvable {
      refinements.run()
      rendition.findings.add(contentsOf: refinements.findings)
      rendition.findings.add(contentsOf: constraints.findings)
      rendition.findings.add(contentsOf: properties.findings)
    } else {
      // EPUBCheck's rules stop at the first URL that cannot be resolved.
      refinements.runUntilTargets()
      rendition.findings.add(contentsOf: refinements.findings)
      rendition.findings.add(.hrefUnresolvable, at: rendition.packagePlace)
    }
    var collections = CollectionConstraintCheck(outline: outline)
    collections.run()
    rendition.findings.add(contentsOf: collections.findings)
    checkProfile(outline, &rendition)
  }

  /// What the profile asks for, or the type that the publication gives itself.
  private static func checkProfile(_ outline: PackageOutline, _ rendition: inout Rendition) {
    var profile = ProfileConstraintCheck(outline: outline)
    let context = rendition.context
    if context.follows(.dictionaries, type: "dictionary") { profile.runForDictionaries() }
    if context.follows(.education, type: "edupub") { profile.runForEducation() }
    if context.follows(.previews, type: "preview") { profile.runForPreviews() }
    rendition.findings.add(contentsOf: profile.findings)
  }
}

extension Rule {
  static let hrefUnresolvable = Rule(
    "RSC-016", "href-unresolvable", .fatal,
    "an item's href cannot be resolved, and 'refines' asks for it",
    help: "Percent-encode what does not belong into a URL.", see: "EPUB 3.3 §5.3.8")
}
