internal import FanfoldMarkup

/// Sends a package document to its grammar and to the rules between its elements.
enum PackageSchemaCheck {
  static func check(_ document: JudgedDocument, _ rendition: inout Rendition) {
    rendition.judge(document, by: rendition.version == .epub3 ? .packageDocument : .packageDocument2)
    // The rules between elements are asked of whole documents only.
    guard document.xml.fault == nil else { return }
    let outline = PackageOutline(document)
    var constraints = PackageConstraintCheck(outline: outline)
    guard rendition.version == .epub3 else {
      constraints.runForEPUB2()
      return rendition.findings.add(contentsOf: constraints.findings)
    }
    constraints.run()
    CollectionNestingCheck.check(document, &rendition.findings)
    var refinements = RefinementCheck(outline: outline)
    refinements.run()
    var properties = RenditionPropertyCheck(outline: outline)
    properties.run()
    rendition.findings.add(contentsOf: constraints.findings)
    rendition.findings.add(contentsOf: refinements.findings)
    rendition.findings.add(contentsOf: properties.findings)
  }
}
