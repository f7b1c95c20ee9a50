internal import FanfoldMarkup

/// What a document that is (part of) an index must contain (EPUB Indexes 1.0 §2).
enum IndexContentCheck {
  static let rules: [Rule] = [.indexMissing, .indexBodyUntyped]

  static func check(_ document: JudgedDocument, _ findings: inout Findings) {
    let tree = document.tree
    func has(_ type: String, _ node: MarkupTree.Node) -> Bool {
      let types = tree.attribute("type", in: ContentElement.epub, of: node) ?? ""
      return ContentConstraintCheck.words(types).contains(type)
    }
    /// Whether a text is that of an element of HTML; what formulas and drawings say is no content.
    func isInHTML(_ text: MarkupTree.Node, below body: MarkupTree.Node) -> Bool {
      guard let parent = tree.parent(of: text), parent != body else { return false }
      return tree.fullName(of: parent)?.namespace == ContentNames.htmlNamespace
    }
    let elements = tree.descendants(of: tree.root).filter { tree.kind(of: $0) == .element }
    let indexes = elements.filter { has("index", $0) }
    /// Whether the element of a text is in an index, and not itself one.
    func isInIndex(_ text: MarkupTree.Node) -> Bool {
      guard let parent = tree.parent(of: text) else { return false }
      return indexes.contains { tree.contains($0, parent) }
    }
    for html in elements where tree.isElement(html, "html") {
      if !indexes.contains(where: { $0 == html || tree.contains(html, $0) }) {
        findings.add(.indexMissing, at: document.place(of: html))
      }
    }
    for body in elements where tree.isElement(body, "body") {
      // No other type may stand beside it, as EPUBCheck reads the attribute.
      let type = tree.attribute("type", in: ContentElement.epub, of: body)
      guard type != "index" else { continue }
      let hasOther = tree.descendants(of: body).contains { text in
        tree.kind(of: text) == .text && tree.bytes(of: text).contains { !Datatype.isSpace($0) }
          && isInHTML(text, below: body) && !isInIndex(text)
      }
      if !hasOther { findings.add(.indexBodyUntyped, at: document.place(of: body)) }
    }
  }
}

extension Rule {
  static let indexMissing = Rule(
    "RSC-005", "index-missing", .error, "a document of an index has no index in it",
    help: "Give the element that holds the index the epub:type 'index'.",
    see: "EPUB Indexes 1.0 §2.1")
  static let indexBodyUntyped = Rule(
    "RSC-005", "index-body-untyped", .error,
    "the document is nothing but an index, and its body "
      + "does not say so",
    help: "Give 'body' the epub:type 'index'.", see: "EPUB Indexes 1.0 §2.1")
}
