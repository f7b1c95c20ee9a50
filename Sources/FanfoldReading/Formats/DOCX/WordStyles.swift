internal import FanfoldMarkup

/// The styles of a Word document, each with what it takes over from the one it is based on.
struct WordStyles {
  private var styles: [String: (base: String?, own: WordParagraph)] = [:]
  private var ordinary: String?

  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    for node in tree.descendants(of: tree.root) where tree.isElement(node, "style") {
      guard let id = tree.value("styleId", of: node) else { continue }
      var own = WordParagraph(tree.child("pPr", of: node), in: tree)
      own.look = TextLook(tree.child("rPr", of: node), in: tree)
      let name = tree.child("name", of: node).flatMap { tree.value("val", of: $0) } ?? ""
      own.role = ParagraphRole(styleName: name) ?? ParagraphRole(styleName: id)
      let base = tree.child("basedOn", of: node).flatMap { tree.value("val", of: $0) }
      styles[id] = (base, own)
      let isDefault = ["1", "true", "on"].contains(tree.value("default", of: node) ?? "")
      if isDefault, tree.value("type", of: node) == "paragraph" { ordinary = id }
    }
  }

  /// A style of paragraphs; the ordinary one where none is named.
  func paragraph(_ id: String?) -> WordParagraph {
    guard let id = id ?? ordinary else { return WordParagraph() }
    var chain: [WordParagraph] = []
    var next: String? = id
    while let id = next, chain.count < 32 {
      guard let style = styles[id] else {
        // The document names a style that it does not have: the name may tell.
        var unknown = WordParagraph()
        unknown.role = ParagraphRole(styleName: id)
        chain.append(unknown)
        break
      }
      chain.append(style.own)
      next = style.base
    }
    return chain.reversed().reduce(WordParagraph()) { $0.under($1) }
  }

  /// A style of characters.
  func characters(_ id: String) -> TextLook {
    styles[id] == nil ? TextLook() : paragraph(id).look
  }
}
