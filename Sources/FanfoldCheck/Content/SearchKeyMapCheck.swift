internal import FanfoldMarkup

/// The search key map of a dictionary (EPUB Dictionaries and Glossaries 1.0 §2.4).
enum SearchKeyMapCheck {
  static let rules: [Rule] = [.keyMapName]

  static func check(_ document: JudgedDocument, url: BookURL, _ rendition: inout Rendition) {
    if !document.path.hasSuffix(".xml") {
      rendition.findings.add(.keyMapName, at: Place(document.path))
    }
    var urls = URLCheck(base: url, isInBook: rendition.context.isBook)
    let tree = document.tree
    for case .start(let node) in tree.events {
      guard let name = tree.fullName(of: node), name.namespace == ContentNames.opsNamespace,
        name.local == "search-key-group" || name.local == "match"
      else { continue }
      let place = document.place(of: node)
      let target = urls.check(tree.attribute("href", of: node), at: place, &rendition.findings)
      rendition.register(target, .searchKey, at: place)
    }
  }
}

extension Rule {
  static let keyMapName = Rule(
    "OPF-080", "key-map-name", .warning, "the name of a search key map does not end in .xml",
    help: "Rename the file.", see: "EPUB Dictionaries 1.0 §2.4")
}
