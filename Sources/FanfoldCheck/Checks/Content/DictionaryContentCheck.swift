internal import FanfoldMarkup

/// What a dictionary must contain (EPUB Dictionaries and Glossaries 1.0 §2.2).
enum DictionaryContentCheck {
  static let rules: [Rule] = [.dictionaryWithoutEntries, .dictionaryEntryWithoutTerm]

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    func has(_ type: String, _ node: MarkupTree.Node) -> Bool {
      let types = tree.attribute("type", in: ContentElement.epub, of: node) ?? ""
      return ContentConstraintCheck.words(types).contains(type)
    }
    for dictionary in tree.descendants(of: tree.root)
    where tree.kind(of: dictionary) == .element && has("dictionary", dictionary) {
      let entries = tree.children(of: dictionary).filter { tree.isElement($0, "article") }
      if entries.isEmpty {
        findings.add(.dictionaryWithoutEntries, at: document.place(of: dictionary))
      }
      for entry in entries {
        let hasTerm = tree.descendants(of: entry).contains { term in
          tree.isElement(term, "dfn")
            && !tree.ancestors(of: term).contains {
              tree.isElement($0, "aside") && has("condensed-entry", $0)
            }
        }
        if !hasTerm {
          findings.add(.dictionaryEntryWithoutTerm, at: document.place(of: entry))
        }
      }
    }
  }
}

extension Rule {
  static let dictionaryWithoutEntries = Rule(
    "RSC-005", "dictionary-without-entries", .error, "a dictionary has no entries",
    help: "Put each entry into an 'article'.",
    see: "EPUB Dictionaries and Glossaries 1.0 §2.2.1")
  static let dictionaryEntryWithoutTerm = Rule(
    "RSC-005", "dictionary-entry-without-term", .error,
    "an entry of a dictionary has no term that it explains",
    help: "Put the term into a 'dfn'.", see: "EPUB Dictionaries and Glossaries 1.0 §2.2.2")
}
