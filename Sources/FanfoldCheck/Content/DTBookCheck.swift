internal import FanfoldMarkup

/// What a talking book's document refers to (ANSI/NISO Z39.86-2005, OPS 2.0.1 §1.3.2).
enum DTBookCheck {
  static let rules: [Rule] = [.externalSchemeUnknown]

  private static let namespace = "http://www.daisy.org/z3986/2005/dtbook/"

  static func check(_ document: JudgedDocument, url: BookURL, _ rendition: inout Rendition) {
    var urls = URLCheck(base: url, isInBook: rendition.context.isBook)
    var ids: [(id: String, kind: Reference.Kind)] = []
    let tree = document.tree
    for case .start(let node) in tree.events {
      guard let name = tree.fullName(of: node), name.namespace == namespace else { continue }
      if let id = tree.attribute("id", of: node) { ids.append((id, .generic)) }
      let attribute = ["a": "href", "link": "href", "img": "src"][name.local]
      let place = document.place(of: node)
      guard let attribute,
        let target = urls.check(tree.attribute(attribute, of: node), at: place, &rendition.findings)
      else { continue }
      if name.local == "a", tree.attribute("external", of: node) == "true",
        rendition.isRemote(target)
      {
        if !WordLists.schemes.contains(target.scheme) {
          rendition.findings.add(
            .externalSchemeUnknown, at: place, "the scheme of '\(target)' is not registered")
        }
        continue
      }
      rendition.register(target, name.local == "img" ? .image : .generic, at: place)
    }
    if rendition.context.isBook { rendition.registry.register(ids: ids, of: url) }
  }
}

extension Rule {
  static let externalSchemeUnknown = Rule(
    "OPF-021", "external-scheme-unknown", .warning, "a link has a scheme that is not registered",
    help: "Correct the URL: is it a slip of the pen?")
}
