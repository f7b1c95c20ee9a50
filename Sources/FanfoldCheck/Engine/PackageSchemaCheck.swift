internal import FanfoldMarkup

/// Sends a package document to its grammar and to the rules between its elements.
enum PackageSchemaCheck {
  static func check(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(
      document, by: rendition.version == .epub3 ? .packageDocument : .packageDocument2)
    // The rules between elements are asked of whole documents only.
    guard document.xml.fault == nil, !document.isGivenUp else { return }
    let outline = PackageOutline(document)
    // Nor does EPUBCheck ask them where a package is in another.
    guard outline["package"].count < 2 else { return }
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
    refinements.run()
    let found = refinements.findings + constraints.findings + properties.findings
    if let halt = RuleHalt(outline) {
      rendition.findings.add(contentsOf: found.filter(halt.keeps))
      rendition.findings.add(halt.rule, at: rendition.packagePlace)
    } else {
      rendition.findings.add(contentsOf: found)
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
