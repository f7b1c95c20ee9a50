internal import FanfoldMarkup

/// The navigation of EPUB 2 (OPF 2.0.1 §2.4.1).
enum NCXCheck {
  static let rules: [Rule] = [.ncxIdentifier, .ncxIdentifierBlanks, .ncxLabelEmpty]

  private static let namespace = "http://www.daisy.org/z3986/2005/ncx/"

  static func check(_ document: JudgedDocument, url: BookURL, _ rendition: inout Rendition) {
    var urls = URLCheck(base: url, isInBook: rendition.context.isBook)
    var identifier: String?
    let (tree, names) = (document.tree, document.names)
    for event in tree.events {
      switch event {
      case .start(let node):
        if names.attributes(of: node, in: tree).contains(.base),
          let base = tree.attribute("base", in: PackageReader.xmlNamespace, of: node)
        {
          urls.setBase(base, at: document.place(of: node), &rendition.findings)
        }
        guard tree.isElement(node, in: namespace) else { continue }
        if tree.isElement(node, "content") {
          let place = document.place(of: node)
          let target = urls.check(tree.attribute("src", of: node), at: place, &rendition.findings)
          rendition.register(target, .hyperlink, at: place)
        } else if tree.isElement(node, "meta"), tree.attribute("name", of: node) == "dtb:uid" {
          identifier = tree.attribute("content", of: node)
        }
      case .end(let node):
        if tree.isElement(node, "text", in: namespace),
          tree.text(of: node).trimmingBlanks().isEmpty
        {
          rendition.findings.add(.ncxLabelEmpty, at: document.endPlace(of: node))
        }
      case .text, .instruction: continue
      }
    }
    guard let identifier else { return }
    let place = Place(document.path)
    if identifier != identifier.trimmingBlanks() {
      rendition.findings.add(.ncxIdentifierBlanks, at: place)
    }
    if rendition.package.identifier == "" {
      rendition.findings.add(
        .documentGivenUp, at: rendition.packagePlace, "the package's identifier is empty")
    } else if let known = rendition.package.identifier, known != identifier.trimmingBlanks() {
      rendition.findings.add(
        .ncxIdentifier, at: place,
        "the NCX has the identifier '\(identifier)', the package '\(known)'")
    }
  }
}

extension Rule {
  static let ncxIdentifier = Rule(
    "NCX-001", "ncx-identifier", .error, "the NCX has another identifier than the package",
    help: "Write the package's unique identifier into dtb:uid.", see: "OPF 2.0.1 §2.4.1.2")
  static let ncxIdentifierBlanks = Rule(
    "NCX-004", "ncx-identifier-blanks", .usage, "the identifier in the NCX has blanks around it",
    help: "Remove them.")
  static let ncxLabelEmpty = Rule(
    "NCX-006", "ncx-label-empty", .usage, "a label in the NCX is empty",
    help: "Say what it leads to.")
}
